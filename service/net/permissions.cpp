// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/permissions.h"

namespace Sonde::Service {

Result<void> Access::require(const Rule &rule, const Named &named) const
{
    if (rule.effect == Effect::Writes && m_tenant.turn.isFull())
        return std::unexpected(m_tenant.turn.whyFull());
    switch (rule.needs.scope()) {
    case Scope::Self:
    case Scope::Listed: return {};
    case Scope::Tenant: return requireTenant(rule.needs);
    case Scope::Somewhere: return requireSomewhere(rule.needs);
    case Scope::Device:
    case Scope::Devices: return requireDevices(rule.needs, named.devices);
    case Scope::Session: return requireSession(rule.needs, named.session);
    case Scope::Command: return requireCommand(rule.needs, named.command);
    case Scope::SessionOrTenant:
        return named.session.isValid() ? requireSession(rule.needs, named.session) : requireTenant(rule.needs);
    }
    Q_UNREACHABLE_RETURN({});
}

Result<void> Access::requireTenant(const Needs &needs) const
{
    if (const auto lacking = m_analyst.grants.onTenant().firstMissing(needs.permissions()))
        return requirePermission(m_analyst, *lacking);
    return {};
}

Result<void> Access::requireSomewhere(const Needs &needs) const
{
    if (const auto lacking = m_analyst.grants.anywhere().firstMissing(needs.permissions()))
        return requirePermission(m_analyst, *lacking);
    return {};
}

Result<void> Access::requireDevices(const Needs &needs, const std::vector<DeviceId> &devices) const
{
    // Who may nowhere is not told which devices there are.
    if (!m_analyst.grants.unlocked().anywhere().contains(needs.permissions()))
        return requireSomewhere(needs);
    for (const DeviceId &device : devices) {
        if (!m_tenant.inventory.contains(device))
            return fail(ErrorCode::DeviceUnknown, device.value());
        const QString group = m_tenant.inventory.groupOf(device);
        if (const auto lacking = m_analyst.grants.on(group).firstMissing(needs.permissions()))
            return requirePermission(m_analyst, *lacking, group);
    }
    return {};
}

Result<void> Access::requireSession(const Needs &needs, SessionId session) const
{
    const auto record = m_tenant.sessions.recallSession(session);
    if (!record)
        return fail(ErrorCode::SessionUnknown, session.toString());
    return m_tenant.manager.requireRight(m_analyst, *record, needs.permissions());
}

Result<void> Access::requireCommand(const Needs &needs, CommandId command) const
{
    const auto recalled = m_tenant.sessions.recall(command);
    if (!recalled)
        return fail(ErrorCode::CommandUnknown, command.toString());
    return m_tenant.manager.requireRight(m_analyst, recalled->session, needs.permissions());
}

bool Access::lists(const DeviceId &device) const
{
    return m_analyst.grants.on(m_tenant.inventory.groupOf(device)).contains(Permission::SecurityDataRead);
}

bool Access::mayRead(SessionId session) const
{
    return requireSession({Scope::Session, {Permission::ActivityRead}}, session).has_value();
}

std::vector<SessionRecord> Access::shown(std::vector<SessionRecord> sessions) const
{
    std::erase_if(sessions, [this](const SessionRecord &session) {
        return session.createdBy != m_analyst.name.value() && !lists(session.device);
    });
    for (SessionRecord &session : sessions) {
        if (!m_tenant.manager.requireRight(m_analyst, session, {Permission::ActivityRead})) {
            session.reason.clear();
            session.endDetail.clear();
            session.endedBy.reset();
            session.acting.reset();
            session.workingDirectory.clear();
        }
    }
    return sessions;
}

} // namespace Sonde::Service
