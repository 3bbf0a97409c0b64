// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadmanager.h"
#include "controllers/downloads/evidencezip.h"
#include "models/inventory/devicemodel.h"
#include "models/text/textbuffer.h"
#include "tests/ui/brackets.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/downloads/downloadactions.h"
#include "ui/downloads/downloadsbutton.h"
#include "ui/downloads/downloadspanel.h"
#include "ui/downloads/downloadtextmodel.h"
#include "ui/downloads/previewdialog.h"
#include "ui/evidence/questionbar.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/syntax.h"
#include "ui/toolkit/textview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QUrl>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;
using State = Download::State;

namespace {

class Nowhere final : public TenantLink
{
public:
    void open(const Credentials &) override {}
    void send(const AnyMessage &) override {}
    void close() override {}
    void forget() override {}
};

Download sample(quint64 command, State state, const QByteArray &path = "/var/log/syslog")
{
    Download download;
    download.command = CommandId(command);
    download.deviceName = u"ws-0142"_s;
    download.file.path = path;
    download.file.size = 4'000'000;
    download.target = u"/nowhere/%1"_s.arg(command);
    download.state = state;
    download.done = 1'000'000;
    return download;
}

Download asking(quint64 command, const Error &problem)
{
    Download download = sample(command, State::Asking);
    download.target = u"/nowhere/syslog.zip"_s;
    download.problem = problem;
    return download;
}

} // namespace

/// The panel over a manager whose tenant cannot be reached: what is queued stays so.
class DownloadsPanelTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    Syntax m_syntax;
    TenantClient m_client{std::make_unique<Nowhere>()};
    DeviceModel m_devices;
    std::unique_ptr<DownloadModel> m_model;
    std::unique_ptr<DownloadManager> m_manager;
    std::unique_ptr<DownloadsPanel> m_panel;

    [[nodiscard]] QString cell(int row, DownloadModel::Column column)
    {
        return m_panel->table().model()->index(row, column).data().toString();
    }
    [[nodiscard]] State stateOf(quint64 command) { return m_model->find(CommandId(command))->state; }
    QPushButton *button(const QString &name)
    {
        for (QPushButton *widget : m_panel->findChildren<QPushButton *>()) {
            if (WidgetAudit::nameOf(*widget) == name && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
    }
    void init()
    {
        m_model = std::make_unique<DownloadModel>();
        m_manager = std::make_unique<DownloadManager>(m_client, m_devices, *m_model, QString());
        m_panel = std::make_unique<DownloadsPanel>(*m_manager, m_look->theme, m_syntax, m_look->settings);
        m_panel->resize(1100, 260);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_manager.reset();
        m_model.reset();
    }

    void theHashOfWhatCameIsCopiedWhole()
    {
        Download here = sample(1, State::Finished);
        here.sha256 = QByteArray(32, '\xa7');
        m_model->reset({here, sample(2, State::Queued)});
        auto *hash = m_panel->findChild<HashField *>();
        m_panel->select(CommandId(2));
        QTRY_VERIFY(!hash->isVisible()); // nobody has verified it yet
        m_panel->select(CommandId(1));
        QTRY_VERIFY(hash->isVisible());
        hash->findChild<QToolButton *>()->click();
        QCOMPARE(QApplication::clipboard()->text(), QString::fromLatin1(here.sha256.toHex()));
        PreviewDialog preview(here, m_syntax, m_look->theme);
        QCOMPARE(preview.findChild<HashField *>()->hash(), QString::fromLatin1(here.sha256.toHex()));
    }

    /// It is not that of the zip, which is another one each time.
    void theHashSaysWhoseItIsAndMovesNothing()
    {
        Download zipped = sample(1, State::Finished, "/usr/bin/evil");
        zipped.sha256 = QByteArray(32, '\xa7');
        Download plain = zipped;
        plain.command = CommandId(2);
        plain.plain = true;
        m_model->reset({zipped, plain, sample(3, State::Queued)});
        auto *hash = m_panel->findChild<HashField *>();
        m_panel->select(CommandId(3));
        QTRY_VERIFY(!hash->isVisible());
        const int height = m_panel->table().height();
        m_panel->select(CommandId(1));
        QTRY_VERIFY(hash->isVisible());
        QCOMPARE(m_panel->table().height(), height);
        const auto title = [hash] { return hash->parentWidget()->findChild<QLabel *>()->text(); };
        QCOMPARE(title(), u"SHA-256 of evil in the zip"_s);
        m_panel->select(CommandId(2));
        QTRY_COMPARE(title(), u"SHA-256 of evil"_s);
    }

    /// How large a package is can be read in a small window too, with all its bytes.
    void sizesAreNotCut()
    {
        Download package = sample(1, State::Finished, "/case-7.tar.gz");
        package.file.size = 68'157'440'123;
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_fr.qm"_s));
        QCoreApplication::installTranslator(&words);
        m_model->reset({package, sample(2, State::Asking)});
        m_panel->resize(960, 260);
        QTableView &table = m_panel->table();
        QTRY_VERIFY(table.viewport()->width() < 970);
        for (const int row : {0, 1}) {
            const QModelIndex size = table.model()->index(row, DownloadModel::Progress);
            QTRY_VERIFY2(table.sizeHintForIndex(size).width() <= table.columnWidth(DownloadModel::Progress),
                qPrintable(size.data().toString()));
        }
    }

    /// In a low window a row is worth more than the hash of one.
    void aLowPanelShowsRowsFirst()
    {
        Download here = sample(1, State::Finished);
        here.sha256 = QByteArray(32, 'h');
        m_model->reset({here});
        m_panel->select(CommandId(1));
        const auto *hash = m_panel->findChild<HashField *>();
        QTRY_VERIFY(hash->isVisible());
        m_panel->resize(900, 110);
        QTRY_VERIFY(!hash->isVisible());
        const QTableView &table = m_panel->table();
        QTRY_COMPARE_GE(table.viewport()->height(), table.rowHeight(0));
        m_panel->resize(900, 260);
        QTRY_VERIFY(hash->isVisible());
    }

    void isCalmWhenThereIsNothing()
    {
        QVERIFY(m_panel->findChild<EmptyState *>()->isVisible());
        QVERIFY(!m_panel->table().isVisible());
        m_model->append(sample(1, State::Receiving));
        QTRY_VERIFY(m_panel->table().isVisible());
    }

    void saysWhatGoesOn()
    {
        const QAbstractItemModelTester tester(m_panel->table().model());
        Download moving = sample(1, State::Receiving);
        moving.speed = 1'500'000;
        m_model->append(moving);
        Download here = sample(2, State::Finished, "/tmp/photo\u202egpj.exe");
        here.sha256 = QByteArray(32, 'h');
        m_model->append(here);
        QCOMPARE(cell(0, DownloadModel::Name), u"syslog"_s);
        QCOMPARE(cell(0, DownloadModel::Device), u"ws-0142"_s);
        QCOMPARE(cell(0, DownloadModel::Progress), u"25 % of 3.8 MiB"_s);
        QCOMPARE(cell(0, DownloadModel::Speed), u"1.4 MiB/s"_s);
        QCOMPARE(cell(0, DownloadModel::TimeLeft), u"2 s"_s);
        QCOMPARE(cell(0, DownloadModel::State), u"downloading"_s);
        QCOMPARE(cell(1, DownloadModel::State), u"verified"_s);
        QCOMPARE(cell(1, DownloadModel::Hash), QString(u"68"_s.repeated(32)));
        // What hides in a name is shown.
        const auto *delegate = qobject_cast<CellDelegate *>(m_panel->table().itemDelegate());
        QVERIFY(delegate->displayText(cell(1, DownloadModel::Name), QLocale()).contains(u"[U+202E]"));
    }

    /// A package is sent while it is made: nobody knows yet how much of it there is.
    void whatGrowsHasNoPercent()
    {
        Download growing = sample(1, State::Receiving);
        growing.file.growing = true;
        growing.file.size = 0;
        growing.done = 5 * 1024 * 1024;
        m_model->append(growing);
        QCOMPARE(cell(0, DownloadModel::Progress), u"5 MiB"_s);
        QVERIFY(!m_model->totals().progress());
        QString totals = DownloadTextModel::totalsText(m_model->totals());
        QVERIFY2(!totals.contains(u'%') && totals.contains(u"5 MiB"_s), qPrintable(totals));
        m_model->append(sample(2, State::Receiving));
        totals = DownloadTextModel::totalsText(m_model->totals());
        QVERIFY2(!totals.contains(u'%'), qPrintable(totals));
        m_model->change(CommandId(1), [](Download &changed) { changed.state = State::Finished; });
        QCOMPARE(int(100 * m_model->totals().progress().value()), 25);
    }

    void keysAct()
    {
        m_model->append(sample(1, State::Queued));
        m_model->append(sample(2, State::Queued));
        QTableView *table = &m_panel->table();
        QTRY_VERIFY(table->isVisible());
        m_panel->select(CommandId(1));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(stateOf(1), State::Paused);
        QTRY_COMPARE(m_panel->actions().pause.text(), u"Resume"_s);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(stateOf(1), State::Queued);
        QTest::keyClick(table, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_model->rowOf(CommandId(1)), 1);
        QTest::keyClick(table, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_model->rowOf(CommandId(1)), 0);
        QTRY_VERIFY(m_panel->actions().cancel.isEnabled());
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(stateOf(1), State::Cancelled);
        QTRY_VERIFY(m_panel->actions().retry.isEnabled() && m_panel->actions().clear.isEnabled());
        QTest::keyClick(table, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(stateOf(1), State::Queued);
        m_manager->cancel(CommandId(1));
        QTRY_VERIFY(m_panel->actions().clear.isEnabled());
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void offersOnlyWhatIsPossible()
    {
        m_model->append(sample(1, State::Receiving));
        m_model->append(sample(2, State::Finished));
        m_panel->select(CommandId(2));
        DownloadActions &actions = m_panel->actions();
        QTRY_VERIFY(actions.showInFolder.isEnabled() && actions.preview.isEnabled() && actions.clear.isEnabled());
        QVERIFY(!actions.cancel.isEnabled() && !actions.pause.isEnabled() && !actions.retry.isEnabled());
        m_panel->select(CommandId(1));
        QTRY_VERIFY(actions.cancel.isEnabled() && actions.pause.isEnabled());
        QVERIFY(!actions.showInFolder.isEnabled() && !actions.preview.isEnabled() && !actions.clear.isEnabled());
        QVERIFY(actions.clearFinished.isEnabled());
        actions.clearFinished.trigger();
        QCOMPARE(m_model->rowCount(), 1);
    }

    void twoOfOneFileAreToldApart()
    {
        for (const quint64 command : {1U, 2U}) {
            Download download = sample(command, State::Finished);
            download.target = u"/nowhere/syslog (%1).zip"_s.arg(command);
            download.line = u"getfile /var/log/syslog"_s;
            download.accepted = QDateTime::fromString(u"2026-11-26T17:12:0%1Z"_s.arg(command), Qt::ISODate);
            m_model->append(download);
        }
        QCOMPARE(cell(0, DownloadModel::Name), cell(1, DownloadModel::Name));
        QCOMPARE(cell(0, DownloadModel::KeptAs), u"syslog (1).zip"_s);
        QCOMPARE(cell(1, DownloadModel::KeptAs), u"syslog (2).zip"_s);
        QCOMPARE(cell(0, DownloadModel::Asked), u"2026-11-26 17:12:01"_s);
        QVERIFY(cell(1, DownloadModel::CommandLine).contains(u"getfile /var/log/syslog"_s));
    }

    void theMenuCopiesAndGoesToTheCommand()
    {
        Download download = sample(7, State::Finished);
        download.sha256 = QByteArray(32, 'h');
        download.session = SessionId(3);
        m_model->append(download);
        m_panel->select(CommandId(7));
        DownloadActions &actions = m_panel->actions();
        QTRY_VERIFY(actions.copyHash.isEnabled() && actions.open.isEnabled());
        actions.copyHash.trigger();
        QCOMPARE(QApplication::clipboard()->text(), QString(u"68"_s.repeated(32)));
        actions.copyPath.trigger();
        QCOMPARE(QApplication::clipboard()->text(), QDir::toNativeSeparators(download.target));
        QSignalSpy wanted(m_panel.get(), &DownloadsPanel::commandRequested);
        actions.goToCommand.trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(1).value<CommandId>(), CommandId(7));
        // What came as it was on the device is not opened by a click.
        m_model->change(CommandId(7), [](Download &changed) { changed.plain = true; });
        QTRY_VERIFY(!actions.open.isEnabled());
        // It has had its turn, and there is none to change it with.
        QVERIFY(!actions.earlier.isEnabled() && !actions.later.isEnabled());
        m_model->append(sample(8, State::Queued));
        m_model->append(sample(9, State::Queued));
        m_panel->select(CommandId(8));
        QTRY_VERIFY(!actions.earlier.isEnabled() && actions.later.isEnabled());
    }

    void theSameContentIsSaid()
    {
        m_model->append(asking(1, Error{ErrorCode::FileExists, {}, {}, {}}.with(Fact::SameContent, true)));
        auto *question = m_panel->findChild<QuestionBar *>();
        QTRY_VERIFY(question->isVisible());
        QStringList texts;
        for (const QLabel *label : question->findChildren<QLabel *>())
            texts += label->text();
        QVERIFY2(texts.join(u' ').contains(u"same content"_s), qPrintable(texts.join(u' ')));
    }

    void questionsWaitForTheirAnswer()
    {
        auto *question = m_panel->findChild<QuestionBar *>();
        QVERIFY(!question->isVisible());
        m_model->append(sample(2, State::Receiving));
        const QTemporaryDir folder;
        Download download = asking(1, {ErrorCode::FileExists, {}, {}, {}});
        download.target = folder.filePath(u"syslog.zip"_s);
        QVERIFY(QFile(download.target).open(QFile::WriteOnly));
        m_model->append(download);
        QTRY_VERIFY(question->isVisible());
        QVERIFY(button(u"Overwrite"_s) && button(u"Skip"_s));
        QVERIFY(!button(u"Try again"_s));
        QTest::mouseClick(button(u"Keep both"_s), Qt::LeftButton);
        QCOMPARE(stateOf(1), State::Queued);
        QCOMPARE(m_model->find(CommandId(1))->target, folder.filePath(u"syslog (2).zip"_s));
        QTRY_VERIFY(!question->isVisible());

        m_model->append(asking(
            3, Error{ErrorCode::NoSpace, u"/nowhere"_s, {}, {}}.with(Fact::Limit, 1000).with(Fact::Actual, 4'000'000)));
        QTRY_VERIFY(button(u"Try again"_s));
        QVERIFY(!button(u"Overwrite"_s));
        QTest::mouseClick(button(u"Skip"_s), Qt::LeftButton);
        QCOMPARE(stateOf(3), State::Cancelled);
    }

    void aFinishedFileCanBeDraggedOut()
    {
        m_model->append(sample(1, State::Finished));
        m_model->append(sample(2, State::Receiving));
        const QAbstractItemModel *words = m_panel->table().model();
        QVERIFY(words->flags(words->index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!words->flags(words->index(1, 0)).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(
            words->mimeData({words->index(0, 0), words->index(0, 1), words->index(1, 0)}));
        QCOMPARE(data->urls(), QList{QUrl::fromLocalFile(u"/nowhere/1"_s)});
    }

    void showsTheBeginning_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::newRow("plain") << true;
        QTest::newRow("zip") << false;
    }
    void showsTheBeginning()
    {
        QFETCH(bool, plain);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"run.sh"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("#!/bin/sh\necho \u202ehello\n");
        file.close();
        Download download = sample(1, State::Finished, "/opt/run.sh");
        download.file.size = QFileInfo(file).size();
        download.plain = plain;
        download.target = plain ? file.fileName() : folder.filePath(u"run.sh.zip"_s);
        if (!plain)
            QVERIFY(packEvidence({file.fileName(), u"run.sh"_s, {}}, {}, download.target, {}));
        PreviewDialog dialog(download, m_syntax, m_look->theme);
        dialog.show();
        QTRY_VERIFY(dialog.isLoaded());
        const auto *editor = dialog.findChild<CodeView *>()->editor();
        QVERIFY2(editor->toPlainText().contains(u"echo [U+202E]hello"), qPrintable(editor->toPlainText()));
        QVERIFY(editor->isReadOnly());
        const TextBuffer *dump = dialog.findChild<TextView *>()->buffer();
        QVERIFY(dump->line(0).startsWith(u"00000000  23 21 2f 62"));
        QCOMPARE(WidgetAudit::guessing(dialog), QStringList());
    }

    void saysWhyThereIsNoPreview()
    {
        const PreviewDialog dialog(sample(1, State::Finished), m_syntax, m_look->theme);
        QTRY_VERIFY(dialog.isLoaded());
        QVERIFY(!dialog.findChild<CodeView *>()->findChild<QLabel *>()->text().isEmpty());
    }

    void theButtonTellsAndToggles()
    {
        QAction toggle;
        toggle.setCheckable(true);
        DownloadsButton button(*m_model, toggle, m_look->theme);
        QCOMPARE(button.text(), u"Downloads"_s);
        m_model->append(sample(1, State::Receiving));
        QVERIFY2(button.text().endsWith(u"25 %"), qPrintable(button.text()));
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(toggle.isChecked());
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(!toggle.isChecked());
    }

    void aThousandStayFluid()
    {
        std::vector<Download> many;
        for (quint64 i = 1; i <= 1000; ++i)
            many.push_back(sample(i, State::Receiving));
        m_model->reset(many);
        QTRY_VERIFY(m_panel->table().isVisible());
        m_panel->table().selectAll();
        QElapsedTimer time;
        time.start();
        for (quint64 i = 1; i <= 1000; ++i)
            m_model->change(CommandId(i), [](Download &download) { download.done = 3'000'000; });
        QTRY_COMPARE(cell(999, DownloadModel::Progress), u"75 % of 3.8 MiB"_s);
        m_panel->actions().cancel.trigger();
        QTRY_VERIFY(m_panel->actions().clearFinished.isEnabled());
        m_panel->actions().clearFinished.trigger();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
    }

    void everythingHasAName()
    {
        m_model->append(asking(1, {ErrorCode::FileExists, u"/nowhere/syslog.zip"_s, {}, {}}));
        QTRY_VERIFY(m_panel->findChild<QuestionBar *>()->isVisible());
        QCOMPARE(WidgetAudit::nameless(*m_panel), QStringList());
        QCOMPARE(WidgetAudit::guessing(*m_panel), QStringList());
    }

    void speaksAnotherLanguageAtOnce()
    {
        m_model->append(sample(1, State::Receiving));
        Brackets brackets;
        QApplication::installTranslator(&brackets);
        QTRY_COMPARE(m_panel->table().model()->headerData(0, Qt::Horizontal).toString(), u"«Name»"_s);
        QCOMPARE(cell(0, DownloadModel::State), u"«downloading»"_s);
        QTRY_COMPARE(m_panel->actions().cancel.text(), u"«Cancel»"_s);
        QApplication::removeTranslator(&brackets);
    }
};

QTEST_MAIN(DownloadsPanelTest)
#include "tst_downloadspanel.moc"
