// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consolefixture.h"
#include "ui/result/cellcommands.h"
#include "ui/result/cellmenu.h"
#include "ui/result/rowacts.h"

#include <QMenu>
#include <QTest>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// What is offered to be done about the thing that a row shows.
class RowActsTest final : public QObject
{
    Q_OBJECT

    static const CommandSpec &spec(const char *verb) { return *Catalogue::instance().find(QString::fromLatin1(verb)); }

private Q_SLOTS:
    void whatCanBeDoneAboutARow_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QCborValue>("value");
        QTest::addColumn<QStringList>("lines");
        const auto add = [](const char *verb, const char *column, const QCborValue &value, const QStringList &lines) {
            QTest::addRow("%s %s", verb, column)
                << QString::fromLatin1(verb) << QString::fromLatin1(column) << value << lines;
        };
        add("processes", "pid", 812, {u"remediate process 812"_s, u"remediate process 812 -tree"_s});
        add("processes", "image_path", u"/tmp/a b"_s, {u"remediate file \"/tmp/a b\""_s});
        add("connections", "pid", 812, {u"remediate process 812"_s});
        add("connections", "pid", nullptr, {});
        add("services", "service_name", u"evil.service"_s, {u"remediate service evil.service"_s});
        add("scheduledtasks", "id", u"/etc/crontab:3"_s, {u"remediate scheduledtask /etc/crontab:3"_s});
        add("startupfolders", "filePath", u"/etc/xdg/autostart/e.desktop"_s,
            {u"remediate startupfolder /etc/xdg/autostart/e.desktop"_s});
        add("persistence", "path", u"/etc/rc.local"_s, {});
        add("persistence", "id", u"/etc/rc.local"_s, {u"remediate persistence /etc/rc.local"_s});
        add("persistence", "id", u"/etc/ld.so.preload#1f2e3d4c"_s,
            {u"remediate persistence /etc/ld.so.preload#1f2e3d4c"_s});
        add("dir", "path", u"a.txt"_s, {u"remediate file /var/a.txt"_s});
        add("findfile", "path", u"/a"_s, {u"remediate file /a"_s});
        add("fileinfo", "path", u"/a"_s, {u"remediate file /a"_s});
        add("drivers", "path", u"/a"_s, {});
    }

    void whatCanBeDoneAboutARow()
    {
        QFETCH(QString, verb);
        QFETCH(QString, column);
        QFETCH(QCborValue, value);
        QFETCH(QStringList, lines);
        const CommandSpec &command = *Catalogue::instance().find(verb);
        QStringList found;
        for (const RowActs::Act &act : RowActs::of(command, row(verb, {{column, value}}), u"/var"_s)) {
            QVERIFY(!act.text.isEmpty() && parseLine(act.line));
            found += act.line;
        }
        QCOMPARE(found, lines);
        for (const auto &group : CellCommands::forRow(command, row(verb, {{column, value}}), 0, u"/var"_s))
            QVERIFY(!group.lines.join(u'\n').contains(u"remediate"_s)); // it is offered once
    }

    void aFolderIsNotRemediated()
    {
        const QCborArray folder = row(u"dir"_s, {{u"path"_s, u"log"_s}, {u"isDirectory"_s, true}});
        QCOMPARE(RowActs::of(spec("dir"), folder, u"/var"_s), QList<RowActs::Act>());
    }

    void anActOfAListIsUndone()
    {
        const auto act = [](const QString &state) {
            return row(u"remediate"_s,
                {{u"act"_s, 7}, {u"type"_s, u"file"_s}, {u"action"_s, u"remediate"_s}, {u"state"_s, state}});
        };
        QCOMPARE(RowActs::of(spec("remediate"), act(u"done"_s), {}).value(0).line, u"undo file 7"_s);
        QVERIFY(RowActs::of(spec("remediate"), act(u"undone"_s), {}).isEmpty());
    }

    void itIsComposedAndNotDone()
    {
        Look look;
        QMenu menu;
        addRowCommands(menu, {spec("processes"), process(812, u"sshd"_s), 1, {}}, look.actions);
        const auto actions = menu.actions();
        QAction *act = nullptr;
        for (QAction *one : actions) {
            if (one->text() == u"Remediate this process and its image…")
                act = one;
        }
        QVERIFY(act);
        act->trigger();
        QCOMPARE(look.actions.composed, QStringList{u"remediate process 812"_s});
        QCOMPARE(look.actions.acts, QStringList());
    }
};

QTEST_MAIN(RowActsTest)
#include "tst_rowacts.moc"
