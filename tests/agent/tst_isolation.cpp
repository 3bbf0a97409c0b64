// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolation.h"
#include "agent/system/isolation/isolationprobes.h"
#include "tests/agent/isolatedworld.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// Collects what an Isolation tells, in whatever thread it does.
class Changes final
{
public:
    void add(const IsolationChange &change)
    {
        const QMutexLocker lock(&m_mutex);
        m_changes.push_back(change);
    }
    [[nodiscard]] std::optional<IsolationChange> find(IsolationCause cause) const
    {
        const QMutexLocker lock(&m_mutex);
        for (const IsolationChange &change : m_changes) {
            if (change.cause == cause)
                return change;
        }
        return {};
    }
    void clear()
    {
        const QMutexLocker lock(&m_mutex);
        m_changes.clear();
    }

private:
    mutable QMutex m_mutex;
    std::vector<IsolationChange> m_changes;
};

IsolationOrder orderTo(const QString &ipv4, quint16 port = 8443)
{
    return {.service = {passageTo(QHostAddress(ipv4), port)},
        .extras = {},
        .since = QDateTime::currentDateTimeUtc(),
        .analyst = u"alice"_s,
        .reason = u"case 7"_s};
}

IsolationOrder order()
{
    IsolationOrder both = orderTo(u"10.77.0.2"_s);
    both.service.push_back(passageTo(QHostAddress(u"fd77::2"_s), 8443));
    return both;
}

/// In which a host of the world tries to reach the third one.
QStringList waysOf(const QString &host)
{
    const QStringList ip{u"tcp 4"_s, u"tcp 6"_s, u"udp 4"_s, u"udp 6"_s, u"icmp 4"_s, u"icmp 6"_s, u"tcp 4 53"_s,
        u"tcp 6 53"_s, u"udp 4 53"_s, u"udp 6 53"_s, u"established 4"_s, u"established 6"_s, u"raw 4"_s, u"raw 6"_s};
    const QStringList frames{u"disguised 4"_s, u"disguised 6"_s, u"tagged 4"_s, u"tagged 6"_s, u"unknown 4"_s};
    return host == u"routed" ? ip : ip + frames;
}

/// SONDE_SECONDS=60: as long as that, and times count.
bool isLongRun()
{
    return qEnvironmentVariableIntValue("SONDE_SECONDS") > 0;
}

/// Of an odd number of them.
int medianOf(std::vector<int> numbers)
{
    const auto middle = numbers.begin() + std::ssize(numbers) / 2;
    std::ranges::nth_element(numbers, middle);
    return *middle;
}

/// The gaps that mean that something passes, of facts that were seen.
QString gaps(const IsolationFacts &facts)
{
    QStringList texts;
    for (const IsolationShortfall &shortfall : facts.shortfalls) {
        if (shortfall.gap != IsolationGap::Boot)
            texts += QVariant::fromValue(shortfall.gap).toString() + u' ' + shortfall.subject;
    }
    return texts.join(u", "_s);
}

} // namespace

/// This process is the device.
class IsolationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingReachesTheThirdHost_data();
    void nothingReachesTheThirdHost();
    void nothingDoesForAsLongAsItLasts();
    void sessionLivesOn();
    void othersRulesLetNothingThrough_data();
    void othersRulesLetNothingThrough();
    void changedRulesComeBack_data();
    void changedRulesComeBack();
    void newDeviceIsKeptToo();
    void oddDeviceNamesAreKeptToo();
    void unspeakableDeviceIsSaid();
    void agentThatWasKilledFindsItsOrder();
    void cutOffServiceRollsBack();
    void serviceThatNeverAnsweredIsNoReason();
    void extrasPass();
    void releaseIsSeen();
    void releaseByHandIsKept();
    void isFast();

private:
    std::unique_ptr<Isolation> begin();
    [[nodiscard]] QStringList leaks() { return m_world.leaks(); }
    [[nodiscard]] Host &sender(const QString &name) { return m_world.sender(name); }

    IsolatedWorld m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Isolation> m_isolation;
    Changes m_changes;
};

void IsolationTest::initTestCase()
{
    if (const QString reason = m_world.setUp(QStringLiteral(TEST_DATA_DIR "/isolation/net.py")); !reason.isEmpty())
        QSKIP(qPrintable(u"no network of its own to isolate: "_s + reason));
}

std::unique_ptr<Isolation> IsolationTest::begin()
{
    auto isolation = std::make_unique<Isolation>(m_folder->path(), m_folder->filePath(u"root"_s));
    isolation->setListener([this](const IsolationChange &change) { m_changes.add(change); });
    isolation->start();
    return isolation;
}

void IsolationTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_isolation = begin();
    m_changes.clear();
    std::ignore = leaks();
}

void IsolationTest::cleanup()
{
    if (m_isolation)
        std::ignore = m_isolation->release();
    m_isolation.reset();
    std::ignore = run(u"nft flush ruleset"_s);
}

void IsolationTest::nothingReachesTheThirdHost_data()
{
    QTest::addColumn<QStringList>("ways");
    QTest::newRow("own") << waysOf(u"own"_s);
    QTest::newRow("macvlan") << waysOf(u"macvlan"_s);
    QTest::newRow("routed") << waysOf(u"routed"_s);
}

void IsolationTest::nothingReachesTheThirdHost()
{
    QFETCH(const QStringList, ways);
    Host &host = sender(QString::fromLatin1(QTest::currentDataTag()));
    for (const auto &family : {u"4"_s, u"6"_s})
        QVERIFY(host.ask(u"hold "_s + family).isDouble());
    for (const QString &way : ways) {
        std::ignore = host.ask(way);
        QVERIFY2(!leaks().isEmpty(), qPrintable(way)); // it would
    }
    const auto isolated = m_isolation->isolate(order());
    QVERIFY2(isolated, isolated ? "" : qPrintable(debugText(isolated.error())));
    QCOMPARE(gaps(*isolated), QString());
    QCOMPARE(isolated->state, IsolationState::Isolated);
    std::ignore = leaks();
    for (const QString &way : ways) {
        for (int i = 0; i < 3; ++i)
            std::ignore = host.ask(way);
        const QStringList found = leaks();
        QVERIFY2(found.isEmpty(), qPrintable(way + u": "_s + found.join(u", "_s)));
    }
    QVERIFY(m_isolation->observe().refused > 0);
}

void IsolationTest::nothingDoesForAsLongAsItLasts()
{
    const QStringList hosts{u"own"_s, u"macvlan"_s, u"routed"_s};
    for (const QString &host : hosts) {
        for (const auto &family : {u"4"_s, u"6"_s})
            QVERIFY(sender(host).ask(u"hold "_s + family).isDouble());
    }
    constexpr int samples = 501;
    const auto roundTrips = [this] {
        std::vector<int> microseconds;
        for (int i = 0; i < samples; ++i)
            microseconds.push_back(m_world.own.ask(u"session 4"_s).toInt(-1));
        return medianOf(microseconds);
    };
    const int before = roundTrips();
    QVERIFY(m_isolation->isolate(order()).has_value());
    std::ignore = leaks();
    const int during = roundTrips();
    const QDeadlineTimer end(std::chrono::seconds(std::max(qEnvironmentVariableIntValue("SONDE_SECONDS"), 1)));
    int tries = 0;
    for (int turn = 0; !end.hasExpired(); ++turn) {
        for (const QString &host : hosts) {
            const QStringList ways = waysOf(host);
            std::ignore = sender(host).ask(ways.at(turn % ways.size()));
            ++tries;
        }
        QVERIFY(m_world.own.ask(turn % 2 ? u"session 4"_s : u"session 6"_s).isDouble());
    }
    const QStringList found = leaks();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
    qInfo("%d tries, none got through; a round trip took %d us before, %d us while isolated", tries, before, during);
}

void IsolationTest::sessionLivesOn()
{
    QVERIFY(m_isolation->isolate(order()).has_value());
    for (const QString &family : {u"4"_s, u"6"_s}) {
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_world.own.ask(u"session "_s + family).isDouble());
    }
    QVERIFY(Probe::answers(order().service, 2s)); // and a new one is made
}

void IsolationTest::othersRulesLetNothingThrough_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("accepted before")
        << u"table inet early { chain o { type filter hook output priority -400; policy accept; accept; }; }"_s;
    QTest::newRow("accepted after")
        << u"table inet late { chain o { type filter hook output priority 100; policy accept; accept; }; }"_s;
    QTest::newRow("service's address is another's") // dropped below IP
        << u"table ip trick { chain o { type nat hook output priority -100; ip daddr 10.77.0.2 udp dport 9 dnat to 10.77.0.3; tcp dport 8443 ip saddr 10.77.0.1 ip daddr 10.77.0.9 dnat to 10.77.0.3; }; }"_s;
}

void IsolationTest::othersRulesLetNothingThrough()
{
    QFETCH(const QString, rules);
    QVERIFY(m_isolation->isolate(order()).has_value());
    const Ran ran = run(u"nft '"_s + rules + u"'"_s);
    QVERIFY2(ran.well, qPrintable(ran.said));
    std::ignore = leaks();
    for (const auto &how : {u"tcp 4"_s, u"udp 4"_s, u"icmp 4"_s, u"raw 4"_s, u"tcp 6"_s})
        std::ignore = m_world.own.ask(how);
    QCOMPARE(leaks(), QStringList());
    QCOMPARE(gaps(m_isolation->observe()), QString());
}

void IsolationTest::changedRulesComeBack_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("all taken away") << u"nft flush ruleset"_s;
    QTest::newRow("table taken away") << u"nft delete table inet sonde_isolation"_s;
    QTest::newRow("device's chains taken away") << u"nft delete table netdev sonde_isolation"_s;
    QTest::newRow("a rule more") << u"nft insert rule inet sonde_isolation outgoing accept"_s;
    QTest::newRow("a rule less") << u"nft flush chain inet sonde_isolation outgoing"_s;
    QTest::newRow("accepted at the end") << u"nft 'chain inet sonde_isolation outgoing { policy accept; }'"_s;
    QTest::newRow("asleep") << u"nft 'table inet sonde_isolation { flags dormant; }'"_s;
}

void IsolationTest::changedRulesComeBack()
{
    QFETCH(const QString, change);
    QVERIFY(m_isolation->isolate(order()).has_value());
    const Ran ran = run(change);
    QVERIFY2(ran.well, qPrintable(ran.said));
    QTRY_VERIFY_WITH_TIMEOUT(m_changes.find(IsolationCause::RulesChanged), 2000);
    const auto told = m_changes.find(IsolationCause::RulesChanged);
    QVERIFY2(told->by.startsWith(u"nft ("), qPrintable(told->by));
    QCOMPARE(gaps(told->facts), QString());
    QCOMPARE(m_isolation->observe().state, IsolationState::Isolated);
    std::ignore = leaks();
    for (const auto &how : {u"udp 4"_s, u"raw 4"_s, u"udp 6"_s})
        std::ignore = m_world.own.ask(how);
    QCOMPARE(leaks(), QStringList());
}

void IsolationTest::newDeviceIsKeptToo()
{
    QVERIFY(m_isolation->isolate(order()).has_value());
    QVERIFY(run(u"ip link add eth9 type veth peer name eth8 && ip link set eth9 up && ip link set eth8 up"_s).well);
    QTRY_VERIFY_WITH_TIMEOUT(m_changes.find(IsolationCause::DevicesChanged), 2000);
    QTRY_COMPARE(gaps(m_isolation->observe()), QString());
    const Ran listed = run(u"nft list table netdev sonde_isolation"_s);
    QVERIFY2(listed.said.contains(u"\"eth9\"") && listed.said.contains(u"\"eth8\""), qPrintable(listed.said));
    QVERIFY(run(u"ip link del eth9"_s).well);
    QTRY_COMPARE(gaps(m_isolation->observe()), QString());
}

void IsolationTest::oddDeviceNamesAreKeptToo()
{
    QVERIFY(run(u"ip link add 'a;}{#' type veth peer name accept && ip link set 'a;}{#' up && ip link set accept up"_s)
            .well);
    const auto isolated = m_isolation->isolate(order());
    QVERIFY(run(u"ip link del accept"_s).well);
    QVERIFY(isolated.has_value());
    QCOMPARE(gaps(*isolated), QString());
}

void IsolationTest::unspeakableDeviceIsSaid()
{
    QVERIFY(
        run(u"ip link add 'a\"b' type veth peer name ordinary && ip link set 'a\"b' up && ip link set ordinary up"_s)
            .well);
    const auto isolated = m_isolation->isolate(order());
    QVERIFY(run(u"ip link del ordinary"_s).well);
    QVERIFY(isolated.has_value());
    QCOMPARE(isolated->state, IsolationState::Partly);
    QVERIFY2(gaps(*isolated).contains(u"a\"b"), qPrintable(gaps(*isolated)));
}

void IsolationTest::agentThatWasKilledFindsItsOrder()
{
    QVERIFY(m_isolation->isolate(order()).has_value());
    m_isolation.reset(); // as little is done as when it is killed
    std::ignore = leaks();
    std::ignore = m_world.own.ask(u"udp 4"_s);
    QCOMPARE(leaks(), QStringList());
    QVERIFY(run(u"nft flush ruleset"_s).well);
    m_isolation = begin();
    QVERIFY(m_changes.find(IsolationCause::AgentStarted));
    QCOMPARE(m_isolation->observe().state, IsolationState::Isolated);
    QCOMPARE(m_isolation->observe().analyst, u"alice"_s);
    QCOMPARE(m_isolation->serviceAddresses(), order().service);
    // The name service is cut off with everything else.
    const QUrl name(u"https://service.example:8443"_s);
    QCOMPARE(m_isolation->reachable(name), QUrl(u"https://10.77.0.2:8443"_s));
    QCOMPARE(m_isolation->reachable(name), QUrl(u"https://[fd77::2]:8443"_s));
    QCOMPARE(m_isolation->findService(name).value(), order().service);
    std::ignore = m_world.own.ask(u"udp 4"_s);
    QCOMPARE(leaks(), QStringList());
}

void IsolationTest::cutOffServiceRollsBack()
{
    // The service is reached by another address than it has: below IP, nothing leads there.
    QVERIFY(run(
        u"nft 'table ip way { chain o { type nat hook output priority -100; ip daddr 10.99.0.1 dnat to 10.77.0.2; }; }'"_s)
            .well);
    const auto isolated = m_isolation->isolate(orderTo(u"10.99.0.1"_s));
    QVERIFY(!isolated.has_value());
    QCOMPARE(isolated.error().code, ErrorCode::ServiceCutOff);
    QVERIFY(m_changes.find(IsolationCause::RolledBack));
    QCOMPARE(m_isolation->observe().state, IsolationState::Released);
    QVERIFY(!m_isolation->observe().wanted);
    QCOMPARE(m_world.own.ask(u"tcp 4"_s).isDouble(), true); // as before
}

void IsolationTest::serviceThatNeverAnsweredIsNoReason()
{
    const auto isolated = m_isolation->isolate(orderTo(u"10.77.0.2"_s, 1)); // nobody is at that port
    QVERIFY(isolated.has_value());
    QVERIFY(gaps(*isolated).contains(u"Service"));
    QCOMPARE(isolated->state, IsolationState::Isolated);
}

void IsolationTest::extrasPass()
{
    IsolationOrder more = order();
    more.extras = {*parsePassage(u"10.77.0.3/32 tcp 50-60"_s)};
    QVERIFY(m_isolation->isolate(more).has_value());
    QVERIFY(m_world.own.ask(u"tcp 4 53"_s).isDouble());
    QVERIFY(m_world.own.ask(u"tcp 4"_s).isString());
}

void IsolationTest::releaseIsSeen()
{
    QVERIFY(m_isolation->isolate(order()).has_value());
    const auto released = m_isolation->release();
    QVERIFY(released.has_value());
    QCOMPARE(released->state, IsolationState::Released);
    QVERIFY(m_isolation->serviceAddresses().empty());
    QCOMPARE(m_isolation->reachable(QUrl(u"https://service.example:8443"_s)), QUrl(u"https://service.example:8443"_s));
    QVERIFY(m_world.own.ask(u"tcp 4"_s).isDouble());
    QVERIFY(!run(u"nft list ruleset"_s).said.contains(u"sonde"));
    QVERIFY(m_isolation->release().has_value()); // also when it is
}

void IsolationTest::releaseByHandIsKept()
{
    QVERIFY(m_isolation->isolate(order()).has_value());
    QVERIFY(releaseByHand(m_folder->path(), u"code 5"_s, m_folder->filePath(u"root"_s)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_changes.find(IsolationCause::Code), 2000);
    QCOMPARE(m_changes.find(IsolationCause::Code)->by, u"code 5"_s);
    QCOMPARE(m_isolation->observe().state, IsolationState::Released);
    QVERIFY(m_world.own.ask(u"tcp 4"_s).isDouble());
}

void IsolationTest::isFast()
{
    auto best = 1h / 1ns;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_isolation->isolate(order()).has_value());
        best = std::min<qint64>(best, timer.nsecsElapsed());
        QVERIFY(m_isolation->release().has_value());
    }
    qInfo() << "applied and proved in" << best / 1'000'000 << "ms";
    if (isLongRun()) // on a machine that has nothing else to do
        QVERIFY2(best < 100'000'000, qPrintable(QString::number(best)));
}

QTEST_GUILESS_MAIN(IsolationTest)
#include "tst_isolation.moc"
