// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/base/wfpfilters.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Wfp;

namespace {

constexpr std::array ends{Layer::ConnectIpv4, Layer::ConnectIpv6, Layer::AcceptIpv4, Layer::AcceptIpv6};

struct Packet {
    Layer layer = Layer::ConnectIpv4;
    QString address = {}; ///< of the other side
    quint16 protocol = Tcp;
    quint16 localPort = 50'000; ///< or the type of what has no ports
    quint16 remotePort = 0;
    bool isLoopback = false;
};

bool isMet(const Condition &condition, const Packet &packet)
{
    const auto within = [&condition](quint16 number) { return number >= condition.first && number <= condition.last; };
    switch (condition.field) {
    case Field::Loopback: return packet.isLoopback;
    case Field::Protocol: return within(packet.protocol);
    case Field::LocalPort:
    case Field::IcmpType: return within(packet.localPort);
    case Field::RemotePort: return within(packet.remotePort);
    case Field::RemoteAddress: {
        const QHostAddress address(packet.address);
        return condition.prefix < 0 ? address == condition.address
                                    : address.isInSubnet(condition.address, condition.prefix);
    }
    }
    return false;
}

/// As the platform does: of one field any, of several fields all.
bool matches(const Filter &filter, const Packet &packet)
{
    return filter.layer == packet.layer && std::ranges::all_of(filter.conditions, [&](const Condition &condition) {
        return std::ranges::any_of(filter.conditions,
            [&](const Condition &other) { return other.field == condition.field && isMet(other, packet); });
    });
}

/// Permits have the greater weight; where nothing matches, it passes.
bool passes(const std::vector<Filter> &filters, const Packet &packet)
{
    for (const bool permits : {true, false}) {
        for (const Filter &filter : filters) {
            if (filter.permits == permits && matches(filter, packet))
                return permits;
        }
    }
    return true;
}

std::vector<Filter> ofService()
{
    return filtersFor({passageTo(QHostAddress(u"10.77.0.2"_s), 8443), passageTo(QHostAddress(u"fd77::2"_s), 8443),
        *parsePassage(u"10.1.0.0/16 udp 53-60"_s)});
}

} // namespace

/// What the filters of Windows are told, tried as the platform would.
class TestWindowsFilters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passes_data();
    void passes();
    void nothingIsLeftOpen();
    void withoutAService();
    void twiceTheSameIsOnce();
};

void TestWindowsFilters::passes_data()
{
    QTest::addColumn<Packet>("packet");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, bool expected, const Packet &packet) {
        QTest::newRow(name) << packet << expected;
    };
    row("the service", true, {.layer = Layer::ConnectIpv4, .address = u"10.77.0.2"_s, .remotePort = 8443});
    row("its other address", true, {.layer = Layer::ConnectIpv6, .address = u"fd77::2"_s, .remotePort = 8443});
    row("another port of it", false, {.layer = Layer::ConnectIpv4, .address = u"10.77.0.2"_s, .remotePort = 22});
    row("another protocol", false,
        {.layer = Layer::ConnectIpv4, .address = u"10.77.0.2"_s, .protocol = Udp, .remotePort = 8443});
    row("the service begins", false,
        {.layer = Layer::AcceptIpv4, .address = u"10.77.0.2"_s, .localPort = 22, .remotePort = 8443});
    row("a stranger", false, {.layer = Layer::ConnectIpv4, .address = u"192.0.2.1"_s, .remotePort = 8443});
    row("a stranger, IPv6", false, {.layer = Layer::ConnectIpv6, .address = u"2001:db8::1"_s, .remotePort = 8443});
    row("a stranger begins", false, {.layer = Layer::AcceptIpv4, .address = u"192.0.2.1"_s, .localPort = 3389});
    row("what the policy adds", true,
        {.layer = Layer::ConnectIpv4, .address = u"10.1.7.7"_s, .protocol = Udp, .remotePort = 53});
    row("beside it", false, {.layer = Layer::ConnectIpv4, .address = u"10.2.7.7"_s, .protocol = Udp, .remotePort = 53});
    row("name service of anybody", false,
        {.layer = Layer::ConnectIpv4, .address = u"192.0.2.53"_s, .protocol = Udp, .remotePort = 53});
    row("loopback", true,
        {.layer = Layer::ConnectIpv4, .address = u"127.0.0.1"_s, .remotePort = 80, .isLoopback = true});
    row("loopback begins", true,
        {.layer = Layer::AcceptIpv6, .address = u"::1"_s, .localPort = 80, .isLoopback = true});
    row("asks for an address", true,
        {.layer = Layer::ConnectIpv4,
            .address = u"255.255.255.255"_s,
            .protocol = Udp,
            .localPort = 68,
            .remotePort = 67});
    row("is given one", true,
        {.layer = Layer::AcceptIpv4, .address = u"10.77.0.1"_s, .protocol = Udp, .localPort = 68, .remotePort = 67});
    row("words to somebody as DHCP", false,
        {.layer = Layer::ConnectIpv4, .address = u"192.0.2.1"_s, .protocol = Udp, .localPort = 68, .remotePort = 67});
    row("asks for an address, IPv6", true,
        {.layer = Layer::ConnectIpv6, .address = u"ff02::1:2"_s, .protocol = Udp, .localPort = 546, .remotePort = 547});
    row("looks for a neighbour", true,
        {.layer = Layer::ConnectIpv6, .address = u"ff02::1:ff00:2"_s, .protocol = IcmpIpv6, .localPort = 135});
    row("looks whether the service is there", true,
        {.layer = Layer::ConnectIpv6, .address = u"fd77::2"_s, .protocol = IcmpIpv6, .localPort = 135});
    row("looks far away", false,
        {.layer = Layer::ConnectIpv6, .address = u"2001:db8::1"_s, .protocol = IcmpIpv6, .localPort = 135});
    row("echo", false, {.layer = Layer::ConnectIpv6, .address = u"fe80::1"_s, .protocol = IcmpIpv6, .localPort = 128});
    row("a router speaks", true,
        {.layer = Layer::AcceptIpv6, .address = u"fe80::1"_s, .protocol = IcmpIpv6, .localPort = 134});
    row("a router from afar", false,
        {.layer = Layer::AcceptIpv6, .address = u"2001:db8::1"_s, .protocol = IcmpIpv6, .localPort = 134});
    row("what passes through", false, {.layer = Layer::ForwardIpv4, .address = u"10.77.0.2"_s, .remotePort = 8443});
    row("what passes through, IPv6", false, {.layer = Layer::ForwardIpv6, .address = u"fd77::2"_s, .remotePort = 8443});
}

void TestWindowsFilters::passes()
{
    QFETCH(const Packet, packet);
    QTEST(::passes(ofService(), packet), "expected");
}

void TestWindowsFilters::nothingIsLeftOpen()
{
    const auto filters = ofService();
    for (const Layer layer : {ends[0], ends[1], ends[2], ends[3], Layer::ForwardIpv4, Layer::ForwardIpv6}) {
        QVERIFY(std::ranges::any_of(filters, [layer](const Filter &filter) {
            return filter.layer == layer && !filter.permits && filter.conditions.empty();
        }));
    }
    // A permit without conditions would let everything pass.
    QVERIFY(std::ranges::none_of(
        filters, [](const Filter &filter) { return filter.permits && filter.conditions.empty(); }));
}

void TestWindowsFilters::withoutAService()
{
    const auto filters = filtersFor({});
    QVERIFY(!::passes(filters, {.layer = Layer::ConnectIpv4, .address = u"10.77.0.2"_s, .remotePort = 8443}));
    QVERIFY(::passes(filters, {.layer = Layer::ConnectIpv4, .address = u"127.0.0.1"_s, .isLoopback = true}));
}

void TestWindowsFilters::twiceTheSameIsOnce()
{
    const Passage service = passageTo(QHostAddress(u"10.77.0.2"_s), 8443);
    QCOMPARE(filtersFor({service, service}).size(), filtersFor({service}).size());
}

QTEST_GUILESS_MAIN(TestWindowsFilters)

#include "tst_windowsfilters.moc"
