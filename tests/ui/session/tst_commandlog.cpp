// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/brackets.h"
#include "tests/ui/session/sessionpagefixture.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/result/outputbody.h"
#include "ui/session/commandlogexport.h"
#include "ui/session/commandlogpanel.h"
#include "ui/session/outputwindow.h"
#include "ui/toolkit/noteline.h"
#include "ui/toolkit/textview.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// The log beside the console: what it shows, what it follows, and what it is written as.
class CommandLogTest final : public QObject, private SessionPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void logShowsInputAndOutput()
    {
        const CommandId id = finished(u"processes"_s, processes(5));
        auto *log = m_page->findChild<CommandLogPanel *>();
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 1);
        log->select(id);
        QCOMPARE(log->selected(), id);
        QTRY_VERIFY(log->findChild<OutputBody *>()->pane());
        QTest::keyClicks(named<QLineEdit>(u"Filter the command log"_s), u"nothing like it"_s);
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 0);
    }

    void logFollowsTheNewestUntilOneScrollsAway()
    {
        auto *table = named<QTableView>(u"Command log"_s);
        for (int i = 0; i < 60; ++i)
            finished(u"processes"_s, processes(1));
        QTRY_COMPARE(table->model()->rowCount(), 60);
        QScrollBar *bar = table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(3);
        finished(u"processes"_s, processes(1));
        QTRY_COMPARE(table->model()->rowCount(), 61);
        QCOMPARE(bar->value(), 3);
        bar->setValue(bar->maximum());
        finished(u"processes"_s, processes(1));
        QTRY_COMPARE(table->model()->rowCount(), 62);
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void logTellsWhatIsKnownOfACommand()
    {
        const CommandId id = finished(u"processes -name p"_s, processes(5));
        auto *log = m_page->findChild<CommandLogPanel *>();
        auto *table = named<QTableView>(u"Command log"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const QString time = table->model()->index(0, CommandLogModel::Accepted).data().toString();
        QVERIFY2(QRegularExpression(u"\\d\\d:\\d\\d:\\d\\d"_s).match(time).hasMatch(), qPrintable(time));
        log->select(id);
        const auto *input = named<TextView>(u"Input"_s);
        const QString text = QString::fromUtf8(input->buffer()->bytes());
        for (const QString &fact : {u"processes -name p\n"_s, u"Typed by: mia"_s, u"Folder: /"_s,
                 u"Read as: processes name=\"p\""_s, u"Status: completed"_s})
            QVERIFY2(text.contains(fact), qPrintable(text));
        Brackets french;
        QCoreApplication::installTranslator(&french);
        QTRY_VERIFY(QString::fromUtf8(input->buffer()->bytes()).contains(u"«Typed by»"_s));
        QCoreApplication::removeTranslator(&french);
    }

    /// A command is put down to who sent it, not to whose session it is.
    void logSaysWhoTypedInAnothersSession()
    {
        const CommandId own = finished(u"processes"_s, processes(1));
        m_tenant->actor = u"sam"_s;
        const CommandId other = finished(u"services"_s, {});
        const auto *rows = named<QTableView>(u"Command log"_s)->model();
        QTRY_COMPARE(rows->rowCount(), 2);
        QCOMPARE(rows->index(0, CommandLogModel::CommandLine).data().toString(), u"processes"_s);
        QCOMPARE(rows->index(1, CommandLogModel::CommandLine).data().toString(), u"sam: services"_s);
        QVERIFY(rows->index(1, CommandLogModel::CommandLine).data(Qt::ToolTipRole).toString().contains(u"sam"_s));
        auto *log = m_page->findChild<CommandLogPanel *>();
        const auto text = [this] { return QString::fromUtf8(named<TextView>(u"Input"_s)->buffer()->bytes()); };
        log->select(other);
        QTRY_VERIFY2(text().contains(u"Typed by: sam"_s), qPrintable(text()));
        log->select(own);
        QTRY_VERIFY2(text().contains(u"Typed by: mia"_s), qPrintable(text()));
        QCOMPARE(m_session->console().block(own)->otherTypist, QString());
        QCOMPARE(m_session->console().block(other)->otherTypist, u"sam"_s);
        QTRY_VERIFY(m_page->console().blockAt(1));
        QVERIFY(WidgetAudit::nameOf(*m_page->console().blockAt(1)).contains(u"Typed by sam"_s));
    }

    /// It does not look as if nothing was printed.
    void logSaysWhatRetentionRemoved()
    {
        const CommandId id = finished(u"processes"_s, processes(5));
        const CommandId silent = finished(u"services"_s, {});
        QTRY_VERIFY(m_session->command(silent) && isFinal(m_session->command(silent)->state));
        m_tenant->append(m_id, {}, Event::SessionDisconnected{EndReason::User, {}});
        m_tenant->append(m_id, {}, Event::ContentRemoved{ContentKind::Output, 1, 100, u"output-days"_s, 30});
        const ConsoleModel &console = m_session->console();
        QTRY_COMPARE(console.block(id)->removals.size(), 1U);
        QVERIFY(console.block(silent)->removals.empty());
        auto *log = m_page->findChild<CommandLogPanel *>();
        log->select(id);
        const QString said = u"The output of the command %1 was removed on"_s.arg(id.toString());
        const auto text = [this] { return QString::fromUtf8(named<TextView>(u"Input"_s)->buffer()->bytes()); };
        QTRY_VERIFY2(text().contains(said), qPrintable(text()));
        const auto isNoted = [&] {
            return std::ranges::any_of(
                log->findChildren<NoteLine *>(), [&](const NoteLine *note) { return note->text().contains(said); });
        };
        QTRY_VERIFY(isNoted());
        // Nor in a window of its own.
        m_page->requests().openWindow(id);
        auto *window = m_page->findChild<OutputWindow *>();
        QVERIFY(window);
        const auto *note = window->findChild<NoteLine *>();
        QVERIFY(note);
        QVERIFY2(note->text().contains(said), qPrintable(note->text()));
        window->close();
    }

    /// The service has the file of a getfile, this computer has not.
    void logSaysWhereAFileIs()
    {
        const CommandId id = m_tenant->accept(m_id, u"getfile /var/log/syslog"_s);
        m_tenant->append(m_id, id, Event::CommandSent{});
        m_tenant->append(m_id, id, Event::TransferStarted{});
        m_tenant->append(m_id, id, Event::EvidenceStored{9, QByteArray(32, 'h')});
        m_tenant->finish(id);
        auto *log = m_page->findChild<CommandLogPanel *>();
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 1);
        QTRY_VERIFY(m_session->command(id) && m_session->command(id)->state == CommandState::Completed);
        log->select(id);
        const auto text = [this] { return QString::fromUtf8(named<TextView>(u"Input"_s)->buffer()->bytes()); };
        QTRY_VERIFY2(text().contains(u"Status: not downloaded"_s), qPrintable(text()));
        m_tenant->append(m_id, id, Event::EvidenceDelivered{});
        QTRY_VERIFY2(text().contains(u"Status: completed"_s), qPrintable(text()));
        QVERIFY2(text().contains(u"on this computer does not have it"_s), qPrintable(text())); // perhaps on another one
        Download download;
        download.command = id;
        download.session = m_id;
        download.accepted = m_session->command(id)->accepted;
        download.state = Download::State::Finished;
        m_session->setDelivery(download);
        QTRY_VERIFY(text().contains(u"Status: completed"_s) && !text().contains(u"does not have it"_s));
    }

    /// What became of a command is read whole beside it, in a small window too; what there is no room for is in its tool tip.
    void statesAreNotCut_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s})
            QTest::addRow("%s", qPrintable(language)) << language;
    }

    void statesAreNotCut()
    {
        QFETCH(QString, language);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        m_page->resize(1024, 700);
        const auto end = [this](const QString &line, CommandState state, const std::vector<Error> &errors) {
            const CommandId id = m_tenant->accept(m_id, line);
            m_tenant->append(m_id, id, Event::CommandSent{});
            m_tenant->finish(id, state, errors);
        };
        end(u"processes"_s, CommandState::Completed, {Error{ErrorCode::AccessDenied, u"/proc"_s, {}, {}}});
        end(u"remediate file /tmp/evil -plan"_s, CommandState::Completed, {});
        end(u"services"_s, CommandState::Interrupted, {});
        auto *table = m_page->findChild<CommandLogPanel *>()->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        for (int row = 0; row < 3; ++row) {
            const QModelIndex state = table->model()->index(row, CommandLogModel::Status);
            QVERIFY(!table->isColumnHidden(CommandLogModel::Status));
            QVERIFY(!table->isColumnHidden(CommandLogModel::Id)); // by which lines name commands
            QTRY_VERIFY2(table->sizeHintForIndex(state).width() <= table->columnWidth(CommandLogModel::Status),
                qPrintable(state.data().toString()));
        }
        // Lines that begin alike are told apart.
        QCOMPARE_GE(
            table->columnWidth(CommandLogModel::CommandLine), 18 * table->fontMetrics().horizontalAdvance(u'n'));
    }

    /// What its block says above the output is said here, too.
    void notesStandAboveTheOutput()
    {
        const CommandId id = m_tenant->accept(m_id, u"processes -name nosuch"_s);
        m_tenant->append(m_id, id, Event::CommandSent{});
        std::vector<Error> errors(60, Error{ErrorCode::AccessDenied, u"/proc"_s, {}, {}});
        m_tenant->finish(id, CommandState::Failed, errors);
        auto *log = m_page->findChild<CommandLogPanel *>();
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 1);
        QTRY_VERIFY(m_session->command(id) && m_session->command(id)->state == CommandState::Failed);
        log->select(id);
        const auto notes = [log] {
            QStringList texts;
            for (const NoteLine *note : log->findChildren<NoteLine *>()) {
                if (note->isVisible())
                    texts += note->text();
            }
            return texts;
        };
        QTRY_COMPARE(notes().size(), 51);
        QVERIFY2(notes().constFirst().contains(u"/proc"_s), qPrintable(notes().constFirst()));
        QVERIFY2(notes().constLast().startsWith(u"And 10 more:"_s), qPrintable(notes().constLast()));
        m_session->clearConsole();
        QTRY_COMPARE(m_session->console().rowCount(), 0);
        const CommandId other = finished(u"processes"_s, processes(5));
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 2);
        log->select(other);
        QTRY_COMPARE(notes().size(), 0);
        log->select(id); // cleared away in the console
        QTRY_COMPARE(notes().size(), 51);
    }

    void aPlanARefusalAndAnActAreToldApart()
    {
        const QString hash(64, u'a');
        finished(u"remediate file /tmp/evil -plan"_s, {});
        const CommandId refused = m_tenant->accept(m_id, u"remediate file /tmp/evil -plan"_s);
        m_tenant->append(m_id, refused, Event::CommandSent{});
        m_tenant->finish(refused, CommandState::Failed, {Error{ErrorCode::NotLookedAt, u"/tmp/evil"_s, {}, {}}});
        finished(u"remediate file /tmp/evil -approve "_s + hash, {});
        const auto *rows = named<QTableView>(u"Command log"_s)->model();
        QTRY_COMPARE(rows->rowCount(), 3);
        const auto cell = [rows](int row, CommandLogModel::Column column) {
            return rows->index(row, column).data().toString();
        };
        QTRY_COMPARE(cell(0, CommandLogModel::Status), u"planned only"_s);
        QTRY_COMPARE(cell(1, CommandLogModel::Status), u"refused"_s);
        QTRY_COMPARE(cell(2, CommandLogModel::Status), u"completed"_s);
        QCOMPARE(cell(2, CommandLogModel::CommandLine), u"remediate file /tmp/evil -approve aaaaaaaa…"_s);
    }

    void whatIsNoLongerInTheConsoleOpensApart()
    {
        finished(u"processes"_s, processes(5));
        auto *table = named<QTableView>(u"Command log"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        m_session->clearConsole();
        QTRY_COMPARE(m_session->console().rowCount(), 0);
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(m_page->findChild<OutputWindow *>());
    }

    void logIsWrittenInEachFormat()
    {
        CommandRecord failed = record(7, u"=dir /x"_s, CommandState::Failed);
        failed.errors = {Error{ErrorCode::NotFound, u"/x"_s, {}, {}}};
        failed.errors.front().facts.set(Fact::Limit, 12);
        failed.exitStatus = 3;
        failed.outputSha256 = QByteArray(32, 'h');
        failed.typedBy = u"sam"_s;
        const QString digest = u"68"_s.repeated(32);
        CommandLog log;
        log.tenant = u"acme"_s;
        log.device = workstation().id;
        log.facts = workstation().facts;
        log.session.id = SessionId(7);
        log.session.createdBy = u"analyst"_s;
        log.session.started = QDateTime::fromString(u"2026-11-26T17:12:06Z"_s, Qt::ISODate);
        log.commands = {{failed, u"/srv"_s}, {record(8, u"processes"_s), u"/"_s}};
        const QJsonObject whole = QJsonDocument::fromJson(exportLog(log, LogFormat::Json)).object();
        QCOMPARE(whole.value(u"tenant"_s).toString(), u"acme"_s);
        QCOMPARE(whole.value(u"zone"_s).toString(), u"UTC"_s);
        QCOMPARE(whole.value(u"device"_s).toObject().value(u"name"_s).toString(), u"ws-0142"_s);
        QCOMPARE(whole.value(u"session"_s).toObject().value(u"user"_s).toString(), u"analyst"_s);
        QCOMPARE(whole.value(u"session"_s).toObject().value(u"started"_s).toString(), u"2026-11-26T17:12:06.000Z"_s);
        const QJsonArray json = whole.value(u"commands"_s).toArray();
        QCOMPARE(json.size(), 2);
        const QJsonObject first = json.at(0).toObject();
        QCOMPARE(first.value(u"command_line"_s).toString(), u"=dir /x"_s);
        QCOMPARE(first.value(u"status"_s).toString(), u"failed"_s);
        QCOMPARE(first.value(u"user"_s).toString(), u"sam"_s);
        QCOMPARE(first.value(u"exit_status"_s).toInt(), 3);
        QCOMPARE(first.value(u"folder"_s).toString(), u"/srv"_s);
        QCOMPARE(first.value(u"output"_s).toObject().value(u"sha256"_s).toString(), digest);
        const QJsonObject error = first.value(u"errors"_s).toArray().at(0).toObject();
        QCOMPARE(error.value(u"subject"_s).toString(), u"/x"_s);
        QCOMPARE(error.value(u"facts"_s).toObject().value(u"limit"_s).toInt(), 12);
        const QByteArray csv = exportLog(log, LogFormat::Csv);
        for (const QByteArray &fact : {QByteArray("'=dir /x"), QByteArray("ws-0142"), QByteArray("sam"),
                 digest.toLatin1(), QByteArray("limit=12")})
            QVERIFY2(csv.contains(fact), fact.constData());
        const QByteArray text = exportLog(log, LogFormat::Text);
        for (const QByteArray &fact :
            {QByteArray("=dir /x"), QByteArray("ws-0142"), QByteArray("zone: UTC"), digest.toLatin1()})
            QVERIFY2(text.contains(fact), fact.constData());
        QCOMPARE(logFileName(log), u"command-log-ws-0142-session-7-2026-11-26"_s);
        log.facts.name = u"../x\u202e:y"_s;
        QCOMPARE(logFileName(log), u"command-log-.._x_y-session-7-2026-11-26"_s);
        QCOMPARE(logFormatOf(u"a.JSON"_s), LogFormat::Json);
        QCOMPARE(logFormatOf(u"a"_s), LogFormat::Text);
    }
};

QTEST_MAIN(CommandLogTest)
#include "tst_commandlog.moc"
