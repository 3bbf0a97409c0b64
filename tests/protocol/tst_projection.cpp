// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/journal/projection.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;

/// What the journal's entries say about sessions and commands.
class TestProjection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sessionFollowsItsEntries();
    void sessionEnds();
    void whoActsIsKnown();
    void commandFollowsItsEntries();
    void whatEndedUnheardTookAsLongAsItWasOpen();
    void rejectedLineIsKept();
    void aLineIsWhoSentIt();
    void workingDirectoryIsWhereTheLastCommandLeft();
    void replayDoublesNothing();
    void finalStateStays();
    void cancelTellsTheTruth_data();
    void cancelTellsTheTruth();
    void sessionsDoNotMix();
    void forgets();
    void unknownIdsAreNobody();

private:
    JournalEntry entry(const JournalEvent &event, SessionId session = {}, CommandId command = {});
    void happens(const JournalEvent &event, SessionId session = {}, CommandId command = {});
    void connectSession(SessionId session);
    void accept(const QString &line, SessionId session, CommandId command);
    void finish(CommandState state, SessionId session, CommandId command, const QString &directory = {});
    QDateTime now() const { return m_begin.addSecs(qint64(m_number)); }

    static constexpr SessionId Mine{7};
    static constexpr SessionId Other{8};
    static constexpr CommandId First{100};
    const QDateTime m_begin = QDateTime::fromMSecsSinceEpoch(1'763'000'000'000, QTimeZone::UTC);
    quint64 m_number = 0;
    Projection m_projection;
};

void TestProjection::init()
{
    m_number = 0;
    m_projection = {};
}

JournalEntry TestProjection::entry(const JournalEvent &event, SessionId session, CommandId command)
{
    ++m_number;
    return {.number = m_number,
        .time = now(),
        .actor = u"mara"_s,
        .device = DeviceId(u"d1"_s),
        .session = session,
        .command = command,
        .event = event,
        .previous = {},
        .hash = {}};
}

void TestProjection::happens(const JournalEvent &event, SessionId session, CommandId command)
{
    m_projection.apply(entry(event, session, command));
}

void TestProjection::connectSession(SessionId session)
{
    happens(Event::SessionCreated{u"case 12"_s}, session);
    happens(Event::SessionConnecting{}, session);
    happens(Event::SessionConnected{}, session);
}

void TestProjection::accept(const QString &line, SessionId session, CommandId command)
{
    happens(Event::CommandAccepted{.line = line, .invocation = *parseLine(line)}, session, command);
}

void TestProjection::finish(CommandState state, SessionId session, CommandId command, const QString &directory)
{
    Event::CommandFinished finished;
    finished.state = state;
    finished.chunks = 2;
    finished.rows = 30;
    finished.bytes = 4096;
    finished.duration = 1500us;
    finished.workingDirectory = directory;
    happens(finished, session, command);
}

void TestProjection::sessionFollowsItsEntries()
{
    happens(Event::SessionCreated{u"case 12"_s}, Mine);
    const SessionRecord *session = m_projection.session(Mine);
    QVERIFY(session);
    QCOMPARE(session->state, SessionState::Created);
    QCOMPARE(session->createdBy, u"mara"_s);
    QCOMPARE(session->device, DeviceId(u"d1"_s));
    QCOMPARE(session->reason, u"case 12"_s);
    QCOMPARE(session->started, now());
    happens(Event::SessionConnecting{}, Mine);
    QCOMPARE(m_projection.session(Mine)->state, SessionState::Connecting);
    happens(Event::SessionConnected{}, Mine);
    QCOMPARE(m_projection.session(Mine)->state, SessionState::Connected);
    QCOMPARE(m_projection.session(Mine)->lastActivity, now());
    QCOMPARE(m_projection.lastNumber(), m_number);
}

void TestProjection::sessionEnds()
{
    connectSession(Mine);
    happens(Event::SessionDisconnected{EndReason::Inactivity, u"30 min"_s}, Mine);
    const SessionRecord *session = m_projection.session(Mine);
    QCOMPARE(session->state, SessionState::Disconnected);
    QCOMPARE(session->ended, now());
    QCOMPARE(session->endReason, EndReason::Inactivity);
    QCOMPARE(session->endDetail, u"30 min"_s);
    QCOMPARE(session->endedBy, std::optional(u"mara"_s));
    QVERIFY(otherEnder(*session).isEmpty());
}

/// Whoever acts in the session of somebody else does so until they step back, from each place, or until it ends.
void TestProjection::whoActsIsKnown()
{
    const auto sams = [this](const JournalEvent &event) {
        JournalEntry said = entry(event, Mine);
        said.actor = u"sam"_s;
        m_projection.apply(said);
    };
    const auto acting = [this] { return m_projection.session(Mine)->acting.value_or(QStringList()); };
    connectSession(Mine);
    sams(Event::SteppedBack{});
    QVERIFY(!m_projection.session(Mine)->acting);
    sams(Event::SteppedIn{});
    sams(Event::SteppedIn{});
    sams(Event::SteppedBack{});
    QCOMPARE(acting(), QStringList{u"sam"_s});
    sams(Event::SteppedBack{});
    QVERIFY(acting().isEmpty());
    sams(Event::SteppedIn{});
    sams(Event::SessionDisconnected{EndReason::User, {}});
    QVERIFY(acting().isEmpty());
    QCOMPARE(otherEnder(*m_projection.session(Mine)), u"sam"_s);
    QCOMPARE(sessionEnded(*m_projection.session(Mine)).facts.text(Fact::Holder), u"sam"_s);
}

void TestProjection::commandFollowsItsEntries()
{
    connectSession(Mine);
    accept(u"dir /etc &"_s, Mine, First);
    const QDateTime accepted = now();
    QCOMPARE(m_projection.command(First)->line, u"dir /etc &"_s);
    QCOMPARE(m_projection.command(First)->invocation.value(u"path"_s), u"/etc"_s);
    QCOMPARE(m_projection.command(First)->state, CommandState::Created);
    QVERIFY(m_projection.command(First)->background);
    happens(Event::CommandSent{}, Mine, First);
    QCOMPARE(m_projection.command(First)->state, CommandState::Pending);
    happens(Event::CommandStarted{now()}, Mine, First);
    QCOMPARE(m_projection.command(First)->state, CommandState::Running);
    happens(Event::CommandBackgrounded{false}, Mine, First);
    QVERIFY(!m_projection.command(First)->background);
    finish(CommandState::Completed, Mine, First);

    const CommandRecord *command = m_projection.command(First);
    QCOMPARE(command->state, CommandState::Completed);
    QCOMPARE(command->session, Mine);
    QCOMPARE(command->accepted, accepted);
    QCOMPARE(command->finished, now());
    QCOMPARE(command->chunks, 2u);
    QCOMPARE(command->rows, quint64(30));
    QCOMPARE(command->bytes, quint64(4096));
    QVERIFY(command->duration == 1500us);
    QCOMPARE(m_projection.session(Mine)->commandCount, 1u);
    QCOMPARE(m_projection.session(Mine)->lastActivity, now());
}

/// The device said nothing of an end that the service had to find out: 0 seconds would be a lie.
void TestProjection::whatEndedUnheardTookAsLongAsItWasOpen()
{
    connectSession(Mine);
    accept(u"run slow.py"_s, Mine, First);
    const QDateTime accepted = now();
    happens(Event::CommandStarted{now()}, Mine, First);
    Event::CommandFinished interrupted;
    interrupted.state = CommandState::Interrupted;
    happens(interrupted, Mine, First);
    QVERIFY(now() > accepted);
    QVERIFY(m_projection.command(First)->duration == now() - accepted);
}

void TestProjection::rejectedLineIsKept()
{
    connectSession(Mine);
    happens(Event::CommandRejected{u"nonsense"_s, parseLine(u"nonsense").error()}, Mine, First);
    const CommandRecord *command = m_projection.command(First);
    QCOMPARE(command->line, u"nonsense"_s);
    QCOMPARE(command->state, CommandState::Rejected);
    QCOMPARE(command->errors.at(0).code, ErrorCode::UnknownVerb);
    QCOMPARE(command->finished, now());
    QCOMPARE(m_projection.session(Mine)->commandCount, 1u);
}

/// Whose session it is says nothing of who typed in it, nor does who decided about a line that was held.
void TestProjection::aLineIsWhoSentIt()
{
    const auto says = [this](const QString &actor, const JournalEvent &event, CommandId command) {
        JournalEntry said = entry(event, Mine, command);
        said.actor = actor;
        m_projection.apply(said);
    };
    const auto typedBy = [this](
                             CommandId command) { return m_projection.command(command)->typedBy.value_or(QString()); };
    const auto other = [this](CommandId command) {
        return otherTypist(*m_projection.session(Mine), *m_projection.command(command));
    };
    connectSession(Mine);
    const Invocation dir = *parseLine(u"dir /etc");
    says(u"mara"_s, Event::CommandAccepted{.line = u"dir /etc"_s, .invocation = dir}, First);
    QCOMPARE(typedBy(First), u"mara"_s);
    QCOMPARE(other(First), QString());
    const CommandId second(101);
    says(u"sam"_s, Event::CommandAccepted{.line = u"dir /etc"_s, .invocation = dir}, second);
    QCOMPARE(other(second), u"sam"_s);
    const CommandId held(102);
    Event::ApprovalRequested asked;
    asked.line = u"dir /etc"_s;
    asked.invocation = dir;
    says(u"sam"_s, asked, held);
    says(u"ada"_s, Event::CommandRejected{u"dir /etc"_s, {ErrorCode::ApprovalDenied, {}, {}, {}}}, held);
    QCOMPARE(typedBy(held), u"sam"_s);
    const CommandId opening(103);
    Invocation connect;
    connect.verb = Verbs::Connect.name;
    says(u"service"_s, Event::CommandAccepted{.line = connect.verb, .invocation = connect}, opening);
    QCOMPARE(other(opening), QString()); // nobody typed it
}

void TestProjection::workingDirectoryIsWhereTheLastCommandLeft()
{
    connectSession(Mine);
    accept(u"cd /var/log"_s, Mine, First);
    finish(CommandState::Completed, Mine, First, u"/var/log"_s);
    QCOMPARE(m_projection.session(Mine)->workingDirectory, u"/var/log"_s);
    accept(u"dir"_s, Mine, CommandId(101));
    finish(CommandState::Completed, Mine, CommandId(101));
    QCOMPARE(m_projection.session(Mine)->workingDirectory, u"/var/log"_s);
}

void TestProjection::replayDoublesNothing()
{
    connectSession(Mine);
    const JournalEntry accepted =
        entry(Event::CommandAccepted{.line = u"dir"_s, .invocation = *parseLine(u"dir")}, Mine, First);
    m_projection.apply(accepted);
    finish(CommandState::Completed, Mine, First);
    m_projection.apply(accepted);
    QCOMPARE(m_projection.session(Mine)->commandCount, 1u);
    QCOMPARE(m_projection.command(First)->state, CommandState::Completed);
    QCOMPARE(m_projection.lastNumber(), m_number);
}

void TestProjection::finalStateStays()
{
    connectSession(Mine);
    accept(u"dir"_s, Mine, First);
    finish(CommandState::Cancelled, Mine, First);
    const QDateTime finished = now();
    happens(Event::CommandStarted{now()}, Mine, First);
    finish(CommandState::Completed, Mine, First);
    QCOMPARE(m_projection.command(First)->state, CommandState::Cancelled);
    QCOMPARE(m_projection.command(First)->finished, finished);
}

void TestProjection::cancelTellsTheTruth_data()
{
    QTest::addColumn<CancelResult>("result");
    QTest::addColumn<CommandState>("state");
    QTest::newRow("stopped on the device") << CancelResult::Stopped << CommandState::Cancelled;
    QTest::newRow("too late") << CancelResult::TooLate << CommandState::Completed;
    QTest::newRow("not confirmed") << CancelResult::NotConfirmed << CommandState::Interrupted;
}

void TestProjection::cancelTellsTheTruth()
{
    QFETCH(CancelResult, result);
    QFETCH(CommandState, state);
    connectSession(Mine);
    accept(u"findfile x"_s, Mine, First);
    happens(Event::CancelAsked{}, Mine, First);
    QVERIFY(m_projection.command(First)->cancelAsked);
    QVERIFY(!m_projection.command(First)->cancelResult);
    // The device's answer may come after the end of the command.
    finish(state, Mine, First);
    happens(Event::CancelConfirmed{result}, Mine, First);
    QCOMPARE(m_projection.command(First)->cancelResult, result);
    QCOMPARE(m_projection.command(First)->state, state);
}

void TestProjection::sessionsDoNotMix()
{
    connectSession(Mine);
    connectSession(Other);
    accept(u"cd /tmp"_s, Other, First);
    finish(CommandState::Completed, Other, First, u"/tmp"_s);
    happens(Event::SessionDisconnected{}, Mine);
    QCOMPARE(m_projection.session(Mine)->workingDirectory, u"/"_s);
    QCOMPARE(m_projection.session(Mine)->commandCount, 0u);
    QCOMPARE(m_projection.session(Other)->state, SessionState::Connected);
    QCOMPARE(m_projection.command(First)->session, Other);
}

void TestProjection::forgets()
{
    connectSession(Mine);
    connectSession(Other);
    accept(u"dir"_s, Mine, First);
    accept(u"dir"_s, Other, CommandId(101));
    m_projection.forget(Mine);
    QVERIFY(!m_projection.session(Mine));
    QVERIFY(!m_projection.command(First));
    QVERIFY(m_projection.session(Other));
    QVERIFY(m_projection.command(CommandId(101)));
}

void TestProjection::unknownIdsAreNobody()
{
    QVERIFY(!m_projection.session(Mine));
    QVERIFY(!m_projection.command(First));
    QCOMPARE(m_projection.lastNumber(), quint64(0));
}

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
