// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

TestTenant::Run shell(const QString &line)
{
    return TestTenant::run(u"/bin/sh"_s, {u"-c"_s, u"PATH=$PATH:/usr/sbin:/sbin; "_s + line});
}

/// This process, and all that it starts, in a network of its own and without a systemd that would keep the isolation beyond the test.
/// Empty, or why not.
QString leaveTheMachineAlone()
{
    if (::geteuid() != 0)
        return u"it takes root"_s;
    if (::unshare(CLONE_NEWNET | CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return u"this machine gives no namespaces"_s;
    if (QDir(u"/run/systemd"_s).exists() && ::mount("none", "/run/systemd", "tmpfs", 0, nullptr) != 0)
        return u"systemd cannot be hidden"_s;
    for (const QString &line : {u"nft --version"_s,
             u"ip link set lo up && ip link add eth0 type veth peer name eth1 && ip link set eth0 up && ip link set "
             u"eth1 up && "
             "ip addr add 10.77.0.1/24 dev eth0 && ip route add default via 10.77.0.2"_s}) {
        if (const auto run = shell(line); run.status != 0)
            return line + u": "_s + QString::fromUtf8(run.errors);
    }
    return {};
}

} // namespace

/// Isolation from the analyst's line to the kernel and back, by real programs. The service is on the device itself: what it takes to stay
/// reachable there, tst_isolation sees to.
class IsolatedSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void planTouchesNothing();
    void sessionIsolatesAndReleases();
    void agentThatWasKilledIsolatesAgain();
    void codeReleases();

private:
    [[nodiscard]] std::optional<IsolationState> isolation() const;
    [[nodiscard]] bool isInJournal(const std::function<bool(const JournalEvent &)> &wanted);
    [[nodiscard]] QByteArray exec(const QString &line) const;

    std::unique_ptr<TestTenant> m_tenant;
    std::unique_ptr<TestWorkstation> m_workstation;
    QString m_device;
};

void IsolatedSessionTest::initTestCase()
{
    if (const QString reason = leaveTheMachineAlone(); !reason.isEmpty())
        QSKIP(qPrintable(u"no network of its own to isolate: "_s + reason));
    m_tenant = std::make_unique<TestTenant>();
    QVERIFY2(m_tenant->start(), qPrintable(m_tenant->whatFailed()));
    m_workstation = std::make_unique<TestWorkstation>(m_tenant->credentials());
    QTRY_VERIFY_WITH_TIMEOUT(m_workstation->devices.rowCount() == 1, 30s);
    m_device = m_workstation->devices.device(0)->id.value();
}

/// As the inventory shows it, of a device that is online.
std::optional<IsolationState> IsolatedSessionTest::isolation() const
{
    const DeviceRecord *device = m_workstation->devices.device(DeviceId(m_device));
    if (!device || !device->online)
        return {};
    return device->facts.isolation.value_or(IsolationFacts()).state;
}

bool IsolatedSessionTest::isInJournal(const std::function<bool(const JournalEvent &)> &wanted)
{
    std::optional<bool> found;
    m_workstation->client.request<Message::JournalPage>(
        Message::FetchJournal{.most = 1000, .session = {}}, this, [&](const Result<Message::JournalPage> &page) {
            found = page && std::ranges::any_of(page->entries, wanted, &JournalEntry::event);
        });
    return QTest::qWaitFor([&found] { return found.has_value(); }, 10'000) && *found;
}

QByteArray IsolatedSessionTest::exec(const QString &line) const
{
    const auto run = m_tenant->cli({u"--output"_s, u"json"_s, u"exec"_s, m_device, line});
    return run.status == 0 ? run.output : QByteArray("failed: " + run.output + run.errors);
}

void IsolatedSessionTest::planTouchesNothing()
{
    const QByteArray plan = exec(u"isolate -plan"_s);
    QVERIFY2(plan.contains("isolate-network") && plan.contains("stays-open") && plan.contains("127.0.0.1 tcp"),
        plan.constData());
    QVERIFY(!shell(u"nft list ruleset"_s).output.contains("sonde"));
    QTRY_COMPARE(isolation(), IsolationState::Released);
}

void IsolatedSessionTest::sessionIsolatesAndReleases()
{
    const QByteArray isolated = exec(u"isolate -reason 'case 7'"_s);
    QVERIFY2(isolated.contains("\"isolated\"") && isolated.contains("case 7"), isolated.constData());
    QTRY_COMPARE(isolation(), IsolationState::Isolated);
    QVERIFY(shell(u"nft list table netdev sonde_isolation"_s).output.contains("eth0"));
    QVERIFY(!exec(u"processes"_s).startsWith("failed")); // a new session, too
    const QByteArray released = exec(u"release"_s);
    QVERIFY2(!released.startsWith("failed"), released.constData());
    QTRY_COMPARE(isolation(), IsolationState::Released);
    QVERIFY(isInJournal([](const JournalEvent &event) {
        const auto *planned = std::get_if<Event::ActPlanned>(&event);
        return planned && planned->plan.kind == ActKind::Isolate && planned->reason == u"case 7";
    }));
    QVERIFY(isInJournal([](const JournalEvent &event) {
        const auto *changed = std::get_if<Event::IsolationChanged>(&event);
        return changed && changed->facts.analyst == u"admin" && changed->facts.reason == u"case 7";
    }));
    const auto listed = m_tenant->cli({u"devices"_s, u"isolated:no"_s});
    QVERIFY2(listed.output.contains("released"), listed.output.constData());
}

void IsolatedSessionTest::agentThatWasKilledIsolatesAgain()
{
    QVERIFY(!exec(u"isolate"_s).startsWith("failed"));
    m_tenant->killAgent();
    QCOMPARE(shell(u"nft flush ruleset"_s).status, 0);
    QVERIFY2(m_tenant->startAgent(), qPrintable(m_tenant->whatFailed()));
    QVERIFY(shell(u"nft list table inet sonde_isolation"_s).output.contains("policy drop"));
    QTRY_COMPARE(isolation(), IsolationState::Isolated);
    QCOMPARE(shell(u"nft flush ruleset"_s).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(shell(u"nft list table inet sonde_isolation"_s).output.contains("policy drop"), 2000);
    QTRY_VERIFY(isInJournal([](const JournalEvent &event) {
        const auto *changed = std::get_if<Event::IsolationChanged>(&event);
        return changed && changed->cause == IsolationCause::RulesChanged && changed->by.startsWith(u"nft (");
    }));
}

void IsolatedSessionTest::codeReleases()
{
    const auto made = m_tenant->cli({u"--output"_s, u"json"_s, u"release-code"_s, m_device, u"--hours"_s, u"2"_s});
    QVERIFY2(made.status == 0, made.errors.constData());
    const QJsonObject code = QJsonDocument::fromJson(made.output).object();
    const QDateTime expires = QDateTime::fromString(code["expires"_L1].toString(), Qt::ISODateWithMs);
    QVERIFY(std::abs(QDateTime::currentDateTimeUtc().secsTo(expires) - 7200) < 60);
    const auto release = [this](const QString &text) {
        return TestTenant::run(TestTenant::program(u"sonde-agent"_s),
            {u"--data"_s, m_tenant->dataDirectory() + u"/agent"_s, u"--release"_s, u"-"_s}, text.toUtf8() + '\n');
    };
    QVERIFY(release(u"AAAA"_s).status != 0);
    QTRY_COMPARE(isolation(), IsolationState::Isolated);
    const auto released = release(code["code"_L1].toString());
    QVERIFY2(released.status == 0, released.errors.constData());
    QVERIFY(!shell(u"nft list ruleset"_s).output.contains("sonde"));
    QTRY_COMPARE(isolation(), IsolationState::Released);
    QVERIFY(
        isInJournal([](const JournalEvent &event) { return std::holds_alternative<Event::ReleaseCodeMade>(event); }));
    QVERIFY(isInJournal([](const JournalEvent &event) {
        const auto *changed = std::get_if<Event::IsolationChanged>(&event);
        return changed && changed->cause == IsolationCause::Code && !changed->by.isEmpty();
    }));

    QVERIFY(!exec(u"isolate"_s).startsWith("failed"));
    const auto again = release(code["code"_L1].toString());
    QVERIFY2(again.status == 1 && again.errors.contains("token-invalid"), again.errors.constData());
    QTRY_COMPARE(isolation(), IsolationState::Isolated);
    QVERIFY(!exec(u"release"_s).startsWith("failed"));
}

QTEST_GUILESS_MAIN(IsolatedSessionTest)
#include "tst_isolatedsession.moc"
