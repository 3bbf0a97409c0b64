// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 30s;

QStringList linesOf(const SessionController &session)
{
    QStringList lines;
    for (const CommandRecord &command : session.commands())
        lines << command.line;
    return lines;
}

bool allFinal(const SessionController &session)
{
    return std::ranges::all_of(session.commands(), [](const CommandRecord &command) { return isFinal(command.state); });
}

} // namespace

/// Killing any of the programs at any moment loses nothing and doubles nothing.
class TestSurvival final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void serviceIsKilled();
    void agentIsKilled();
    void workstationGoesAway();
    void aHungServiceHoldsNobodyBack();
    void theIdleCountdownBeginsAnewWithTheService();
    void cancelTellsTheTruth();
    void journalIsVerified();

private:
    [[nodiscard]] CommandId submit(const QString &line) { return TestWorkstation::submit(*m_session, line); }

    std::unique_ptr<TestTenant> m_tenant;
    std::unique_ptr<TestWorkstation> m_workstation;
    std::unique_ptr<SessionController> m_session;
};

void TestSurvival::init()
{
    m_tenant = std::make_unique<TestTenant>();
    QVERIFY2(m_tenant->start(), qPrintable(m_tenant->whatFailed()));
    m_workstation = std::make_unique<TestWorkstation>(m_tenant->credentials());
    m_session = m_workstation->openSession();
    QVERIFY(m_session);
}

void TestSurvival::cleanup()
{
    m_session.reset();
    m_workstation.reset();
    m_tenant.reset();
}

void TestSurvival::serviceIsKilled()
{
    const CommandId before = submit(u"dir /etc"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_session->command(before)->state), Patience);
    const CommandId during = submit(u"findfile *.so* -path /usr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->command(during)->state >= CommandState::Running, Patience);

    m_tenant->killService();
    QTRY_VERIFY_WITH_TIMEOUT(!m_workstation->client.isOnline(), Patience);
    QVERIFY2(m_tenant->startService(), qPrintable(m_tenant->whatFailed()));
    QTRY_VERIFY_WITH_TIMEOUT(m_workstation->client.isOnline(), Patience);

    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_session->command(during)->state), Patience);
    QCOMPARE(m_session->command(during)->state, CommandState::Completed);
    const CommandId after = submit(u"cd /tmp"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_session->command(after)->state), Patience);
    QCOMPARE(
        linesOf(*m_session), QStringList({u"connect"_s, u"dir /etc"_s, u"findfile *.so* -path /usr"_s, u"cd /tmp"_s}));

    CommandOutput *output = m_session->output(during);
    QTRY_VERIFY_WITH_TIMEOUT(output->whole(), Patience);
    QCOMPARE(quint64(output->table()->rowCount()), m_session->command(during)->rows);
    QCOMPARE(m_tenant->cli({u"journal"_s, u"--verify"_s}).status, 0);
}

void TestSurvival::agentIsKilled()
{
    const CommandId during = submit(u"findfile * -path /usr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->command(during)->state >= CommandState::Running, Patience);
    const bool wasRunning = !isFinal(m_session->command(during)->state);
    m_tenant->killAgent();
    QTRY_VERIFY_WITH_TIMEOUT(!m_workstation->devices.device(0)->online, Patience);
    const CommandId waiting = submit(u"cd /etc"_s);
    QVERIFY(!isFinal(m_session->command(waiting) ? m_session->command(waiting)->state : CommandState::Created));

    QVERIFY2(m_tenant->startAgent(), qPrintable(m_tenant->whatFailed()));
    QTRY_VERIFY_WITH_TIMEOUT(allFinal(*m_session), Patience);
    if (wasRunning)
        QCOMPARE(m_session->command(during)->state, CommandState::Interrupted);
    QCOMPARE(m_session->command(waiting)->state, CommandState::Completed);
    QCOMPARE(m_session->session().workingDirectory, u"/etc"_s);
    QCOMPARE(m_session->session().state, SessionState::Connected);
}

void TestSurvival::workstationGoesAway()
{
    const SessionId id = m_session->id();
    const CommandId during = submit(u"findfile *.conf -path /usr"_s);
    m_session.reset();
    m_workstation.reset();

    m_workstation = std::make_unique<TestWorkstation>(m_tenant->credentials());
    QTRY_VERIFY_WITH_TIMEOUT(m_workstation->inventory.isComplete(), Patience);
    QVERIFY(m_workstation->sessions.session(id));
    m_session = std::make_unique<SessionController>(m_workstation->client, id);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isCaughtUp(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(allFinal(*m_session), Patience);
    QCOMPARE(m_session->command(during)->state, CommandState::Completed);
    CommandOutput *output = m_session->output(during);
    QTRY_VERIFY_WITH_TIMEOUT(output->whole(), Patience);
    QCOMPARE(quint64(output->table()->rowCount()), m_session->command(during)->rows);
}

/// Who leaves would like the service to revoke the access token; the thread that shows things does not wait for that.
void TestSurvival::aHungServiceHoldsNobodyBack()
{
    m_session.reset();
    const auto service = pid_t(m_tenant->servicePid());
    QCOMPARE(::kill(service, SIGSTOP), 0);
    const auto goOn = qScopeGuard([service] { ::kill(service, SIGCONT); });
    int turns = 0;
    QTimer turning;
    connect(&turning, &QTimer::timeout, this, [&turns] { ++turns; });
    turning.start(0);
    QSignalSpy left(&m_workstation->client, &TenantClient::left);
    m_workstation->client.leave();
    QTRY_VERIFY(turns > 100);
    QCOMPARE(left.size(), 0); // nobody has answered yet
    QElapsedTimer clock;
    clock.start();
    m_workstation.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
}

/// Time in which the service was down is nobody's inactivity, in its own count and in what an analyst sees.
void TestSurvival::theIdleCountdownBeginsAnewWithTheService()
{
    const CommandId listed = submit(u"dir /etc"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_session->command(listed)->state), Patience);
    const QDateTime before = m_session->idleSince();
    QCOMPARE(before, m_session->session().lastActivity);
    m_tenant->killService();
    QTRY_VERIFY_WITH_TIMEOUT(!m_workstation->client.isOnline(), Patience);
    const QDateTime down = QDateTime::currentDateTimeUtc();
    QVERIFY2(m_tenant->startService(), qPrintable(m_tenant->whatFailed()));
    QTRY_VERIFY_WITH_TIMEOUT(m_workstation->client.isOnline(), Patience);
    QCOMPARE(m_session->session().lastActivity, before);
    QCOMPARE_GE(m_session->idleSince(), down);
}

void TestSurvival::cancelTellsTheTruth()
{
    const CommandId running = submit(u"findfile * -path /"_s);
    m_session->cancel(running);
    QTRY_VERIFY_WITH_TIMEOUT(
        isFinal(m_session->command(running)->state) && m_session->command(running)->cancelResult, Patience);
    const CommandRecord &stopped = *m_session->command(running);
    if (stopped.state == CommandState::Cancelled)
        QCOMPARE(*stopped.cancelResult, CancelResult::Stopped);
    else
        QCOMPARE(*stopped.cancelResult, CancelResult::TooLate);
}

void TestSurvival::journalIsVerified()
{
    const CommandId listed = submit(u"dir /etc"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(m_session->command(listed)->state), Patience);
    QCOMPARE(m_tenant->cli({u"journal"_s, u"--verify"_s}).status, 0);

    // One byte of one entry, changed behind the service's back.
    m_tenant->stopService();
    {
        QFile database;
        for (const QString &name : QDir(m_tenant->serviceData()).entryList({u"*.db"_s, u"*.sqlite"_s}))
            database.setFileName(m_tenant->serviceData() + u'/' + name);
        QVERIFY(database.open(QIODevice::ReadWrite));
        const qint64 at = database.readAll().indexOf("dir /etc");
        QVERIFY(at > 0);
        database.seek(at);
        database.write("D");
    }
    QVERIFY2(m_tenant->startService(), qPrintable(m_tenant->whatFailed()));
    const auto verify = m_tenant->cli({u"--output"_s, u"json"_s, u"journal"_s, u"--verify"_s});
    QCOMPARE(verify.status, 1);
    const auto verdict = QJsonDocument::fromJson(verify.output).object();
    const auto entries = m_tenant
                             ->cli({u"--output"_s, u"json"_s, u"journal"_s, u"--since"_s,
                                 QString::number(verdict.value("broken_at"_L1).toInteger() - 1)})
                             .output;
    QVERIFY2(entries.split('\n').first().contains("Dir /etc"), verify.output.constData());
}

QTEST_GUILESS_MAIN(TestSurvival)
#include "tst_survival.moc"
