// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/earlierruns.h"
#include "controllers/session/interruptions.h"
#include "tests/controllers/scriptedsession.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QList<qint64> pids(const CommandOutput &output)
{
    QList<qint64> all;
    for (int row = 0; output.table() && row < output.table()->rowCount(); ++row)
        all.append(output.table()->row(row).at(1).toInteger());
    return all;
}

QList<qint64> upTo(int count)
{
    QList<qint64> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

} // namespace

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

    /// A block may be looked at as soon as its line was taken: the journal, which says how its rows are read, comes by turns.
    void showsAnOutputLookedAtBeforeTheJournalSpokeOfIt()
    {
        const auto session = open();
        m_tenant->answersBeforeEntries = true;
        connect(&session->console(), &QAbstractItemModel::dataChanged, session.get(), [&] {
            const CommandId taken = session->console().block(0)->record->id;
            if (taken.isValid() && !session->command(taken))
                session->output(taken);
        });
        session->submit(u"processes -output json"_s);
        QTRY_COMPARE(session->commands().size(), 1);
        const CommandId command = session->commands().firstKey();
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 3), 3);
        m_tenant->finish(command);
        QTRY_VERIFY(session->console().block(0)->output);
        QTRY_VERIFY(session->console().block(0)->output->whole());
        QCOMPARE(pids(*session->console().block(0)->output), upTo(3));
        QCOMPARE(session->console().block(0)->output->kind(), CommandOutput::Kind::Json);
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

    void fetchesWhatWasNotPushed()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 5), 5);
        m_tenant->pushesOutput = false;
        for (int i = 1; i < 200; ++i)
            m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(5 * i, 5), 5);
        m_tenant->pushesOutput = true;
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(1000, 5), 5);
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(pids(*session->output(command)), upTo(1005));
        QVERIFY(!m_tenant->askedFor<Message::FetchOutput>().empty());
    }

    void outputOfThePastIsFetchedWhenLookedAt()
    {
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 100), 100);
        m_tenant->finish(command);
        const auto session = open();
        QTRY_COMPARE(session->console().rowCount(), 1);
        QVERIFY(m_tenant->askedFor<Message::FetchOutput>().empty());
        CommandOutput *output = session->output(command);
        QTRY_VERIFY(output->whole());
        QCOMPARE(pids(*output), upTo(100));
    }

    void chunksComeInAnyOrderAndMoreThanOnce()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->pushesOutput = false;
        for (int i = 0; i < 4; ++i)
            m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(10 * i, 10), 10);
        for (const quint32 index : {2u, 0u, 0u, 3u, 1u, 2u})
            m_tenant->push(
                Message::CommandOutput{command, index, ChunkFormat::Rows, 10, processChunk(int(index) * 10, 10)});
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(pids(*session->output(command)), upTo(40));
    }

    void textComesAsText()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"cd /etc"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Text, "/etc\n");
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(session->output(command)->kind(), CommandOutput::Kind::Text);
        QCOMPARE(session->output(command)->text()->line(0), u"/etc"_s);
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

    void brokenRowsAreSaidNotShown()
    {
        const auto session = open();
        QSignalSpy refused(session.get(), &SessionController::refused);
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Rows, "\xff garbage", 1);
        m_tenant->finish(command);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(0).value<Error>().code, ErrorCode::ProtocolViolation);
        QTRY_VERIFY(session->output(command)->whole());
    }

    /// Each block says so of its own: many of them would be many dialogs.
    void removedOutputIsNoRefusal()
    {
        const auto session = open();
        QSignalSpy refused(session.get(), &SessionController::refused);
        QSignalSpy failed(&session->outputs(), &CommandOutputs::failed);
        m_tenant->pushesOutput = false;
        m_tenant->outputRefusal = Error{ErrorCode::ContentRemoved, u"1"_s, {}, {}};
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 10), 10);
        m_tenant->finish(command);
        QTRY_VERIFY(session->command(command) && isFinal(session->command(command)->state));
        QVERIFY(session->output(command));
        QTRY_VERIFY(!failed.empty());
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::ContentRemoved);
        QVERIFY(refused.empty());
        QVERIFY(!session->output(command)->whole());
    }

    void aCommandWithoutOutputIsWhole()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->finish(command, CommandState::Failed, {{ErrorCode::AccessDenied, u"/proc"_s, {}, {}}});
        QTRY_VERIFY(session->command(command) && isFinal(session->command(command)->state));
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(session->output(command)->kind(), CommandOutput::Kind::None);
        QCOMPARE(session->command(command)->errors.front().code, ErrorCode::AccessDenied);
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

    /// A session of the past is read by queries: nobody watches it.
    void readsTheSessionBeforeWithoutWatchingIt()
    {
        const CommandId before = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(before, ChunkFormat::Rows, processChunk(0, 50), 50);
        m_tenant->finish(before);
        for (int i = 0; i < 300; ++i)
            m_tenant->finish(m_tenant->accept(m_id, u"jobs"_s)); // its journal is more than a page
        m_tenant->append(m_id, {}, Event::SessionDisconnected{});
        SessionRecord last;
        last.id = m_id;
        last.commandCount = 301;
        last.createdBy = u"mia"_s;
        m_tenant->sessions = {last};
        SessionController session(*m_client, m_tenant->openSession());
        const CommandId now = m_tenant->accept(session.id(), u"processes"_s);
        m_tenant->finish(now);
        QTRY_VERIFY(session.command(now) && isFinal(session.command(now)->state));

        EarlierRuns runs(*m_client, session);
        runs.lookUp();
        QTRY_VERIFY(runs.isComplete());
        QCOMPARE(runs.before(now).size(), 1);
        QCOMPARE(runs.before(now).first().command.id, before);
        QVERIFY(!runs.before(now).first().thisSession);
        std::optional<ResultSnapshot> rows;
        runs.fetch(
            runs.before(now).first(), this, [&](const Result<ResultSnapshot> &earlier) { rows = earlier.value(); });
        QTRY_VERIFY(rows);
        QCOMPARE(rows->rowCount(), 50);
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().size(), 1u);
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().front().session, session.id());
    }

    /// Those of others are refused to a user; an administrator reads them.
    void comparesWithASessionThatMayBeRead()
    {
        QFETCH(const QStringList, roles);
        QFETCH(const bool, readsOthers);
        const auto past = [this](const QString &owner) {
            SessionRecord record;
            record.id = m_tenant->openSession();
            m_tenant->finish(m_tenant->accept(record.id, u"processes"_s));
            record.commandCount = 1;
            record.createdBy = owner;
            return record;
        };
        const SessionRecord own = past(u"mia"_s);
        const SessionRecord others = past(u"eve"_s);
        m_tenant->sessions = {others, own};
        m_tenant->roles = roles;
        m_tenant->drop(); // the roles are said when one signs in
        QTRY_COMPARE(m_client->welcome().roles, roles);
        SessionController session(*m_client, m_tenant->openSession());
        const CommandId now = m_tenant->accept(session.id(), u"processes"_s);
        QTRY_VERIFY(session.command(now));
        EarlierRuns runs(*m_client, session);
        runs.lookUp();
        QTRY_VERIFY(runs.isComplete());
        const auto read = [this](SessionId id) {
            return std::ranges::contains(
                m_tenant->askedFor<Message::FetchJournal>(), id, &Message::FetchJournal::session);
        };
        QCOMPARE(read(others.id), readsOthers);
        QCOMPARE(read(own.id), !readsOthers);
        QCOMPARE(runs.before(now).size(), 1);
    }
    void comparesWithASessionThatMayBeRead_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<bool>("readsOthers");
        QTest::newRow("a user") << QStringList{Role::Analyst} << false;
        QTest::newRow("an administrator") << QStringList{Role::SecurityAdministrator} << true;
    }

    /// A refusal is no session without runs, and it is asked again when somebody looks again.
    void saysWhyTheSessionBeforeCannotBeRead()
    {
        const CommandId before = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(before, ChunkFormat::Rows, processChunk(0, 3), 3);
        m_tenant->finish(before);
        SessionRecord last;
        last.id = m_id;
        last.commandCount = 1;
        last.createdBy = u"mia"_s;
        m_tenant->sessions = {last};
        SessionController session(*m_client, m_tenant->openSession());
        const CommandId now = m_tenant->accept(session.id(), u"processes"_s);
        QTRY_VERIFY(session.command(now));
        EarlierRuns runs(*m_client, session);
        for (auto *refusal : {&m_tenant->eligibilityRefusal, &m_tenant->journalRefusal}) {
            *refusal = Error{ErrorCode::NotPermitted, u"7"_s, {}, {}};
            runs.lookUp();
            QTRY_VERIFY(runs.problem());
            QCOMPARE(runs.problem()->code, ErrorCode::NotPermitted);
            QVERIFY(!runs.isComplete());
            refusal->reset();
        }
        runs.lookUp();
        QTRY_VERIFY(runs.isComplete());
        QVERIFY(!runs.problem());
        QCOMPARE(runs.before(now).size(), 1);

        m_tenant->outputRefusal = Error{ErrorCode::ReadFailed, u"7"_s, {}, {}};
        std::vector<Result<ResultSnapshot>> answers;
        const auto fetch = [&] {
            runs.fetch(
                runs.before(now).first(), this, [&](const Result<ResultSnapshot> &rows) { answers.push_back(rows); });
        };
        fetch();
        QTRY_COMPARE(answers.size(), 1u);
        QCOMPARE(answers.at(0).error().code, ErrorCode::ReadFailed);
        m_tenant->outputRefusal.reset();
        fetch();
        QTRY_COMPARE(answers.size(), 2u);
        QVERIFY(answers.at(1));
        QCOMPARE(answers.at(1)->rowCount(), 3);
    }

    void aControllerMayGoWhileItDecodes()
    {
        auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        for (int i = 0; i < 20; ++i)
            m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 2000), 2000);
        QTRY_VERIFY(session->output(command)->table());
        session.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QCoreApplication::sendPostedEvents();
    }
};

QTEST_GUILESS_MAIN(SessionControllerTest)
#include "tst_sessioncontroller.moc"
