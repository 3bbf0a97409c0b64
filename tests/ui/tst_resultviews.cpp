// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"
#include "tests/ui/consolefixture.h"
#include "ui/result/cellcommands.h"
#include "ui/result/cellmenu.h"
#include "ui/result/outputcopy.h"
#include "ui/result/recordview.h"
#include "ui/result/resultview.h"
#include "ui/toolkit/jsonview.h"
#include "ui/toolkit/syntax.h"
#include "ui/toolkit/textview.h"

#include <QApplication>
#include <QCborMap>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// The texts of everything a menu offers.
QStringList textsOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions())
        texts += action->text();
    return texts;
}

} // namespace

/// Output in each of its forms, rows, a record and JSON, and what its cells are good for.
class ResultViewsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    Syntax m_syntax;

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }

    // ---- tables

    void headerClickSortsInPlace()
    {
        ResultTable table(*Catalogue::instance().find(u"processes"));
        ResultModel model(table);
        table.appendRows(processes(50));
        ResultView view(m_look->theme, m_look->actions);
        view.setResult(&model);
        view.resize(900, 300);
        view.show();
        QCOMPARE(model.row(0).at(1).toInteger(), 1); // as the device sent it
        const int pid = 1;
        const QPoint header(view.columnViewportPosition(pid) + 12, view.horizontalHeader()->height() / 2);
        QTest::mouseClick(view.horizontalHeader()->viewport(), Qt::LeftButton, {}, header);
        QTest::mouseClick(view.horizontalHeader()->viewport(), Qt::LeftButton, {}, header);
        QTRY_COMPARE(model.row(0).at(1).toInteger(), 50);
        QTest::mouseClick(view.horizontalHeader()->viewport(), Qt::LeftButton, {}, header);
        QTRY_COMPARE(model.row(0).at(1).toInteger(), 1);
    }

    void copiesRowsInEachFormat()
    {
        CommandOutput output(Catalogue::instance().find(u"processes"), OutputType::Table);
        output.appendRows({process(7, u"=cmd|x"_s), process(9, u"b"_s)}, 10);
        copyRows(output.model()->shownPart({0}), CopyFormat::Json, this);
        QTRY_VERIFY(clipboard().contains(u"\"pid\""_s));
        const QJsonDocument json = QJsonDocument::fromJson(clipboard().toUtf8());
        QCOMPARE(json.array().size(), 1);
        QCOMPARE(json.array().at(0).toObject().value(u"name"_s).toString(), u"=cmd|x"_s);
        copyRows(output.model()->wholePart(), CopyFormat::Csv, this);
        QTRY_VERIFY(clipboard().contains(u"'=cmd|x"_s));
        copyRows(output.model()->shownPart({1}), CopyFormat::Text, this);
        QTRY_VERIFY(!clipboard().contains(u"cmd"_s) && clipboard().contains(u"name"_s));
    }

    void copyKeyTakesTheSelectedRowsRaw()
    {
        ResultTable table(*Catalogue::instance().find(u"processes"));
        ResultModel model(table);
        table.appendRows({process(7, u"a\u202eb"_s), process(8, u"c"_s)});
        ResultView view(m_look->theme, m_look->actions);
        view.setResult(&model);
        view.selectRow(0);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(clipboard().startsWith(u"a\u202eb\t7\t"_s));
        QVERIFY(!clipboard().contains(u'\n'));
    }

    void aHundredThousandRowsShowAtOnce()
    {
        ResultTable table(*Catalogue::instance().find(u"processes"));
        ResultModel model(table);
        table.appendRows(processes(100'000));
        QElapsedTimer clock;
        clock.start();
        ResultView view(m_look->theme, m_look->actions);
        view.resize(900, 600);
        view.setResult(&model);
        view.show();
        view.grab();
        qInfo("first picture %lld ms", clock.elapsed());
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
    }

    void findInTableGoesOn()
    {
        ResultTable table(*Catalogue::instance().find(u"processes"));
        ResultModel model(table);
        table.appendRows({process(1, u"init"_s), process(2, u"sshd"_s), process(3, u"cron"_s), process(4, u"sshd"_s)});
        ResultView view(m_look->theme, m_look->actions);
        view.setResult(&model);
        QVERIFY(view.findFrom(OutputPane::Start::Here, u"SSHD"_s, false));
        QCOMPARE(view.currentIndex().row(), 1);
        while (view.currentIndex().row() == 1)
            QVERIFY(view.findFrom(OutputPane::Start::Here, u"sshd"_s, false));
        QCOMPARE(view.currentIndex().row(), 3);
        QVERIFY(!view.findFrom(OutputPane::Start::Here, u"nowhere"_s, false));
    }

    // ---- cells

    void cellsOfferCommandsThatParse_data()
    {
        QTest::addColumn<ValueType>("type");
        QTest::addColumn<QCborValue>("cell");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("lines");
        const auto path = [](const char *name, const QCborValue &cell, const QString &folder,
                              const QStringList &lines) {
            QTest::newRow(name) << ValueType::Path << cell << folder << lines;
        };
        path("absolute", u"/etc/passwd"_s, {},
            {u"fileinfo /etc/passwd"_s, u"getfile /etc/passwd"_s, u"analyze file /etc/passwd"_s, u"scan /etc/passwd"_s,
                u"dir /etc/passwd"_s, u"dir /etc"_s, u"cd /etc"_s});
        path("relative", u"passwd"_s, u"/etc"_s,
            {u"fileinfo /etc/passwd"_s, u"getfile /etc/passwd"_s, u"analyze file /etc/passwd"_s, u"scan /etc/passwd"_s,
                u"dir /etc/passwd"_s, u"dir /etc"_s, u"cd /etc"_s});
        path("in the root", u"/tmp"_s, {},
            {u"fileinfo /tmp"_s, u"getfile /tmp"_s, u"analyze file /tmp"_s, u"scan /tmp"_s, u"dir /tmp"_s, u"dir /"_s,
                u"cd /"_s});
        path("blank", u"/a b/c"_s, {},
            {u"fileinfo \"/a b/c\""_s, u"getfile \"/a b/c\""_s, u"analyze file \"/a b/c\""_s, u"scan \"/a b/c\""_s,
                u"dir \"/a b/c\""_s, u"dir \"/a b\""_s, u"cd \"/a b\""_s});
        path("windows", uR"(C:\Temp\x.exe)"_s, {},
            {uR"(fileinfo C:\Temp\x.exe)"_s, uR"(getfile C:\Temp\x.exe)"_s, uR"(analyze file C:\Temp\x.exe)"_s,
                uR"(scan C:\Temp\x.exe)"_s, uR"(dir C:\Temp\x.exe)"_s, uR"(dir C:\Temp)"_s, uR"(cd C:\Temp)"_s});
        path("not UTF-8", QByteArray("/tmp/caf\xe9"), {},
            {uR"(fileinfo bytes:/tmp/caf\xE9)"_s, uR"(getfile bytes:/tmp/caf\xE9)"_s,
                uR"(analyze file bytes:/tmp/caf\xE9)"_s, uR"(scan bytes:/tmp/caf\xE9)"_s,
                uR"(dir bytes:/tmp/caf\xE9)"_s, u"dir bytes:/tmp"_s, u"cd bytes:/tmp"_s});
        path("none", nullptr, {}, {});
        QTest::newRow("pid") << ValueType::Pid << QCborValue(8112) << QString()
                             << QStringList{u"processes 8112"_s, u"connections -pid 8112"_s, u"analyze process 8112"_s};
        QTest::newRow("no pid") << ValueType::Pid << QCborValue(0) << QString() << QStringList{};
        QTest::newRow("command") << ValueType::CommandNumber << QCborValue(12) << QString()
                                 << QStringList{u"status 12"_s, u"fg 12"_s};
    }
    void cellsOfferCommandsThatParse()
    {
        QFETCH(ValueType, type);
        QFETCH(QCborValue, cell);
        QFETCH(QString, folder);
        QFETCH(QStringList, lines);
        const QStringList offered = CellCommands::forValue(type, cell, folder);
        QCOMPARE(offered, lines);
        for (const auto &line : offered)
            QVERIFY2(parseLine(line), qPrintable(line));
    }

    void hostilePathsComposeWhatTheyAre()
    {
        const QString path = u"/tmp/a \"b\" 'c' \u202egnp.exe\n-x > & "_s;
        const QString line = CellCommands::forValue(ValueType::Path, path).first();
        const auto invocation = parseLine(line);
        QVERIFY(invocation);
        QCOMPARE(invocation->value(u"path"_s), path);
    }

    void menuOffersRowAndComposes()
    {
        ResultTable table(*Catalogue::instance().find(u"processes"));
        ResultModel model(table);
        table.appendRows({process(8112, u"svch0st"_s)});
        ResultView view(m_look->theme, m_look->actions);
        view.setResult(&model);
        view.setCurrentIndex(model.index(0, 1));
        QMenu menu;
        view.addCellActions(menu);
        QCOMPARE(textsOf(menu).first(), u"pid 8112"_s); // what the commands below are about
        QMap<QString, QAction *> actions;
        for (QAction *action : menu.findChildren<QAction *>())
            actions.insert(action->text(), action);
        QVERIFY(actions.contains(u"fileinfo /usr/bin/svch0st"_s)); // from a column the table does not show
        QVERIFY(actions.contains(u"processes 8112"_s));
        actions.value(u"processes 8112"_s)->trigger();
        QCOMPARE(m_look->actions.composed.last(), u"processes 8112"_s);
    }

    void commandsThatComeLaterAreOffered_data()
    {
        QTest::addColumn<ValueType>("type");
        QTest::addColumn<QCborValue>("value");
        QTest::addColumn<QString>("line");
        QTest::newRow("a path") << ValueType::Path << QCborValue(u"/tmp/x y"_s) << u"analyze file \"/tmp/x y\""_s;
        QTest::newRow("a process") << ValueType::Pid << QCborValue(812) << u"analyze process 812"_s;
        QTest::newRow("a service") << ValueType::ServiceName << QCborValue(u"ssh.service"_s) << QString();
    }

    void commandsThatComeLaterAreOffered()
    {
        QFETCH(ValueType, type);
        QFETCH(QCborValue, value);
        QFETCH(QString, line);
        const QList<CommandSpec> later{
            {.verb = u"analyze"_s,
                .needs = onTenant(Permission::LibraryUse),
                .parameters = {{.name = u"type"_s, .required = true, .choices = {u"file"_s, u"process"_s}},
                    {.name = u"id"_s, .required = true}}},
            {.verb = u"other"_s,
                .needs = onTenant(Permission::LibraryUse),
                .parameters = {
                    {.name = u"unknown"_s, .required = true}, {.name = u"path"_s, .type = ValueType::Path}}}};
        QCOMPARE(CellCommands::forValue(type, value, {}, later).join(u'|'), line);
    }

    void aFolderIsNotFetchedAndAFileNotListed()
    {
        const CommandSpec &dir = spec("dir");
        const QCborArray folder = row(u"dir"_s, {{u"path"_s, u"log"_s}, {u"isDirectory"_s, true}});
        const QCborArray file = row(u"dir"_s, {{u"path"_s, u"a.txt"_s}, {u"isDirectory"_s, false}});
        QVERIFY(CellCommands::forCell(dir, folder, 0, u"/var"_s).contains(u"cd /var/log"_s));
        QVERIFY(!CellCommands::forCell(dir, file, 0, u"/var"_s).contains(u"dir /var/a.txt"_s));
        QVERIFY(CellCommands::forCell(dir, file, 0, u"/var"_s).contains(u"dir /var"_s));
        for (const auto &group : CellCommands::forRow(dir, file, 1, u"/var"_s)) {
            for (const QString &line : group.lines)
                QVERIFY2(parseLine(line), qPrintable(line));
        }
    }

    void aRowsMenuHasSections()
    {
        const CommandSpec &processes = spec("processes");
        const QCborArray row = process(812, u"sshd"_s);
        QMenu menu;
        addRowCommands(menu, {processes, row, columnOf(processes, "pid"), {}}, m_look->actions);
        const QList<QAction *> entries = menu.actions();
        QCOMPARE(entries.at(0)->text(), u"pid 812"_s);
        QVERIFY(!entries.at(0)->isEnabled());
        QVERIFY(actionOf(menu, u"connections -pid 812"_s));
        QStringList below;
        for (const QAction *entry : entries) {
            if (entry->menu())
                below += entry->text();
        }
        QVERIFY2(below.contains(u"parent_id 406"_s) && below.contains(u"image_path /usr/bin/sshd"_s),
            qPrintable(below.join(u'|')));
        QVERIFY(entries.size() < 12); // not one long list
    }

    // ---- records

    void recordShowsWhatThereIs()
    {
        CommandOutput output(Catalogue::instance().find(u"fileinfo"), OutputType::Table);
        output.appendRows({row(u"fileinfo"_s, {{u"path"_s, u"/bin/sh"_s}, {u"size"_s, 125}})}, 10);
        QCOMPARE(output.kind(), CommandOutput::Kind::Record);
        RecordView view(m_look->theme, m_look->actions);
        view.setResult(output.table());
        QCOMPARE(view.model()->rowCount(), 2);
        QCOMPARE(view.model()->index(0, 0).data().toString(), u"path"_s);
        QVERIFY(view.findRound(u"/bin"_s, false));
        QMenu menu;
        view.addActions(menu);
        QVERIFY(textsOf(menu).contains(u"fileinfo /bin/sh"_s));
    }

    void aRecordHasItsHashesWhole()
    {
        CommandOutput output(&spec("fileinfo"), OutputType::Table);
        const QString sha256(64, u'a');
        output.appendRows({row(u"fileinfo"_s,
                              {{u"path"_s, u"/usr/bin/env"_s}, {u"size"_s, 56'144}, {u"md5"_s, QString(32, u'b')},
                                  {u"sha256"_s, sha256}, {u"modified"_s, u"2026-11-26T17:12:06.004Z"_s}})},
            100);
        output.setWhole();
        RecordView view(m_look->theme, m_look->actions);
        view.setResult(output.table());
        view.resize(900, 300);
        view.show();
        QStringList fields;
        for (int line = 0; line < view.model()->rowCount(); ++line)
            fields += view.model()->index(line, 0).data().toString();
        QVERIFY2(fields.indexOf(u"sha256"_s) < fields.indexOf(u"md5"_s), qPrintable(fields.join(u' ')));
        const auto value = [&](const QString &field) {
            return view.model()->index(int(fields.indexOf(field)), 1).data().toString();
        };
        QCOMPARE(value(u"modified"_s), u"2026-11-26 17:12:06 UTC"_s);
        QVERIFY2(value(u"size"_s).remove(u',').startsWith(u"56144 byte"_s), qPrintable(value(u"size"_s)));
        QToolButton *copy = nullptr;
        for (QToolButton *button : view.findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"Copy sha256"_s)
                copy = button;
        }
        QVERIFY(copy);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), sha256);
        // Where there is no room for one on a line it gets as many as it needs, and the button covers none of it.
        const int line = int(fields.indexOf(u"sha256"_s));
        const int usual = view.verticalHeader()->defaultSectionSize();
        QCOMPARE(view.rowHeight(line), usual);
        const int before = view.heightFor(20);
        QSignalSpy changed(&view, &RecordView::contentHeightChanged);
        view.resize(420, 300);
        QTRY_COMPARE_GT(view.rowHeight(line), usual);
        QCOMPARE_GT(changed.size(), 0);
        QCOMPARE_GT(view.heightFor(20), before);
        QCOMPARE(view.rowHeight(int(fields.indexOf(u"path"_s))), usual);
        view.resize(900, 300);
        QTRY_COMPARE(view.heightFor(20), before);
    }

    void aRecordShowsWhatItsFieldsAreMadeOf()
    {
        ResultTable table(spec("fileinfo"));
        QCborArray sections;
        for (int i = 0; i < 6; ++i)
            sections.append(QCborMap{{u"name"_s, u".text"_s}, {u"size"_s, 80112}});
        table.appendRows({row(u"fileinfo"_s,
            {{u"path"_s, u"/bin/sh"_s},
                {u"details"_s, QCborMap{{u"format"_s, u"ELF"_s}, {u"sections"_s, sections}}}})});
        RecordView view(m_look->theme, m_look->actions);
        view.setResult(&table);
        const QAbstractItemModel &model = *view.model();
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.index(2, 0).data().toString(), u"format"_s);
        QCOMPARE(model.index(2, 0).data(ResultModel::DepthRole).toInt(), 1);
        QCOMPARE(model.index(4, 1).data().toString(), u"name: .text, size: 80112"_s);
        QVERIFY(model.index(2, 0).data(Qt::ToolTipRole).toString().contains(u"what the format tells"));
        view.resize(600, 300);
        view.grab();
    }

    // ---- JSON

    void jsonWritesHostileCharactersAsEscapes()
    {
        JsonView view(m_syntax, m_look->theme);
        view.setJson(u"{\n    \"path\": \"a\u202eb\"\n}"_s.toUtf8());
        view.selectAll();
        QCOMPARE(view.selectedText(), u"{\n    \"path\": \"a\\u202eb\"\n}"_s);
        const QJsonDocument same = QJsonDocument::fromJson(view.selectedText().toUtf8());
        QCOMPARE(same.object().value(u"path"_s).toString(), u"a\u202eb"_s);
        QVERIFY(view.findRound(u"PATH"_s, false));
        QCOMPARE(view.selectedText(), u"path"_s);
    }

    void largeJsonIsShownPlain()
    {
        JsonView view(m_syntax, m_look->theme);
        view.setJson("[\n" + QByteArray("    \"0123456789\",\n").repeated(80'000) + "    1\n]");
        QVERIFY(view.findChild<TextView *>());
        QVERIFY(view.findChild<QPlainTextEdit *>()->isHidden());
        QVERIFY(view.findRound(u"1\n"_s, false) || view.findRound(u"0123"_s, false));
        view.setJson("[]");
        QVERIFY(!view.findChild<TextView *>());
        QVERIFY(!view.findChild<QPlainTextEdit *>()->isHidden());
    }
};

QTEST_MAIN(ResultViewsTest)
#include "tst_resultviews.moc"
