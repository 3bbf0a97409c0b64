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

Condition condition(bool met, const Error &error)
{
    return {error.code, met, met ? Error() : error};
}

/// Unmet because of a setting, which somebody may change.
Error bySetting(ErrorCode code, const QString &subject, TenantSetting setting)
{
    const SettingSpec &spec = settingSpec(setting);
    return Error{code, subject, {}, {}}.with(Fact::Role, roleWith(spec.permission)).with(Fact::Setting, spec.key);
}

Condition fewerThan(qint64 limit, qsizetype actual, ErrorCode code, const QString &subject, TenantSetting setting)
{
    return condition(
        actual < limit, bySetting(code, subject, setting).with(Fact::Limit, limit).with(Fact::Actual, actual));
}

bool isAtLeast(const QString &version, const QString &least)
{
    return QVersionNumber::fromString(version) >= QVersionNumber::fromString(least);
}

/// Whether they may close the sessions of others.
bool mayManage(const EligibilityFacts &facts)
{
    return facts.analyst.grants.on(facts.device.group).contains(Permission::CoreSecuritySettings);
}

/// It names a role that could close the session to who could not, and nobody to who holds it themselves.
Error heldBy(const DeviceRecord &device, const EligibilityFacts &facts)
{
    Error held = Error{ErrorCode::DeviceHeld, device.facts.name, {}, {}}
                     .with(Fact::Since, device.heldSince.toString(Qt::ISODateWithMs))
                     .with(Fact::Session, qint64(device.session.value()));
    if (device.holder == facts.analyst.name.value())
        return held;
    held.facts.set(Fact::Holder, device.holder);
    return mayManage(facts) ? held : std::move(held).with(Fact::Role, Role::SecurityAdministrator);
}

} // namespace

Policy policyOf(const SettingValues &settings)
{
    return {settings.isOn(TenantSetting::LiveResponse), settings.isOn(TenantSetting::LiveResponseServers),
        settings.number(TenantSetting::TenantSessionLimit), settings.number(TenantSetting::UserSessionLimit),
        std::chrono::minutes(settings.number(TenantSetting::InactivityMinutes)),
        settings.text(TenantSetting::MinimumAgentVersion)};
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
    const QString analyst = facts.analyst.name.value();
    const QString agent = device.facts.agentVersion;
    return {
        condition(policy.liveResponse, bySetting(ErrorCode::LiveResponseOff, {}, TenantSetting::LiveResponse)),
        condition(policy.servers || !device.facts.server || device.serverException.value_or(false),
            bySetting(ErrorCode::ServersOff, name, TenantSetting::LiveResponseServers)),
        condition(isSupportedSystem(device.facts),
            Error{ErrorCode::OsUnsupported, name, {}, {}}.with(Fact::Actual, device.facts.osName)),
        condition(agent.isEmpty() || isAtLeast(agent, policy.minimumAgent),
            Error{ErrorCode::AgentTooOld, name, {}, {}}
                .with(Fact::Limit, policy.minimumAgent)
                .with(Fact::Actual, agent)),
        condition(device.automationLevel != u"none",
            Error{ErrorCode::AutomationNone, device.group, {}, {}}
                .with(Fact::Group, device.group)
                .with(Fact::Role, roleWith(Permission::Authorization))),
        condition(facts.analyst.grants.on(device.group).contains(Permission::BasicLiveResponse),
            notGranted(
                ErrorCode::RoleTooLow, analyst, Permission::BasicLiveResponse, facts.analyst.grants, device.group)),
        fewerThan(policy.tenantSessions, facts.tenantSessions, ErrorCode::TenantSessionLimit, {},
            TenantSetting::TenantSessionLimit),
        fewerThan(policy.userSessions, facts.userSessions, ErrorCode::UserSessionLimit, analyst,
            TenantSetting::UserSessionLimit),
        condition(!device.session.isValid(), heldBy(device, facts)),
        condition(device.online,
            Error{ErrorCode::DeviceOffline, name, {}, {}}.with(
                Fact::Since, device.lastSeen.toString(Qt::ISODateWithMs))),
    };
}

Result<void> mayStart(const EligibilityFacts &facts, bool takeOver)
{
    const bool mayTakeOver = takeOver && (facts.device.holder == facts.analyst.name.value() || mayManage(facts));
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
