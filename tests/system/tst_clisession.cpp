// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr auto Password = "words that eve knows"_L1;

} // namespace

/// A script works in the session of somebody else, which it names by its number.
class CliSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linesRunInItAndItGoesOn();
    void whatIsNotThereIsRefused();

private:
    [[nodiscard]] TestTenant::Run run(const QStringList &lines) const
    {
        return m_tenant.cli(
            QStringList{u"--output"_s, u"json"_s, u"sessions"_s, u"run"_s, m_session->id().toString()} + lines);
    }
    [[nodiscard]] QByteArray journal() const
    {
        return m_tenant.cli({u"--output"_s, u"json"_s, u"journal"_s, u"--session"_s, m_session->id().toString()})
            .output;
    }

    TestTenant m_tenant;
    std::unique_ptr<TestWorkstation> m_owner;
    std::unique_ptr<SessionController> m_session;
};

void CliSessionTest::initTestCase()
{
    QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed()));
    const auto added = m_tenant.cli({u"users"_s, u"add"_s, u"eve"_s, u"--role"_s, u"responder"_s},
        QByteArray(Password.data(), Password.size()) + '\n');
    QVERIFY2(added.status == 0, added.errors.constData());
    Credentials eve = m_tenant.credentials();
    eve.user = UserName(u"eve"_s);
    eve.password = Password;
    m_owner = std::make_unique<TestWorkstation>(eve);
    m_session = m_owner->openSession();
    QVERIFY(m_session);
}

void CliSessionTest::linesRunInItAndItGoesOn()
{
    const auto done = run({u"cd /tmp"_s, u"dir"_s});
    QVERIFY2(done.status == 0, done.errors.constData());
    QCOMPARE(done.output.count("\"command_id\""), 2);
    QCOMPARE(done.output.count("\"completed\""), 2);
    const auto byAdmin = [this] {
        return std::ranges::count_if(m_session->commands(),
            [this](const CommandRecord &command) { return otherTypist(m_session->session(), command) == u"admin"_s; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(byAdmin(), 2, TestWorkstation::Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->otherWatchers().isEmpty(), TestWorkstation::Patience);
    QCOMPARE(m_session->session().state, SessionState::Connected);
    // Its owner works on, where the other one went.
    const CommandId next = TestWorkstation::submit(*m_session, u"dir"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->command(next)->state, CommandState::Completed, TestWorkstation::Patience);
    QCOMPARE(m_session->session().workingDirectory, u"/tmp"_s);
    QByteArray said = journal();
    QCOMPARE(said.count("stepped-in"), 1);
    QCOMPARE(said.count("stepped-back"), 1);

    QCOMPARE(run({u"no-such-verb"_s}).status, 2);
    QCOMPARE(m_session->session().state, SessionState::Connected);
}

void CliSessionTest::whatIsNotThereIsRefused()
{
    const auto unknown = m_tenant.cli({u"sessions"_s, u"run"_s, u"4711"_s, u"dir"_s});
    QCOMPARE(unknown.status, 3);
    QVERIFY2(unknown.errors.contains("4711"), unknown.errors.constData());
    m_session->disconnectSession();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isEnded(), TestWorkstation::Patience);
    QCOMPARE(run({u"dir"_s}).status, 3);
}

QTEST_GUILESS_MAIN(CliSessionTest)
#include "tst_clisession.moc"
