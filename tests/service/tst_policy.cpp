// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/policy.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

EligibilityFacts eligible()
{
    EligibilityFacts facts;
    facts.analyst = {UserName(u"ada"_s), {Role::LiveResponseBasic}};
    facts.device.online = true;
    facts.device.automationLevel = u"full"_s;
    facts.device.facts.name = u"desk-1"_s;
    facts.device.facts.agentVersion = u"0.2.0"_s;
    facts.policy = policyOf(SettingValues());
    return facts;
}

using Change = std::function<void(EligibilityFacts &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

/// The rules for starting a session and for running a command, one at a time.
class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyConditionIsMet();
    void eachConditionIsNamed_data();
    void eachConditionIsNamed();
    void anOfflineDeviceIsWaitedFor();
    void takingOver_data();
    void takingOver();
    void supportedSystems_data();
    void supportedSystems();
    void rolesGiveLevels_data();
    void rolesGiveLevels();
};

void TestPolicy::everyConditionIsMet()
{
    const auto conditions = conditionsFor(eligible());
    QVERIFY(conditions.size() >= 9);
    QVERIFY(std::ranges::all_of(conditions, &Condition::met));
    QVERIFY(mayStart(eligible(), false));
}

void TestPolicy::eachConditionIsNamed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](ErrorCode code, const Change &change) {
        QTest::newRow(QMetaEnum::fromType<ErrorCode>().valueToKey(int(code))) << change << code;
    };
    row(ErrorCode::LiveResponseOff, [](EligibilityFacts &facts) { facts.policy.liveResponse = false; });
    row(ErrorCode::ServersOff, [](EligibilityFacts &facts) {
        facts.policy.servers = false;
        facts.device.facts.server = true;
    });
    row(ErrorCode::OsUnsupported, [](EligibilityFacts &facts) {
        facts.device.facts.platform = Platform::Windows;
        facts.device.facts.osVersion = u"10.0.15063"_s;
    });
    row(ErrorCode::AgentTooOld, [](EligibilityFacts &facts) { facts.device.facts.agentVersion = u"0.0.9"_s; });
    row(ErrorCode::AutomationNone, [](EligibilityFacts &facts) { facts.device.automationLevel = u"none"_s; });
    row(ErrorCode::RoleTooLow, [](EligibilityFacts &facts) { facts.analyst.roles = {Role::SecurityAdministrator}; });
    row(ErrorCode::TenantSessionLimit, [](EligibilityFacts &facts) { facts.tenantSessions = 25; });
    row(ErrorCode::UserSessionLimit, [](EligibilityFacts &facts) { facts.userSessions = 10; });
    row(ErrorCode::DeviceHeld, [](EligibilityFacts &facts) {
        facts.device.session = SessionId(3);
        facts.device.holder = u"bob"_s;
    });
}

void TestPolicy::eachConditionIsNamed()
{
    QFETCH(Change, change);
    QFETCH(ErrorCode, code);
    EligibilityFacts facts = eligible();
    change(facts);
    const auto conditions = conditionsFor(facts);
    QCOMPARE(std::ranges::count(conditions, false, &Condition::met), 1);
    const auto unmet = *std::ranges::find(conditions, false, &Condition::met);
    QCOMPARE(unmet.unmet, code);
    QCOMPARE(unmet.error.code, code);
    const auto refused = mayStart(facts, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
}

void TestPolicy::anOfflineDeviceIsWaitedFor()
{
    EligibilityFacts facts = eligible();
    facts.device.online = false;
    QCOMPARE(conditionsFor(facts).back().unmet, ErrorCode::DeviceOffline);
    QVERIFY(!conditionsFor(facts).back().met);
    QVERIFY(mayStart(facts, false));
}

void TestPolicy::takingOver_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QString>("holder");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("one's own") << QStringList{Role::LiveResponseBasic} << u"ada"_s << true;
    QTest::newRow("another's") << QStringList{Role::LiveResponseAdvanced} << u"bob"_s << false;
    QTest::newRow("another's, as administrator") << QStringList{Role::GlobalAdministrator} << u"bob"_s << true;
}

void TestPolicy::takingOver()
{
    QFETCH(QStringList, roles);
    QFETCH(QString, holder);
    QFETCH(bool, allowed);
    EligibilityFacts facts = eligible();
    facts.analyst.roles = roles;
    facts.device.session = SessionId(3);
    facts.device.holder = holder;
    QCOMPARE(mayStart(facts, true).has_value(), allowed);
    QVERIFY(!mayStart(facts, false));
}

void TestPolicy::supportedSystems_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("server");
    QTest::addColumn<bool>("supported");
    QTest::newRow("Windows 10 1703") << Platform::Windows << u"10.0.15063"_s << false << false;
    QTest::newRow("Windows 10 1709") << Platform::Windows << u"10.0.16299"_s << false << true;
    QTest::newRow("Windows 11") << Platform::Windows << u"10.0.22631"_s << false << true;
    QTest::newRow("Server 2012") << Platform::Windows << u"6.2.9200"_s << true << false;
    QTest::newRow("Server 2012 R2") << Platform::Windows << u"6.3.9600"_s << true << true;
    QTest::newRow("Server 2016") << Platform::Windows << u"10.0.14393"_s << true << true;
    QTest::newRow("Linux") << Platform::Linux << u"12"_s << false << true;
    QTest::newRow("macOS") << Platform::MacOS << u"15.1"_s << false << true;
}

void TestPolicy::supportedSystems()
{
    QFETCH(Platform, platform);
    QFETCH(QString, version);
    QFETCH(bool, server);
    DeviceFacts facts;
    facts.platform = platform;
    facts.osVersion = version;
    facts.server = server;
    QTEST(isSupportedSystem(facts), "supported");
}

void TestPolicy::rolesGiveLevels_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<int>("level"); // -1: none
    QTest::newRow("none") << QStringList{} << -1;
    QTest::newRow("security administrator") << QStringList{Role::SecurityAdministrator} << -1;
    QTest::newRow("basic") << QStringList{Role::LiveResponseBasic} << int(Level::Basic);
    QTest::newRow("both") << QStringList{Role::LiveResponseBasic, Role::LiveResponseAdvanced} << int(Level::Advanced);
    QTest::newRow("global administrator") << QStringList{Role::GlobalAdministrator} << int(Level::Advanced);
}

void TestPolicy::rolesGiveLevels()
{
    QFETCH(QStringList, roles);
    QFETCH(int, level);
    const auto actual = levelOf(roles);
    QCOMPARE(actual ? int(*actual) : -1, level);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
