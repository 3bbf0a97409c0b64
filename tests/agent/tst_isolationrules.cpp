// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/bootrules.h"
#include "agent/system/isolation/isolationorder.h"
#include "agent/system/isolation/nftlisting.h"
#include "agent/system/isolation/nftscript.h"
#include "agent/system/isolation/rulewatch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

const std::vector<Passage> Service{
    passageTo(QHostAddress(u"10.77.0.2"_s), 8443), passageTo(QHostAddress(u"fd77::2"_s), 8443)};

QByteArrayList linesOf(const QByteArray &script)
{
    QByteArrayList lines;
    for (const QByteArray &line : script.split('\n'))
        lines += line.trimmed();
    return lines;
}

QByteArray chainIn(const QByteArray &script, const QByteArray &name)
{
    const qsizetype from = script.indexOf(QByteArray("chain " + name + " {"));
    return from < 0 ? QByteArray() : script.mid(from, script.indexOf("\n    }", from) - from);
}

/// One netlink attribute.
QByteArray attribute(int kind, const QByteArray &value)
{
    nlattr header{quint16(sizeof(nlattr) + size_t(value.size())), quint16(kind)};
    QByteArray bytes(reinterpret_cast<const char *>(&header), sizeof header);
    bytes += value;
    return bytes.leftJustified((bytes.size() + 3) & ~3, '\0');
}

QByteArray netlinkMessage(int type, const QByteArray &attributes)
{
    const QByteArray payload = QByteArray(sizeof(nfgenmsg), '\0') + attributes;
    nlmsghdr header{};
    header.nlmsg_len = quint32(sizeof header + size_t(payload.size()));
    header.nlmsg_type = quint16((NFNL_SUBSYS_NFTABLES << 8) | type);
    return QByteArray(reinterpret_cast<const char *>(&header), sizeof header) + payload;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray listingOf(const QByteArray &rules)
{
    return R"({"nftables": [{"metainfo": {"version": "1.1.3"}}, {"table": {"family": "inet", "name": "sonde_isolation", "handle": 2}},
        {"chain": {"family": "inet", "table": "sonde_isolation", "name": "outgoing", "handle": 2, "type": "filter", "hook": "output",
        "prio": -310, "policy": "drop"}})"
        + rules + "]}";
}

QByteArray listedRule(const QByteArray &handle, const QByteArray &port, const QByteArray &packets)
{
    return R"(, {"rule": {"family": "inet", "table": "sonde_isolation", "chain": "outgoing", "handle": )" + handle
        + R"(, "expr": [{"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": )"
        + port + R"(}}, {"counter": {"packets": )" + packets + R"(, "bytes": 0}}, {"accept": null}]}})";
}

} // namespace

class IsolationRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPassages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read"); // empty: refused
        QTest::newRow("address") << u"192.0.2.7 tcp 443"_s << u"192.0.2.7 tcp 443"_s;
        QTest::newRow("network and ports") << u" 10.1.2.3/16  udp 53-60 "_s << u"10.1.0.0/16 udp 53-60"_s;
        QTest::newRow("IPv6") << u"2001:DB8::7/32 tcp 8443"_s << u"2001:db8::/32 tcp 8443"_s;
        QTest::newRow("IPv4 written as IPv6") << u"::ffff:192.0.2.7 tcp 443"_s << u"192.0.2.7 tcp 443"_s;
        QTest::newRow("everybody") << u"0.0.0.0/0 tcp 443"_s << u"0.0.0.0/0 tcp 443"_s;
        for (const char *bad :
            {"", "192.0.2.7", "192.0.2.7 tcp", "192.0.2.7 tcp 0", "192.0.2.7 tcp 70000", "192.0.2.7 tcp 9-3",
                "192.0.2.7/33 tcp 1", "::1/129 tcp 1", "host tcp 1", "192.0.2.7 icmp 1", "192.0.2.7 tcp 1 }\nadd rule"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
    }
    void readsPassages()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, read);
        const auto passage = parsePassage(text);
        QCOMPARE(passage ? passage->toString() : QString(), read);
        if (passage)
            QCOMPARE(parsePassage(passage->toString()), passage);
    }

    void servicesAddressLosesScopeAndMapping()
    {
        QCOMPARE(passageTo(QHostAddress(u"::ffff:10.0.0.1"_s), 1).address, QHostAddress(u"10.0.0.1"_s));
        QCOMPARE(passageTo(QHostAddress(u"fe80::1%eth0"_s), 1).address, QHostAddress(u"fe80::1"_s));
    }

    void everythingIsDroppedButThePassages()
    {
        const QByteArray script = Nft::hostTable(Service);
        for (const auto &[chain, hook] :
            {std::pair("incoming", "input"), std::pair("outgoing", "output"), std::pair("forwarded", "forward")})
            QVERIFY(chainIn(script, chain)
                    .contains(QByteArray(QByteArray("type filter hook ") + hook + " priority -310; policy drop;")));
        QVERIFY(chainIn(script, "outgoing").contains("ip daddr 10.77.0.2 tcp dport 8443 accept"));
        QVERIFY(chainIn(script, "outgoing").contains("ip6 daddr fd77::2 tcp dport 8443 accept"));
        QVERIFY(chainIn(script, "incoming").contains("ip saddr 10.77.0.2 tcp sport 8443 ct state established accept"));
        QCOMPARE(linesOf(chainIn(script, "forwarded")).size(), 3); // nothing is forwarded
    }

    void nothingEstablishedPassesForThatAlone()
    {
        for (const QByteArray &line :
            linesOf(Nft::hostTable(Service) + Nft::deviceTable(Service, {{2, "eth0", true}}))) {
            if (line.contains("established"))
                QVERIFY2(line.startsWith("ip saddr ") || line.startsWith("ip6 saddr "), line.constData());
        }
    }

    void discoveryAndDhcpCarryNothingAway()
    {
        for (const QByteArray &line :
            linesOf(Nft::hostTable(Service) + Nft::deviceTable(Service, {{2, "eth0", true}}))) {
            if (line.contains("icmpv6 type") && !line.contains("packet-too-big"))
                QVERIFY2(line.contains("hoplimit 255"), line.constData());
            if (line.contains("nd-router-solicit")) // what leaves
                QVERIFY2(line.startsWith("ip6 daddr { fe80::/10, ff02::/16 }") || line.startsWith("ip6 daddr fd77::2 "),
                    line.constData());
            if (line.contains("dport 67"))
                QVERIFY2(line.contains("ip daddr 255.255.255.255 "), line.constData());
        }
    }

    void oneTransactionBeginsAnew()
    {
        const QByteArray script = Nft::hostTable(Service) + Nft::deviceTable(Service, {{2, "eth0", true}});
        QVERIFY(script.startsWith(
            "table inet sonde_isolation\ndelete table inet sonde_isolation\ntable inet sonde_isolation {\n"));
        QVERIFY(script.contains(
            "table netdev sonde_isolation\ndelete table netdev sonde_isolation\ntable netdev sonde_isolation {\n"));
    }

    void eachRuleAndBracketHasALine() // nft 1.0 does not read "accept }"
    {
        for (const QByteArray &line :
            linesOf(Nft::hostTable(Service) + Nft::deviceTable(Service, {{2, "eth0", true}}))) {
            if (line.endsWith('}'))
                QCOMPARE(line, "}");
        }
    }

    void devicesAreNamedSafely_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("can");
        QTest::newRow("usual") << QByteArray("enp3s0f1np1") << true;
        QTest::newRow("a word of the language") << QByteArray("fwd") << true;
        QTest::newRow("separators") << QByteArray("a;b}{#") << true;
        QTest::newRow("quotation mark") << QByteArray("a\"b") << false;
        QTest::newRow("any device") << QByteArray("eth*") << false;
        QTest::newRow("backslash") << QByteArray("a\\") << false;
        QTest::newRow("not ASCII") << QByteArray("\xC3\xA9th") << false;
        QTest::newRow("control") << QByteArray("a\x01") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void devicesAreNamedSafely()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, can);
        const NetworkDevice device{7, name, true};
        QCOMPARE(Nft::canName(device), can);
        const QByteArray script = Nft::deviceTable(Service, {device});
        QCOMPARE(script.contains("chain leaving7 {"), can); // never after the device's name
        QCOMPARE(script.isEmpty(), !can);
        if (can)
            QVERIFY(script.contains(QByteArray("hook egress device \"" + name + "\" priority 0; policy drop;")));
    }

    void onlyEthernetHasEthernetHeaders()
    {
        const QByteArray tunnel = Nft::deviceTable(Service, {{3, "tun0", false}});
        QVERIFY(!tunnel.contains("ether "));
        QVERIFY(!tunnel.contains("arp"));
        QVERIFY(tunnel.contains("ip daddr 10.77.0.2 tcp dport 8443 accept"));
    }

    void listingIsTheSameWhateverItsCountersSay()
    {
        const auto before = Nft::parseListing(listingOf(listedRule("7", "8443", "0")));
        const auto later = Nft::parseListing(listingOf(listedRule("9", "8443", "12")));
        const auto other = Nft::parseListing(listingOf(listedRule("7", "443", "0")));
        QVERIFY(before && later && other);
        QVERIFY(before->isSameAs(*later));
        QVERIFY(!before->isSameAs(*other));
        QCOMPARE(later->refused, 12);
    }

    void listingIsComparedWithWhatWasMeant()
    {
        const QHash<QByteArray, Nft::MeantChain> meant{{"outgoing", {"output", 1}}};
        const auto check = [&meant](const QByteArray &json) {
            return Nft::isAsMeant(Nft::parseListing(json).value(), meant);
        };
        const QByteArray good = listingOf(listedRule("7", "8443", "0"));
        QVERIFY(check(good));
        QVERIFY(!check(listingOf({}))); // a rule is missing
        QVERIFY(!check(listingOf(listedRule("7", "1", "0") + listedRule("8", "2", "0"))));
        QVERIFY(!check(QByteArray(good).replace("\"drop\"", "\"accept\"")));
        QVERIFY(!check(QByteArray(good).replace("\"output\"", "\"input\"")));
        QVERIFY(!check(QByteArray(good).replace("\"handle\": 2}}", "\"handle\": 2, \"flags\": [\"dormant\"]}}")));
        QVERIFY(!Nft::parseListing("{}").has_value());
        QVERIFY(!Nft::parseListing("").has_value());
    }

    void scriptSaysWhatWasMeant()
    {
        const auto meant = Nft::chainsOf(Nft::hostTable(Service));
        QCOMPARE(meant.size(), 3);
        QCOMPARE(meant.value("forwarded").hook, "forward");
        QCOMPARE(meant.value("forwarded").rules, 1);
        QCOMPARE(meant.value("outgoing").rules, 8);
    }

    void hearsWhoChangedTheRules()
    {
        const QByteArray transaction =
            netlinkMessage(NFT_MSG_DELRULE, attribute(NFTA_RULE_TABLE, QByteArray("sonde_isolation\0", 16)))
            + netlinkMessage(NFT_MSG_NEWGEN,
                attribute(NFTA_GEN_ID, bigEndian(3)) + attribute(NFTA_GEN_PROC_PID, bigEndian(4711))
                    + attribute(NFTA_GEN_PROC_NAME, QByteArray("nft\0", 4)));
        const auto change = Nft::parseRuleChange(transaction);
        QVERIFY(change.ours && change.ended);
        QCOMPARE(change.process, 4711);
        QCOMPARE(change.program, "nft");
        const auto foreign = Nft::parseRuleChange(
            netlinkMessage(NFT_MSG_NEWTABLE, attribute(NFTA_TABLE_NAME, QByteArray("filter\0", 7))));
        QVERIFY(!foreign.ours && !foreign.ended);
    }

    void strangeMessagesArePassedOver()
    {
        const QByteArray whole = netlinkMessage(NFT_MSG_NEWGEN, attribute(NFTA_GEN_PROC_NAME, QByteArray("nft\0", 4)));
        for (qsizetype size = 0; size < whole.size(); ++size)
            std::ignore = Nft::parseRuleChange(whole.first(size));
        QByteArray wrong = whole;
        wrong[sizeof(nlmsghdr) + sizeof(nfgenmsg)] = 1; // shorter than its own header
        QVERIFY(Nft::parseRuleChange(wrong).program.isEmpty());
    }

    void orderIsKept()
    {
        const QTemporaryDir folder;
        const IsolationFile file(folder.path());
        QCOMPARE(file.load().value(), std::nullopt);
        const IsolationOrder order{Service, {*parsePassage(u"10.1.0.0/16 udp 53"_s)}, QDateTime::currentDateTimeUtc(),
            u"alice"_s, u"case 7"_s, true};
        QVERIFY(file.save(order).has_value());
        QCOMPARE(file.load().value(), order);
        QVERIFY(file.remove().has_value());
        QCOMPARE(file.load().value(), std::nullopt);
    }

    void damagedOrderIsNotTakenForRelease()
    {
        const QTemporaryDir folder;
        QFile damaged(folder.filePath(u"isolation.json"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"serv");
        damaged.close();
        QCOMPARE(IsolationFile(folder.path()).load().error().code, ErrorCode::StorageFailed);
    }

    void unitLoadsTheRulesBeforeTheNetwork()
    {
        const QTemporaryDir folder;
        const QTemporaryDir root;
        const BootRules boot(folder.path(), root.path());
        QCOMPARE(boot.install(u"/usr/sbin/nft"_s, "host", "devices").error().code, ErrorCode::NoSubsystem);
        QVERIFY(QDir(root.path()).mkpath(u"run/systemd/system"_s));
        QVERIFY(boot.install(u"/usr/sbin/nft"_s, "host", "devices").has_value());
        QVERIFY(boot.install(u"/usr/sbin/nft"_s, "host", "devices").has_value());
        QVERIFY(boot.isInstalled(u"/usr/sbin/nft"_s));
        QFile unit(root.filePath(u"etc/systemd/system/sonde-isolation.service"_s));
        QVERIFY(unit.open(QIODevice::ReadOnly));
        const QByteArray text = unit.readAll();
        QVERIFY(text.contains("\nBefore=network-pre.target\n"));
        QVERIFY(text.contains(
            QByteArray("\nExecStart=\"/usr/sbin/nft\" -f \"" + folder.path().toUtf8() + "/isolation.nft\"\n")));
        boot.remove();
        QVERIFY(!boot.isInstalled(u"/usr/sbin/nft"_s));
        QVERIFY(!QFileInfo(unit.fileName()).exists());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(IsolationRulesTest)
#include "tst_isolationrules.moc"
