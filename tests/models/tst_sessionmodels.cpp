// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandlogmodel.h"
#include "models/session/consolemodel.h"
#include "models/session/sessionlistmodel.h"
#include "tests/models/recordedsession.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

CommandRecord command(quint64 id, const QString &line, CommandState state = CommandState::Created)
{
    CommandRecord record;
    record.id = CommandId(id);
    record.line = line;
    record.state = state;
    record.accepted = QDateTime::currentDateTimeUtc();
    return record;
}

ConsoleModel::Block typed(const QString &line, const QString &submission)
{
    CommandRecord record;
    record.line = line;
    ConsoleModel::Block block;
    block.record = std::make_shared<const CommandRecord>(record);
    block.submission = submission;
    return block;
}

SessionRecord session(quint64 id, SessionState state)
{
    SessionRecord record;
    record.id = SessionId(id);
    record.state = state;
    return record;
}

QStringList lines(const QAbstractItemModel &model, int column = 0)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, column).data().toString());
    return all;
}

QAbstractItemModelTester *testerOf(QAbstractItemModel &model)
{
    return new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest, &model);
}

} // namespace

class SessionModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogKeepsCommandsInOrder()
    {
        RecordedSession recorded;
        CommandLogModel log(recorded.records);
        testerOf(log);
        recorded.put(command(3, u"jobs"_s));
        recorded.put(command(1, u"connect"_s));
        recorded.put(command(2, u"dir"_s));
        QCOMPARE(lines(log, CommandLogModel::CommandLine), (QStringList{u"connect"_s, u"dir"_s, u"jobs"_s}));

        QSignalSpy changed(&log, &QAbstractItemModel::dataChanged);
        CommandRecord done = command(2, u"dir"_s, CommandState::Completed);
        done.duration = 1250ms;
        recorded.put(done);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(log.rowCount(), 3);
        QCOMPARE(log.index(1, CommandLogModel::Duration).data().toString(), u"1.25 s"_s);
        QCOMPARE(log.index(1, CommandLogModel::Status).data().toString(), u"completed"_s);
        QCOMPARE(log.index(0, CommandLogModel::Duration).data().toString(), QString());
        QCOMPARE(log.index(1, 0).data(CommandLogModel::RecordRole).value<const CommandRecord *>()->id, CommandId(2));
    }

    void theLogIsSearched()
    {
        RecordedSession recorded;
        CommandLogModel log(recorded.records);
        testerOf(log);
        recorded.put(command(10, u"DIR /etc"_s));
        recorded.put(command(11, u"jobs"_s));
        log.setFilter(u"dir"_s);
        recorded.put(command(12, u"dir /var"_s));
        recorded.put(command(13, u"cd /"_s));
        QCOMPARE(lines(log, CommandLogModel::CommandLine), (QStringList{u"DIR /etc"_s, u"dir /var"_s}));
        log.setFilter(u"13"_s);
        QCOMPARE(log.rowOf(CommandId(13)), 0);
        QCOMPARE(log.rowOf(CommandId(12)), -1);
        QCOMPARE(log.totalCount(), 4);
    }

    void durationsTick()
    {
        CommandRecord running = command(1, u"x"_s, CommandState::Running);
        QCOMPARE(commandDuration(running, running.accepted.addMSecs(1500)), 1500ms);
        QCOMPARE(commandDuration(running, running.accepted.addMSecs(-10)), 0ms); // a clock that was set back
        running.state = CommandState::Failed;
        running.duration = 7us;
        QCOMPARE(commandDuration(running, running.accepted.addMSecs(1500)), 7us);
    }

    void aTypedLineBecomesItsCommand_data()
    {
        QTest::addColumn<bool>("journalFirst");
        QTest::newRow("the answer comes first") << false;
        QTest::newRow("the journal comes first") << true;
    }

    void aTypedLineBecomesItsCommand()
    {
        QFETCH(bool, journalFirst);
        RecordedSession recorded;
        ConsoleModel console(recorded.records);
        testerOf(console);
        recorded.put(command(1, u"connect"_s, CommandState::Completed));
        console.appendLocal(typed(u"dir"_s, u"s1"_s));
        console.appendLocal(typed(u"jobs"_s, u"s2"_s));
        QCOMPARE(console.index(1).data(ConsoleModel::CommandIdRole).toULongLong(), 0u);
        if (journalFirst) {
            recorded.put(command(2, u"dir"_s, CommandState::Running));
            console.adopt(u"s1"_s, CommandId(2));
        } else {
            console.adopt(u"s1"_s, CommandId(2));
            recorded.put(command(2, u"dir"_s, CommandState::Running));
        }
        QCOMPARE(lines(console), (QStringList{u"connect"_s, u"dir"_s, u"jobs"_s}));
        QCOMPARE(console.block(CommandId(2))->record->state, CommandState::Running);
        QCOMPARE(console.rowOf(CommandId(2)), 1);
        QCOMPARE(console.rowOfSubmission(u"s2"_s), 2);
    }

    void clsClearsTheScreen()
    {
        RecordedSession recorded;
        ConsoleModel console(recorded.records);
        testerOf(console);
        recorded.put(command(1, u"findfile x &"_s, CommandState::Running));
        console.appendLocal(typed(u"dir"_s, u"s1"_s));
        console.clear();
        QCOMPARE(console.rowCount(), 0);
        // What was there stays away when it goes on; what comes is shown.
        recorded.put(command(1, u"findfile x &"_s, CommandState::Completed));
        console.adopt(u"s1"_s, CommandId(2));
        recorded.put(command(2, u"dir"_s));
        QCOMPARE(console.rowCount(), 0);
        recorded.put(command(3, u"jobs"_s));
        QCOMPARE(lines(console), QStringList{u"jobs"_s});
    }

    void blocksChangeInPlace()
    {
        RecordedSession recorded;
        ConsoleModel console(recorded.records);
        recorded.put(command(1, u"dir > x"_s, CommandState::Completed));
        QSignalSpy changed(&console, &QAbstractItemModel::dataChanged);
        CommandOutput output(nullptr, OutputType::Text);
        console.setOutput(CommandId(1), &output);
        console.setSaved(CommandId(1), u"/x"_s);
        console.setSaved(CommandId(9), u"/y"_s); // no such block
        QCOMPARE(changed.size(), 2);
        QCOMPARE(console.index(0).data(ConsoleModel::OutputRole).value<CommandOutput *>(), &output);
        QCOMPARE(console.index(0).data(ConsoleModel::BlockRole).value<const ConsoleModel::Block *>()->savedTo, u"/x"_s);
    }

    /// However many views there are, a command is kept once.
    void viewsShowTheRecordsThemselves()
    {
        RecordedSession recorded;
        CommandLogModel before(recorded.records);
        ConsoleModel console(recorded.records);
        recorded.put(command(1, u"dir"_s, CommandState::Running));
        const CommandRecord *record = recorded.records.command(CommandId(1));
        for (quint64 id = 2; id < 200; ++id)
            recorded.put(command(id, u"jobs"_s, CommandState::Completed));
        recorded.put(command(1, u"dir"_s, CommandState::Completed));
        // One that comes late shows the same.
        CommandLogModel log(recorded.records);
        ConsoleModel again(recorded.records);
        testerOf(log);
        testerOf(again);
        QCOMPARE(recorded.records.command(CommandId(1)), record);
        QCOMPARE(before.record(0), record);
        QCOMPARE(log.record(0), record);
        QCOMPARE(console.block(CommandId(1))->record.get(), record);
        QCOMPARE(again.block(CommandId(1))->record.get(), record);
        QCOMPARE(record->state, CommandState::Completed);
        QCOMPARE(log.rowCount(), 199);
        QCOMPARE(lines(again), lines(console));
    }

    void recordsSayWhatChanged()
    {
        RecordedSession recorded;
        QSignalSpy added(&recorded.records, &CommandRecords::added);
        QSignalSpy changed(&recorded.records, &CommandRecords::changed);
        QSignalSpy finished(&recorded.records, &CommandRecords::finished);
        QSignalSpy all(&recorded.records, &CommandRecords::sessionChanged);
        recorded.setWorkingDirectory(u"/etc"_s);
        recorded.put(command(1, u"dir"_s, CommandState::Running));
        recorded.setWorkingDirectory(u"/var"_s);
        recorded.put(command(1, u"dir"_s, CommandState::Completed));
        QCOMPARE(added.size(), 1);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(all.size(), 4);
        QCOMPARE(recorded.records.directoryOf(CommandId(1)), u"/etc"_s);
        // What came before, or is another session's, is passed over.
        JournalEntry old;
        old.number = 1;
        old.session = SessionId(1);
        JournalEntry other;
        other.number = 1000;
        other.session = SessionId(2);
        recorded.records.apply({old, other});
        QCOMPARE(all.size(), 4);
        QVERIFY(recorded.records.lastNumber() < 1000);
    }

    void liveSessionsComeFirst()
    {
        SessionListModel sessions;
        testerOf(sessions);
        sessions.update({session(1, SessionState::Disconnected), session(2, SessionState::Connected),
            session(3, SessionState::Disconnected), session(4, SessionState::Created)});
        QCOMPARE(lines(sessions), (QStringList{u"4"_s, u"2"_s, u"3"_s, u"1"_s}));
        const QPersistentModelIndex selected = sessions.index(0, 0);
        sessions.update({session(4, SessionState::Connected)});
        QCOMPARE(sessions.session(SessionId(4))->state, SessionState::Connected);
        sessions.update({session(4, SessionState::Disconnected)});
        QCOMPARE(lines(sessions), (QStringList{u"2"_s, u"4"_s, u"3"_s, u"1"_s}));
        QCOMPARE(selected.data(SessionListModel::SessionIdRole).toULongLong(), 4u);
        QCOMPARE(sessions.liveCount(), 1);
    }

    void randomSessionsStayInOrder()
    {
        SessionListModel sessions;
        testerOf(sessions);
        QRandomGenerator random(2);
        for (int i = 0; i < 500; ++i)
            sessions.update({session(
                random.bounded(1, 40), random.bounded(2) ? SessionState::Connected : SessionState::Disconnected)});
        for (int row = 1; row < sessions.rowCount(); ++row) {
            const SessionRecord &above = *sessions.session(row - 1);
            const SessionRecord &below = *sessions.session(row);
            QVERIFY(isLive(above) == isLive(below) ? above.id > below.id : isLive(above));
        }
    }
};

QTEST_GUILESS_MAIN(SessionModelsTest)
#include "tst_sessionmodels.moc"
