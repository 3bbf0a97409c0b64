// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/policy.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// Windows 10 1709, and Server 2012 R2.
const QVersionNumber OldestWindows{10, 0, 16299};
const QVersionNumber OldestWindowsServer{6, 3, 9600};

Condition condition(ErrorCode code, bool met, const QString &subject = {}, const QCborMap &facts = {})
{
    if (met)
        return {code, true, {}};
    return {code, false, {code, subject, {}, facts}};
}

QCborMap whoMayChange(Setting setting)
{
    const auto spec = std::ranges::find(Settings::specs(), setting, &SettingSpec::id);
    return {{u"role"_s, Role::SecurityAdministrator}, {u"setting"_s, spec->key}};
}

QCborMap limitFacts(qint64 limit, qsizetype actual, Setting setting)
{
    QCborMap facts = whoMayChange(setting);
    facts.insert(u"limit"_s, limit);
    facts.insert(u"actual"_s, actual);
    return facts;
}

bool isAtLeast(const QString &version, const QString &least)
{
    return QVersionNumber::fromString(version) >= QVersionNumber::fromString(least);
}

} // namespace

Policy policyOf(const Settings &settings)
{
    return {settings.isOn(Setting::LiveResponse), settings.isOn(Setting::LiveResponseServers),
        settings.number(Setting::TenantSessionLimit), settings.number(Setting::UserSessionLimit),
        std::chrono::minutes(settings.number(Setting::InactivityMinutes)), settings.text(Setting::MinimumAgentVersion),
        settings.number(Setting::FileinfoBytes), settings.number(Setting::OutputBytes),
        settings.number(Setting::OutputRows)};
}

bool isSupportedSystem(const DeviceFacts &facts)
{
    if (facts.platform != Platform::Windows)
        return true;
    return QVersionNumber::fromString(facts.osVersion) >= (facts.server ? OldestWindowsServer : OldestWindows);
}

std::vector<Condition> conditionsFor(const EligibilityFacts &facts)
{
    const DeviceRecord &device = facts.device;
    const Policy &policy = facts.policy;
    const QString name = device.facts.name;
    return {
        condition(ErrorCode::LiveResponseOff, policy.liveResponse, {}, whoMayChange(Setting::LiveResponse)),
        condition(ErrorCode::ServersOff, policy.servers || !device.facts.server, name,
            whoMayChange(Setting::LiveResponseServers)),
        condition(
            ErrorCode::OsUnsupported, isSupportedSystem(device.facts), name, {{u"actual"_s, device.facts.osName}}),
        condition(ErrorCode::AgentTooOld,
            device.facts.agentVersion.isEmpty() || isAtLeast(device.facts.agentVersion, policy.minimumAgent), name,
            {{u"limit"_s, policy.minimumAgent}, {u"actual"_s, device.facts.agentVersion}}),
        condition(ErrorCode::AutomationNone, device.automationLevel != u"none", device.group,
            whoMayChange(Setting::AutomationLevel)),
        condition(ErrorCode::RoleTooLow, levelOf(facts.analyst.roles).has_value(), facts.analyst.name.value(),
            {{u"role"_s, Role::LiveResponseBasic}}),
        condition(ErrorCode::TenantSessionLimit, facts.tenantSessions < policy.tenantSessions, {},
            limitFacts(policy.tenantSessions, facts.tenantSessions, Setting::TenantSessionLimit)),
        condition(ErrorCode::UserSessionLimit, facts.userSessions < policy.userSessions, facts.analyst.name.value(),
            limitFacts(policy.userSessions, facts.userSessions, Setting::UserSessionLimit)),
        condition(ErrorCode::DeviceHeld, !device.session.isValid(), name,
            {{u"holder"_s, device.holder}, {u"since"_s, device.heldSince.toString(Qt::ISODateWithMs)},
                {u"session"_s, qint64(device.session.value())}, {u"role"_s, Role::SecurityAdministrator}}),
        condition(
            ErrorCode::DeviceOffline, device.online, name, {{u"since"_s, device.lastSeen.toString(Qt::ISODateWithMs)}}),
    };
}

Result<void> mayStart(const EligibilityFacts &facts, bool takeOver)
{
    const bool mayTakeOver =
        takeOver && (facts.device.holder == facts.analyst.name.value() || mayAdminister(facts.analyst.roles));
    const auto forbids = [mayTakeOver](const Condition &condition) {
        return !condition.met && condition.unmet != ErrorCode::DeviceOffline
            && !(condition.unmet == ErrorCode::DeviceHeld && mayTakeOver);
    };
    const auto conditions = conditionsFor(facts);
    const auto unmet = std::ranges::find_if(conditions, forbids);
    if (unmet == conditions.end())
        return {};
    return std::unexpected(unmet->error);
}

} // namespace Sonde::Service
