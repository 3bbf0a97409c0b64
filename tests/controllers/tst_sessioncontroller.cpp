// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/interruptions.h"
#include "tests/controllers/scriptedsession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Client;

class SessionControllerTest final : public QObject, private ScriptedSession
{
    Q_OBJECT

    void goOffline()
    {
        m_tenant->up = false;
        m_tenant->drop();
        QTRY_COMPARE(m_client->state(), TenantClient::State::Reconnecting);
    }
    void goOnline()
    {
        m_tenant->up = true;
        m_client->retryNow();
        QTRY_VERIFY(m_client->isOnline());
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    /// Who hears that a line was taken can look at its command, in whatever order the service says both.
    void namesACommandOnceItIsKnown()
    {
        const auto session = open();
        m_tenant->answersBeforeEntries = true;
        QSignalSpy taken(session.get(), &SessionController::taken);
        bool wasKnown = false;
        connect(session.get(), &SessionController::taken, this,
            [&](const QString &, CommandId command) { wasKnown = session->command(command); });
        const QString submission = session->submit(u"dir"_s);
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(taken.at(0).at(0).toString(), submission);
        QVERIFY(wasKnown);
    }

    void showsALineFromTypedToFinished()
    {
        const auto session = open();
        QSignalSpy taken(session.get(), &SessionController::taken);
        QSignalSpy finished(session.get(), &SessionController::commandFinished);
        const QString submission = session->submit(u"processes"_s);
        QCOMPARE(session->console().rowCount(), 1); // before any answer
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(taken.at(0).at(0).toString(), submission);
        const auto command = taken.at(0).at(1).value<CommandId>();
        QTRY_COMPARE(session->foregroundCommand(), command);

        m_tenant->append(m_id, command, Event::CommandStarted{});
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 10), 10);
        m_tenant->finish(command);
        QTRY_COMPARE(finished.size(), 1);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(pids(*session->output(command)), upTo(10));
        QCOMPARE(session->console().rowCount(), 1);
        QCOMPARE(session->console().block(0)->output, session->output(command));
        QCOMPARE(session->command(command)->state, CommandState::Completed);
        QVERIFY(!session->foregroundCommand().isValid());
        // What was seen completes the next line.
        QVERIFY(session->completion().listing(u"processes"_s));
        QCOMPARE(session->completion().listing(u"processes"_s)->entries.size(), 10u);
    }

    void asksTheDeviceForWhatCompletes()
    {
        const auto session = open();
        QSignalSpy changed(session.get(), &SessionController::completionChanged);
        session->lookUp(u"processes"_s);
        session->lookUp(u"processes"_s);
        QTRY_COMPARE(session->commands().size(), 1); // asked once
        const CommandId command = session->commands().firstKey();
        QVERIFY(session->completion().isAsked(u"processes"_s));
        QVERIFY(!session->foregroundCommand().isValid()); // Ctrl+C is not about it
        m_tenant->append(m_id, command, Event::CommandStarted{});
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 10), 10);
        m_tenant->finish(command);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(session->completion().listing(u"processes"_s)->entries.size(), 10u);
        // It stands in the log, as what it was, and not in the console.
        QCOMPARE(session->console().rowCount(), 0);
        QCOMPARE(session->command(command)->origin, LineOrigin::Completion);
    }

    void saysWhyNothingCompletes()
    {
        const auto session = open();
        QSignalSpy changed(session.get(), &SessionController::completionChanged);
        session->lookUp(u"dir /root"_s);
        QTRY_COMPARE(session->commands().size(), 1);
        m_tenant->finish(
            session->commands().firstKey(), CommandState::Failed, {{ErrorCode::AccessDenied, u"/root"_s, {}, {}}});
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(session->completion().listing(u"dir /root"_s)->error->code, ErrorCode::AccessDenied);
        // What the platform does not have is not asked for.
        session->setPlatform(Platform::Linux);
        session->lookUp(u"registry HKEY_CURRENT_USER"_s);
        QVERIFY(!session->completion().isAsked(u"registry HKEY_CURRENT_USER"_s));
    }

    /// Nothing is known of it, whose it is included: it is nobody's own, and is not asked for again and again.
    void whatMayNotBeReadIsNotOnesOwn()
    {
        m_tenant->watchRefusal = Error{ErrorCode::NotPermitted, m_id.toString(), {}, {}}.with(Fact::Holder, u"eve"_s);
        SessionController session(*m_client, m_id);
        QSignalSpy refused(&session, &SessionController::refused);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(!session.isMine());
        m_tenant->drop();
        QTRY_VERIFY(!m_client->isOnline());
        m_client->retryNow();
        QTRY_VERIFY(m_client->isOnline());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().size(), 1U);
    }

    /// The service takes nothing of who has not said so, and forgets it with the connection.
    void whoStepsInSaysSo()
    {
        m_tenant->user = UserName(u"sam"_s);
        m_tenant->roles = {Role::GlobalAdministrator};
        goOffline();
        goOnline();
        const auto session = open();
        const auto said = [this] { return m_tenant->askedFor<Message::WatchSession>().back().acts; };
        QVERIFY(session->part() == SessionPart::Watches);
        QVERIFY(!said());
        session->stepIn(true);
        QVERIFY(session->part() == SessionPart::Acts);
        QTRY_VERIFY(said() == std::optional(true));
        const size_t times = m_tenant->askedFor<Message::WatchSession>().size();
        goOffline();
        goOnline();
        QTRY_VERIFY(m_tenant->askedFor<Message::WatchSession>().size() > times);
        QVERIFY(said() == std::optional(true));
        session->stepIn(false);
        QTRY_VERIFY(said() == std::optional(false));
        QVERIFY(session->part() == SessionPart::Watches);
    }

    /// They go on watching.
    void whoMayNotStepInReadsOn()
    {
        m_tenant->user = UserName(u"sam"_s);
        m_tenant->roles = {Role::GlobalAdministrator};
        goOffline();
        goOnline();
        const auto session = open();
        QSignalSpy refused(session.get(), &SessionController::refused);
        m_tenant->actingRefusal = Error{ErrorCode::NotPermitted, m_id.toString(), {}, {}};
        session->stepIn(true);
        QTRY_COMPARE(refused.size(), 1);
        QTRY_VERIFY(session->part() == SessionPart::Watches);
        m_tenant->accept(m_id, u"dir"_s);
        QTRY_COMPARE(session->commands().size(), 1);
        QCOMPARE(refused.size(), 1);
    }

    /// Of what ran when its program ended; of what went on, nobody hears.
    void interruptionsAreCounted()
    {
        const auto session = open();
        Interruptions interruptions;
        interruptions.follow(session.get());
        QSignalSpy counted(&interruptions, &Interruptions::counted);
        interruptions.begin(u"sonde-agent"_s, Runs::Device);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted.at(0).at(1).toInt(), 0);

        const CommandId ended = m_tenant->accept(m_id, u"findfile x"_s);
        const CommandId lost = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(lost) && session->command(lost)->state == CommandState::Running);
        interruptions.begin(u"sonde-agent"_s, Runs::Device);
        QCOMPARE(counted.size(), 1);
        m_tenant->finish(ended);
        m_tenant->finish(lost, CommandState::Interrupted);
        QTRY_COMPARE(counted.size(), 2);
        QCOMPARE(counted.at(1).at(0).toString(), u"sonde-agent"_s);
        QCOMPARE(counted.at(1).at(1).toInt(), 1);

        const CommandId goesOn = m_tenant->accept(m_id, u"findfile x"_s);
        QTRY_VERIFY(session->command(goesOn) && session->command(goesOn)->state == CommandState::Running);
        interruptions.begin(u"sonde-service"_s, Runs::Service);
        QCOMPARE(counted.size(), 3);
        interruptions.setPatience(200ms);
        interruptions.begin(u"sonde-agent"_s, Runs::Device);
        QTRY_COMPARE(counted.size(), 4);
        QCOMPARE(counted.at(3).at(1).toInt(), 0);
    }

    void entriesThatComeTwiceChangeNothing()
    {
        const auto session = open();
        m_tenant->repeatsEntries = true;
        QSignalSpy finished(session.get(), &SessionController::commandFinished);
        const CommandId first = m_tenant->accept(m_id, u"jobs"_s);
        m_tenant->finish(first);
        const CommandId second = m_tenant->accept(m_id, u"jobs"_s);
        m_tenant->finish(second);
        QTRY_VERIFY(session->command(second) && isFinal(session->command(second)->state));
        QCOMPARE(finished.size(), 2);
        QCOMPARE(session->console().rowCount(), 2);
        QCOMPARE(session->log().rowCount(), 2);
        QCOMPARE(session->session().commandCount, 2u);
    }

    void aLostConnectionIsMadeWhole()
    {
        const auto session = open();
        const CommandId running = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(running));
        m_tenant->addOutput(running, ChunkFormat::Rows, processChunk(0, 10), 10);
        QTRY_COMPARE(pids(*session->output(running)).size(), 10);
        const quint64 seen = m_tenant->journal().size();

        goOffline();
        m_tenant->addOutput(running, ChunkFormat::Rows, processChunk(10, 10), 10);
        m_tenant->finish(running);
        const CommandId missed = m_tenant->accept(m_id, u"jobs"_s);
        goOnline();
        QTRY_VERIFY(session->command(missed));
        QTRY_VERIFY(session->output(running)->whole());
        QCOMPARE(pids(*session->output(running)), upTo(20));
        QCOMPARE(session->console().rowCount(), 2);
        // Asked from where it stopped, not from the beginning.
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().back().after, seen);
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().size(), 2u);
    }

    void aSubmissionWhoseAnswerWasLostIsOneCommand()
    {
        const auto session = open();
        QSignalSpy taken(session.get(), &SessionController::taken);
        m_tenant->answersSubmissions = false;
        session->submit(u"jobs"_s);
        QTRY_COMPARE(m_tenant->askedFor<Message::SubmitLine>().size(), 1u);
        m_tenant->answersSubmissions = true;
        goOffline();
        goOnline();
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(session->console().rowCount(), 1);
        QCOMPARE(session->log().rowCount(), 1);
        QCOMPARE(m_tenant->askedFor<Message::SubmitLine>().size(), 2u);
    }

    void linesTypedOfflineWaitInOrder()
    {
        const auto session = open();
        QSignalSpy noted(session.get(), &SessionController::noted);
        QSignalSpy taken(session.get(), &SessionController::taken);
        goOffline();
        session->submit(u"cd /etc"_s);
        session->submit(u"dir"_s);
        const QString wrong = session->submit(u"fileinfo"_s); // nobody need be asked
        QCOMPARE(session->console().rowCount(), 3);
        QVERIFY(session->console().block(0)->waiting);
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted.at(0).at(0).toString(), wrong);
        QCOMPARE(noted.at(0).at(1).value<Error>().code, ErrorCode::MissingParameter);
        QCOMPARE(session->console().block(2)->record->state, CommandState::Rejected);
        goOnline();
        QTRY_COMPARE(taken.size(), 2);
        QVERIFY(!session->console().block(0)->waiting);
        QCOMPARE(m_tenant->askedFor<Message::SubmitLine>().at(0).line, u"cd /etc"_s);
        QCOMPARE(m_tenant->askedFor<Message::SubmitLine>().at(1).line, u"dir"_s);
    }

    void aLineThatMeansNothingStandsInTheJournal()
    {
        const auto session = open();
        session->submit(u"procesess"_s);
        QTRY_COMPARE(session->log().rowCount(), 1);
        QCOMPARE(session->log().record(0)->state, CommandState::Rejected);
        QCOMPARE(session->log().record(0)->errors.front().code, ErrorCode::UnknownVerb);
        QCOMPARE(session->console().rowCount(), 1);
    }

    void consoleVerbsActAtOnce()
    {
        const auto session = open();
        QSignalSpy help(session.get(), &SessionController::helpRequested);
        QSignalSpy leave(session.get(), &SessionController::disconnectRequested);
        session->submit(u"help findfile"_s);
        QCOMPARE(help.size(), 1);
        QCOMPARE(help.at(0).at(0).toString(), u"findfile"_s);
        QCOMPARE(ConsoleModel::helpVerb(*session->console().block(0)), u"findfile"_s);
        session->submit(u"trace"_s);
        QVERIFY(session->isTracing());
        QCOMPARE(session->console().block(1)->tracing, true);
        QVERIFY(session->submit(u"exit"_s).isEmpty());
        QCOMPARE(leave.size(), 1);
        session->submit(u"cls"_s);
        QCOMPARE(session->console().rowCount(), 0);
        // The log keeps what the screen does not.
        QTRY_COMPARE(session->log().rowCount(), 3);
        QCOMPARE(session->console().rowCount(), 0);
        session->submit(u"jobs"_s);
        QTRY_COMPARE(session->log().rowCount(), 4);
        QCOMPARE(session->console().rowCount(), 1);
    }

    void tracingShowsEntriesAndSizes()
    {
        const auto session = open();
        session->setTracing(true);
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 3), 3);
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        using Step = CommandTrace::Step;
        const auto trace = [&] { return session->console().block(command)->trace.value_or(CommandTrace()); };
        QTRY_VERIFY(trace().steps.contains(Step::Finished));
        for (const Step step : {Step::Accepted, Step::Started, Step::FirstByte, Step::LastByte})
            QVERIFY(trace().steps.contains(step));
        const auto said = [&](const QString &what) {
            return std::ranges::any_of(
                trace().packets, [&](const auto &packet) { return packet.what.contains(what) && packet.bytes > 0; });
        };
        QVERIFY(said(u"command-accepted"_s));
        QVERIFY(said(u"3 rows"_s));
        QVERIFY(said(u"command-finished"_s));
        QVERIFY(!trace().steps.contains(Step::Rendered));
        session->setRendered(command);
        QTRY_VERIFY(trace().steps.contains(Step::Rendered));
    }

    void tracingFollowsALineFromTheKeyboard()
    {
        const auto session = open();
        session->setTracing(true);
        QSignalSpy taken(session.get(), &SessionController::taken);
        session->submit(u"processes"_s);
        QTRY_COMPARE(taken.size(), 1);
        const auto command = taken.at(0).at(1).value<CommandId>();
        QTRY_VERIFY(session->console().block(command) && session->console().block(command)->trace);
        const CommandTrace trace = *session->console().block(command)->trace;
        QVERIFY(trace.steps.at(CommandTrace::Step::Typed) < std::chrono::milliseconds(1));
        QVERIFY(trace.steps.at(CommandTrace::Step::Accepted) > trace.steps.at(CommandTrace::Step::Typed));
        QVERIFY(trace.packets.front().outgoing);
        QVERIFY(trace.packets.front().what.startsWith(u"submit-line"));
        QVERIFY(trace.bytesOut > 0 && trace.bytesIn > 0);
        // Off, nothing more is kept.
        session->setTracing(false);
        session->submit(u"dir"_s);
        QTRY_COMPARE(taken.size(), 2);
        QVERIFY(!session->console().block(taken.at(1).at(1).value<CommandId>())->trace);
    }

    void cancelsAndMovesToTheBackground()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"findfile x"_s);
        QTRY_COMPARE(session->foregroundCommand(), command);
        session->setBackground(command, true);
        QTRY_VERIFY(session->command(command)->background);
        QVERIFY(!session->foregroundCommand().isValid());
        session->cancel(command);
        QTRY_VERIFY(session->command(command)->cancelAsked);
        m_tenant->append(m_id, command, Event::CancelConfirmed{CancelResult::Stopped});
        m_tenant->finish(command, CommandState::Cancelled);
        QTRY_COMPARE(session->command(command)->state, CommandState::Cancelled);
        QCOMPARE(session->command(command)->cancelResult, CancelResult::Stopped);
    }

    void anEndedSessionTakesNoLines()
    {
        const auto session = open();
        QSignalSpy ended(session.get(), &SessionController::ended);
        QSignalSpy noted(session.get(), &SessionController::noted);
        session->disconnectSession();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(session->isEnded());
        session->submit(u"dir"_s);
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted.at(0).at(1).value<Error>().code, ErrorCode::SessionClosed);
        QVERIFY(m_tenant->askedFor<Message::SubmitLine>().empty());
    }

    void twoSessionsOfOneClientDoNotMix()
    {
        const auto first = open();
        const SessionId other = m_tenant->openSession();
        SessionController second(*m_client, other);
        const CommandId command = m_tenant->accept(other, u"processes"_s);
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 2), 2);
        m_tenant->finish(command);
        QTRY_COMPARE(second.log().rowCount(), 1);
        QCOMPARE(first->log().rowCount(), 0);
        QCOMPARE(first->console().rowCount(), 0);
    }

    /// Who is gone takes nothing away from who still watches.
    void twoWatchersOfOneSessionAreCounted()
    {
        auto first = open();
        auto second = open();
        second.reset();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(first->command(command));
        QVERIFY(m_tenant->askedFor<Message::UnwatchSession>().empty());
        first.reset();
        QTRY_COMPARE(m_tenant->askedFor<Message::UnwatchSession>().size(), 1u);
    }

    void showsTheRecordsThemselves()
    {
        const auto session = open();
        QSignalSpy taken(session.get(), &SessionController::taken);
        session->submit(u"processes"_s);
        QTRY_COMPARE(taken.size(), 1);
        const auto command = taken.at(0).at(1).value<CommandId>();
        QVERIFY(session->command(command));
        QCOMPARE(session->log().record(0), session->command(command));
        QCOMPARE(session->console().block(0)->record.get(), session->command(command));
        QCOMPARE(&session->completion().commands(), &session->commands());
    }
};

QTEST_GUILESS_MAIN(SessionControllerTest)
#include "tst_sessioncontroller.moc"
