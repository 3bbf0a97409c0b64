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
    facts.analyst = {UserName(u"ada"_s), {Role::Analyst}};
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
    void whoMayCloseItIsNotSentToAnother();
    void whoHoldsItIsSentToNobody();
    void takingOver_data();
    void takingOver();
    void supportedSystems_data();
    void supportedSystems();
    void rolesGivePermissions_data();
    void rolesGivePermissions();
    void rolesHaveAScope();
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
    row(ErrorCode::RoleTooLow,
        [](EligibilityFacts &facts) { facts.analyst = Analyst(facts.analyst.name, {Role::SecurityAdministrator}); });
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

void TestPolicy::whoMayCloseItIsNotSentToAnother()
{
    const auto namesRole = [](const QString &role) {
        EligibilityFacts facts = eligible();
        facts.analyst = Analyst(facts.analyst.name, {Role::Analyst, role});
        facts.device.session = SessionId(3);
        facts.device.holder = u"bob"_s;
        const auto conditions = conditionsFor(facts);
        return std::ranges::find(conditions, ErrorCode::DeviceHeld, &Condition::unmet)
            ->error.facts.value(Fact::Role)
            .isString();
    };
    QVERIFY(namesRole(Role::Responder));
    QVERIFY(!namesRole(Role::GlobalAdministrator));
    QVERIFY(!namesRole(Role::SecurityAdministrator));
}

void TestPolicy::whoHoldsItIsSentToNobody()
{
    EligibilityFacts facts = eligible();
    facts.device.session = SessionId(3);
    facts.device.holder = facts.analyst.name.value();
    const auto conditions = conditionsFor(facts);
    const Error held = std::ranges::find(conditions, ErrorCode::DeviceHeld, &Condition::unmet)->error;
    QVERIFY(held.facts.text(Fact::Holder).isEmpty());
    QVERIFY(held.facts.text(Fact::Role).isEmpty());
}

void TestPolicy::takingOver_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QString>("holder");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("one's own") << QStringList{Role::Analyst} << u"ada"_s << true;
    QTest::newRow("another's") << QStringList{Role::Responder} << u"bob"_s << false;
    QTest::newRow("another's, as administrator") << QStringList{Role::GlobalAdministrator} << u"bob"_s << true;
}

void TestPolicy::takingOver()
{
    QFETCH(QStringList, roles);
    QFETCH(QString, holder);
    QFETCH(bool, allowed);
    EligibilityFacts facts = eligible();
    facts.analyst = Analyst(facts.analyst.name, roles);
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

void TestPolicy::rolesGivePermissions_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<bool>("basic");
    QTest::addColumn<bool>("advanced");
    QTest::newRow("none") << QStringList{} << false << false;
    QTest::newRow("security administrator") << QStringList{Role::SecurityAdministrator} << false << false;
    QTest::newRow("analyst") << QStringList{Role::Analyst} << true << false;
    QTest::newRow("both") << QStringList{Role::Analyst, Role::Responder} << true << true;
    QTest::newRow("global administrator") << QStringList{Role::GlobalAdministrator} << true << true;
    QTest::newRow("unknown") << QStringList{u"live-response-advanced"_s} << false << false;
}

void TestPolicy::rolesGivePermissions()
{
    QFETCH(QStringList, roles);
    const PermissionSet given = builtInGrants(roles).on(u"any"_s);
    QTEST(given.contains(Permission::BasicLiveResponse), "basic");
    QTEST(given.contains(Permission::AdvancedLiveResponse), "advanced");
}

/// A role for some groups gives nothing on devices of others, and nothing for the tenant as a whole.
void TestPolicy::rolesHaveAScope()
{
    EligibilityFacts facts = eligible();
    facts.device.group = u"desks"_s;
    const Grants grants({{u"tier 1"_s, {Permission::AdvancedLiveResponse}, {u"desks"_s}}});
    facts.analyst = Analyst(facts.analyst.name, {u"tier 1"_s}, grants);
    QVERIFY(mayStart(facts, false));
    facts.device.group = u"servers"_s;
    const auto refused = mayStart(facts, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::OutOfScope);
    QCOMPARE(refused.error().facts.text(Fact::Group), u"servers"_s);
    QVERIFY(!requirePermission(facts.analyst, Permission::BasicLiveResponse));
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
