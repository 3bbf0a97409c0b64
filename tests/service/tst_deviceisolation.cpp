// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/signing/releasecode.h"
#include "service/identity/certificateauthority.h"
#include "tests/service/testtenantbench.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Service;

namespace {

IsolationFacts someFacts()
{
    return {.state = IsolationState::Partly,
        .wanted = true,
        .shortfalls = {{IsolationGap::Device, u"tun0"_s}},
        .passages = {u"192.0.2.7 tcp 443"_s},
        .refused = 3,
        .since = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC),
        .analyst = u"ada"_s,
        .reason = u"case 7"_s};
}

} // namespace

/// Isolation as the service sees it: what a device says of itself, who may, and codes for a device that has lost it.
class DeviceIsolationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<TenantBench>();
        m_device = m_bench->addDevice();
        m_agent = m_bench->connectAgent(m_device);
    }
    void cleanup()
    {
        m_agent.reset();
        m_bench.reset();
    }

    void deviceSaysHowItIs();
    void stateIsKeptWhileTheDeviceIsAway();
    void codeIsGoodForItsDeviceUntilItExpires();
    void changedCodeIsNone();
    void onlyWhoMayReleaseMakesACode_data();
    void onlyWhoMayReleaseMakesACode();
    void passagesAreASetting_data();
    void passagesAreASetting();

private:
    template<typename E>
    std::optional<JournalEntry> find()
    {
        for (const JournalEntry &entry : m_bench->journal()) {
            if (std::holds_alternative<E>(entry.event))
                return entry;
        }
        return {};
    }

    std::unique_ptr<TenantBench> m_bench;
    std::unique_ptr<TestPeer> m_agent;
    DeviceId m_device;
};

void DeviceIsolationTest::deviceSaysHowItIs()
{
    m_agent->send(Message::DeviceIsolation{someFacts(), IsolationCause::RulesChanged, u"nft (7)"_s, someFacts().since});
    QTRY_VERIFY(find<Event::IsolationChanged>());
    const JournalEntry entry = *find<Event::IsolationChanged>();
    QCOMPARE(entry.device, m_device);
    QCOMPARE(entry.actor, AgentActor);
    QCOMPARE(std::get<Event::IsolationChanged>(entry.event).facts, someFacts());
    QCOMPARE(std::get<Event::IsolationChanged>(entry.event).by, u"nft (7)"_s);
    QCOMPARE(m_bench->tenant().inventory.record(m_device).facts.isolation, someFacts());
    QVERIFY(!m_agent->isClosed());
}

void DeviceIsolationTest::stateIsKeptWhileTheDeviceIsAway()
{
    m_agent->send(Message::DeviceIsolation{someFacts(), IsolationCause::Ordered, {}, someFacts().since});
    QTRY_VERIFY(m_bench->tenant().inventory.record(m_device).facts.isolation);
    m_agent.reset();
    m_bench->tenant().turn.finish();
    m_bench->crash();
    QCOMPARE(m_bench->tenant().inventory.record(m_device).facts.isolation, someFacts());
}

void DeviceIsolationTest::codeIsGoodForItsDeviceUntilItExpires()
{
    const QTemporaryDir folder;
    const QTemporaryDir otherFolder;
    const auto authority = CertificateAuthority::open(folder.path());
    const auto other = CertificateAuthority::open(otherFolder.path());
    QVERIFY(authority && other);
    m_bench->tenant().setAuthority([&authority](const QByteArray &text) { return authority->sign(text); });
    const auto analyst = m_bench->connectAnalyst();
    analyst->send(Message::MakeReleaseCode{5, m_device, 2h});
    QTRY_VERIFY(analyst->reply<Message::ReleaseCode>(5));
    const auto made = *analyst->reply<Message::ReleaseCode>(5);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto read = readReleaseCode(made.code, authority->certificate(), m_device, now);
    QVERIFY2(read, read ? "" : qPrintable(debugText(read.error())));
    QCOMPARE(read->device, m_device);
    QCOMPARE(read->expires, made.expires);
    const auto entry = find<Event::ReleaseCodeMade>();
    QVERIFY(entry);
    QCOMPARE(entry->actor, u"ada"_s);
    QCOMPARE(entry->device, m_device);
    QCOMPARE(std::get<Event::ReleaseCodeMade>(entry->event).serial, read->serial);

    QVERIFY(readReleaseCode(u' ' + made.code + u'\n', authority->certificate(), m_device, now));
    const DeviceId stranger(u"ffffffffffffffffffffffffffffffff"_s);
    QCOMPARE(readReleaseCode(made.code, authority->certificate(), stranger, now).error().code, ErrorCode::TokenInvalid);
    QCOMPARE(readReleaseCode(made.code, other->certificate(), m_device, now).error().code, ErrorCode::TokenInvalid);
    QCOMPARE(readReleaseCode(made.code, authority->certificate(), m_device, made.expires).error().code,
        ErrorCode::TokenInvalid);
}

void DeviceIsolationTest::changedCodeIsNone()
{
    const QTemporaryDir folder;
    const auto authority = CertificateAuthority::open(folder.path());
    QVERIFY(authority);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const ReleaseCode code{m_device, u"12ab34cd"_s, now.addDuration(1h)};
    const QString text = toText(code, authority->sign(releaseText(code)));
    QVERIFY(readReleaseCode(text, authority->certificate(), m_device, now));
    for (qsizetype i = 0; i < text.size() - 1; ++i) { // the last character may hold bits that mean nothing
        QString changed = text;
        changed[i] = changed[i] == u'A' ? u'B' : u'A';
        QVERIFY2(!readReleaseCode(changed, authority->certificate(), m_device, now), qPrintable(changed));
    }
    for (const QString &nonsense : QStringList{{}, u"-"_s, u"AAAA"_s, text.left(text.size() / 2), text + text})
        QVERIFY2(!readReleaseCode(nonsense, authority->certificate(), m_device, now), qPrintable(nonsense));
    // A checkpoint's signature, or any other, is none of a release.
    QVERIFY(
        !readReleaseCode(toText(code, authority->sign(Codec::toBytes(code))), authority->certificate(), m_device, now));
}

void DeviceIsolationTest::onlyWhoMayReleaseMakesACode_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("may");
    QTest::newRow("advanced") << QString(Role::Responder) << true;
    QTest::newRow("basic") << QString(Role::Analyst) << false;
}

void DeviceIsolationTest::onlyWhoMayReleaseMakesACode()
{
    QFETCH(const QString, role);
    QFETCH(const bool, may);
    m_bench->tenant().setAuthority([](const QByteArray &) { return QByteArray("signature"); });
    const auto analyst = m_bench->connectAnalyst(u"bob"_s, {role});
    analyst->send(Message::MakeReleaseCode{5, m_device, 2h});
    analyst->send(Message::MakeReleaseCode{6, DeviceId(u"ffffffffffffffffffffffffffffffff"_s), 2h});
    QTRY_VERIFY(analyst->reply<Message::Refused>(6));
    // Who may not is not told which devices there are.
    QCOMPARE(analyst->reply<Message::Refused>(6)->error.code, may ? ErrorCode::DeviceUnknown : ErrorCode::NotPermitted);
    QCOMPARE(analyst->reply<Message::ReleaseCode>(5).has_value(), may);
    QCOMPARE(find<Event::ReleaseCodeMade>().has_value(), may);
    if (!may)
        QCOMPARE(analyst->reply<Message::Refused>(5)->error.facts.text(Fact::Permission), u"response"_s);
}

void DeviceIsolationTest::passagesAreASetting_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fits");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("one") << u"10.1.0.0/16 udp 53"_s << true;
    QTest::newRow("several") << u"10.1.0.0/16 udp 53-60, 2001:db8::1 tcp 443"_s << true;
    QTest::newRow("a name") << u"vpn.example tcp 443"_s << false;
    QTest::newRow("no port") << u"10.1.0.0/16 udp"_s << false;
    QTest::newRow("a rule") << u"10.1.0.0/16 udp 53 accept }"_s << false;
}

void DeviceIsolationTest::passagesAreASetting()
{
    QFETCH(const QString, value);
    QFETCH(const bool, fits);
    const SettingSpec &spec = settingSpec(TenantSetting::IsolationPassages);
    QCOMPARE(checkSetting(spec, value).has_value(), fits);
}

QTEST_GUILESS_MAIN(DeviceIsolationTest)
#include "tst_deviceisolation.moc"
