// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/casereport.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A case for people: who did what, who let them, and who came in between.
class TestCaseReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whoApprovedIsNamed();
    void whatWasTakenBackIsSaid();
    void whoElseActedAndEndedItIsNamed();
    void howLongItTookIsSaid();

private:
    void happens(const QString &actor, const JournalEvent &event, CommandId command = {});
    void accepted(CommandId command);
    void finished(CommandId command);

    static constexpr SessionId Session{3};
    const QDateTime m_begin = QDateTime::fromMSecsSinceEpoch(1'763'000'000'000, QTimeZone::UTC);
    const QString m_line = u"remediate file /tmp/evil"_s;
    CaseContents m_contents;
};

void TestCaseReport::happens(const QString &actor, const JournalEvent &event, CommandId command)
{
    const quint64 number = m_contents.records.size() + 1;
    JournalEntry entry{number, m_begin.addSecs(qint64(number)), actor, DeviceId(u"d1"_s), Session, command, event,
        QByteArray(32, '\0'), {}};
    entry.hash = entryHash(entry);
    QVERIFY(m_contents.add(entry));
}

void TestCaseReport::accepted(CommandId command)
{
    happens(u"ben"_s, Event::ApprovalRequested{m_line, *parseLine(m_line), {}, u"a case"_s, m_begin.addSecs(3600)},
        command);
    happens(u"sam"_s, Event::ApprovalDecided{true, {}}, command);
    happens(u"ben"_s, Event::CommandAccepted{m_line, *parseLine(m_line)}, command);
}

void TestCaseReport::finished(CommandId command)
{
    Event::CommandFinished event;
    event.duration = 1500ms;
    happens(u"agent"_s, event, command);
}

void TestCaseReport::init()
{
    m_contents = {};
    happens(u"ben"_s, Event::SessionCreated{u"case 12"_s});
    happens(u"service"_s, Event::SessionConnected{});
}

void TestCaseReport::whoApprovedIsNamed()
{
    accepted(CommandId(8));
    happens(u"agent"_s, Event::ActPlanned{.act = 1, .hash = {}, .plan = {}, .reason = {}, .analyst = u"ben"_s},
        CommandId(8));
    happens(u"agent"_s, Event::ActEnded{.act = 1}, CommandId(8));
    finished(CommandId(8));
    QCOMPARE(caseReport(m_contents).count(u"Approved by sam."_s), 1);
    QVERIFY(caseReport(m_contents).contains(u"It went on when this file was made."_s));
    QVERIFY(caseReport(m_contents).contains(u"<td>ben</td><td>sam</td>"_s)); // the act

    // Also of what was approved, and could not run after all.
    happens(u"ben"_s, Event::ApprovalRequested{m_line, *parseLine(m_line), {}, {}, m_begin}, CommandId(9));
    happens(u"sam"_s, Event::ApprovalDecided{true, {}}, CommandId(9));
    happens(u"service"_s, Event::CommandRejected{m_line, {ErrorCode::ApprovalOutdated, u"remediate"_s, {}, {}}},
        CommandId(9));
    QCOMPARE(caseReport(m_contents).count(u"Approved by sam."_s), 2);
}

void TestCaseReport::whatWasTakenBackIsSaid()
{
    for (const quint64 act : {1U, 2U}) {
        const CommandId command(7 + act);
        accepted(command);
        const std::optional<quint64> undoes = act == 2 ? std::optional<quint64>(1) : std::nullopt;
        Event::ActPlanned planned{.act = act, .hash = {}, .plan = {}, .reason = {}, .analyst = u"ben"_s};
        planned.plan.undoes = undoes;
        happens(u"agent"_s, planned, command);
        happens(u"agent"_s, Event::ActEnded{.act = act, .undoes = undoes}, command);
        finished(command);
        QCOMPARE(caseReport(m_contents).contains(u"Taken back by act 2 of this device."_s), act == 2);
    }
    QVERIFY(caseReport(m_contents).contains(u"It takes back act 1 of this device."_s));
    QVERIFY(caseReport(m_contents).contains(u"a session that is not in this file"_s));
}

void TestCaseReport::whoElseActedAndEndedItIsNamed()
{
    QVERIFY(!caseReport(m_contents).contains(u"Who else acted in it"_s));
    happens(u"sam"_s, Event::SteppedIn{});
    happens(u"sam"_s, Event::SteppedBack{});
    happens(u"sam"_s, Event::SessionDisconnected{EndReason::User, {}});
    const QString report = caseReport(m_contents);
    QVERIFY(report.contains(u"Who else acted in it"_s));
    QCOMPARE(report.count(u"<td>sam</td><td>Acts in another"_s), 2);
    QVERIFY(report.contains(u"closed by sam"_s));
    QVERIFY(!report.contains(u"disconnected by the user"_s));
}

void TestCaseReport::howLongItTookIsSaid()
{
    accepted(CommandId(8));
    finished(CommandId(8));
    happens(u"ben"_s, Event::SessionDisconnected{EndReason::User, {}});
    const QString report = caseReport(m_contents);
    QVERIFY2(report.contains(u"<td>1.50 s</td>"_s), qPrintable(report)); // the command
    QVERIFY(report.contains(u"disconnected by the user"_s));
    QVERIFY(report.contains(u"<th>Duration</th><td>"_s)); // the session
}

QTEST_GUILESS_MAIN(TestCaseReport)
#include "tst_casereport.moc"
