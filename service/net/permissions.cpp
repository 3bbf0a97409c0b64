// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/permissions.h"

namespace Sonde::Service {

Result<void> Access::require(const Rule &rule, SessionId session, CommandId command) const
{
    if (rule.effect == Effect::Writes && m_tenant.turn.isFull())
        return std::unexpected(m_tenant.turn.whyFull());
    switch (rule.permission) {
    case Permission::SignedIn:
    case Permission::OfObject: return {};
    case Permission::ReadSession: return requireSession(session);
    case Permission::ReadCommand: return requireCommand(command);
    case Permission::ReadJournal: return session.isValid() ? requireSession(session) : requireAdministrator(m_analyst);
    case Permission::ReadLibrary: return requireLibrary();
    case Permission::Administrator: return requireAdministrator(m_analyst);
    case Permission::UserAdministrator: return requireRight(m_analyst, Right::ManageUsers);
    }
    Q_UNREACHABLE_RETURN({});
}

Result<void> Access::requireSession(SessionId session) const
{
    const auto record = m_tenant.sessions.recallSession(session);
    if (!record)
        return fail(ErrorCode::SessionUnknown, session.toString());
    return SessionManager::requireRight(m_analyst, *record);
}

Result<void> Access::requireCommand(CommandId command) const
{
    const auto recalled = m_tenant.sessions.recall(command);
    if (!recalled)
        return fail(ErrorCode::CommandUnknown, command.toString());
    return SessionManager::requireRight(m_analyst, recalled->session);
}

Result<void> Access::requireLibrary() const
{
    const Level needed = Catalogue::instance().of(Verbs::Library).level;
    if (mayAdminister(m_analyst.roles) || levelOf(m_analyst.roles).value_or(Level::Basic) >= needed)
        return {};
    return fail(ErrorCode::NotPermitted, m_analyst.name.value()).with(Fact::Role, Role::LiveResponseAdvanced);
}

std::vector<SessionRecord> Access::shown(std::vector<SessionRecord> sessions) const
{
    for (SessionRecord &session : sessions) {
        if (!SessionManager::requireRight(m_analyst, session)) {
            session.reason.clear();
            session.endDetail.clear();
            session.workingDirectory.clear();
        }
    }
    return sessions;
}

} // namespace Sonde::Service
