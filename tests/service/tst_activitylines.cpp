// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "tests/service/activityfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the activity says of lines that waited for somebody, and of sessions that others came into: who, what about, and what came of it.
class TestActivityLines final : public QObject, private ActivityFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { tearDownActivity(); }

    void whatWasApprovedHasItsOutcome();
    void whatWasDeniedIsOfWhoTypedIt();
    void whatNobodyDecidedIsOfWhoTypedIt();
    void whatWasGivenUpIsCancelled();
    void whatNeededNobodyIsRefusedAsItself();
    void aCancelSaysOfWhat();
    void whoeverComesIntoASessionSaysWhose();
    void whatIsFoundIsInItsOrder();

private:
    CommandId held();
    bool decide(CommandId command, bool approved);
    /// Of this command, oldest first, each as "kind actor outcome: what".
    QStringList told(CommandId command);
    /// The same of this kind.
    QStringList toldOf(const QString &kind);
    static QString text(const ActivityRecord &record);

    const QString m_line = u"getfile /etc/hosts"_s;
};

void TestActivityLines::init()
{
    setUpActivity();
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"root"_s), {}, {Role::GlobalAdministrator}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"ada"_s), {}, {Role::Responder}));
    QVERIFY(openSession().isValid());
    QVERIFY(done(*m_admin, Message::ChangeSetting{.key = u"approval-verbs"_s, .value = u"getfile"_s}));
}

CommandId TestActivityLines::held()
{
    const CommandId command = submit(m_line);
    return command.isValid() && record(command).state == CommandState::Held ? command : CommandId();
}

bool TestActivityLines::decide(CommandId command, bool approved)
{
    return done(*m_admin, Message::DecideApproval{.command = command, .approved = approved, .reason = u"seen"_s});
}

QString TestActivityLines::text(const ActivityRecord &record)
{
    return u"%1 %2 %3: %4"_s.arg(record.kind, record.actor, Codec::wireName(record.outcome), record.what);
}

QStringList TestActivityLines::told(CommandId command)
{
    QStringList found;
    if (!indexed())
        return found;
    for (const ActivityRecord &record : page({}).records) {
        if (record.command == command)
            found.prepend(text(record));
    }
    return found;
}

QStringList TestActivityLines::toldOf(const QString &kind)
{
    QStringList found;
    if (!indexed())
        return found;
    for (const ActivityRecord &record : page({}).records) {
        if (record.kind == kind)
            found.prepend(text(record));
    }
    return found;
}

void TestActivityLines::whatWasApprovedHasItsOutcome()
{
    const CommandId command = held();
    QVERIFY(command.isValid());
    QCOMPARE(told(command), QStringList{u"approval-requested ada underway: getfile /etc/hosts"_s});
    QVERIFY(decide(command, true));
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, command);
    const QStringList asked{u"approval-requested ada done: getfile /etc/hosts"_s,
        u"approval-decided root done: getfile /etc/hosts (seen)"_s};
    QCOMPARE(told(command), asked + QStringList{u"command-accepted ada underway: getfile /etc/hosts"_s});
    m_agent->send(end(command, 0, CommandState::Failed));
    QTRY_COMPARE(record(command).state, CommandState::Failed);
    QCOMPARE(told(command), asked + QStringList{u"command-accepted ada failed: getfile /etc/hosts"_s});
    for (const ActivityRecord &record : page({.filter = {.outcome = ActivityOutcome::Underway}}).records)
        QVERIFY2(record.command != command, qPrintable(text(record)));
}

void TestActivityLines::whatWasDeniedIsOfWhoTypedIt()
{
    const CommandId command = held();
    QVERIFY(decide(command, false));
    QCOMPARE(told(command),
        (QStringList{u"approval-requested ada refused: getfile /etc/hosts"_s,
            u"approval-decided root refused: getfile /etc/hosts (seen)"_s}));
    const auto refused = page({.filter = {.user = u"ada"_s, .outcome = ActivityOutcome::Refused}}).records;
    QCOMPARE(refused.size(), 1U);
    QCOMPARE(refused.front().command, command);
}

void TestActivityLines::whatNobodyDecidedIsOfWhoTypedIt()
{
    const CommandId command = held();
    m_bench->tenant().commands.expireHeld(QDateTime::currentDateTimeUtc().addDuration(24h));
    QCOMPARE(record(command).state, CommandState::Rejected);
    QCOMPARE(told(command), QStringList{u"approval-requested ada refused: getfile /etc/hosts"_s});
}

void TestActivityLines::whatWasGivenUpIsCancelled()
{
    const CommandId command = held();
    QVERIFY(done(*m_analyst, Message::AskCancel{.command = command}));
    QCOMPARE(told(command), QStringList{u"approval-requested ada cancelled: getfile /etc/hosts"_s});
}

void TestActivityLines::whatNeededNobodyIsRefusedAsItself()
{
    QCOMPARE(told(submit(u"nonsense"_s)), QStringList{u"command-rejected ada refused: nonsense"_s});
}

void TestActivityLines::aCancelSaysOfWhat()
{
    const CommandId command = started(u"processes"_s);
    QVERIFY(done(*m_analyst, Message::AskCancel{.command = command}));
    QVERIFY(told(command).contains(u"cancel-asked ada done: processes"_s));
}

void TestActivityLines::whoeverComesIntoASessionSaysWhose()
{
    QVERIFY(done(*m_admin, Message::WatchSession{.session = m_session, .acts = true}));
    QVERIFY(done(*m_admin, Message::WatchSession{.session = m_session, .acts = false}));
    QVERIFY(done(*m_admin, Message::CloseSession{.session = m_session}));
    QCOMPARE(toldOf(u"stepped-in"_s), QStringList{u"stepped-in root done: ada"_s});
    QCOMPARE(toldOf(u"stepped-back"_s), QStringList{u"stepped-back root done: ada"_s});
    QCOMPARE(toldOf(u"session-disconnected"_s), QStringList{u"session-disconnected root done: ada: user"_s});
    const auto records = page({}).records;
    const auto ended = std::ranges::find(records, u"session-disconnected"_s, &ActivityRecord::kind);
    QVERIFY(ended != records.end());
    QCOMPARE(ended->device, m_device);
    QCOMPARE(ended->session, m_session);
}

/// Whether the words were typed or printed, and however the pages are cut.
void TestActivityLines::whatIsFoundIsInItsOrder()
{
    QList<quint64> commands;
    for (int i = 0; i < 3; ++i) {
        commands.prepend(submit(u"jobs beacon%1"_s.arg(i)).value());
        commands.prepend(print(u"processes"_s, ChunkFormat::Text, "a beacon\n").value());
    }
    QVERIFY(!commands.contains(0) && indexed());
    for (const quint32 most : {1U, 2U, 4U, 200U}) {
        QList<quint64> found;
        Message::FetchActivity wanted{.filter = {.what = u"beacon"_s}, .most = most};
        for (bool complete = false; !complete;) {
            const auto told = page(wanted);
            for (const ActivityRecord &record : told.records)
                found += record.command.value();
            askForNext(wanted, told);
            complete = told.complete;
        }
        QCOMPARE(found, commands);
    }
}

QTEST_GUILESS_MAIN(TestActivityLines)
#include "tst_activitylines.moc"
