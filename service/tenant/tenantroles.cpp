// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/offering.h"
#include "service/tenant/tenant.h"

#include <QCborArray>

/// What roles give, and what becomes of who may not any more.
namespace Sonde::Service {

Result<void> Tenant::addRole(const Analyst &analyst, const RoleDefinition &role)
{
    return changeRole(analyst, roles.toAdd(role));
}

Result<void> Tenant::changeRole(const Analyst &analyst, const RoleDefinition &role)
{
    return changeRole(analyst, roles.toChange(role));
}

Result<void> Tenant::removeRole(const Analyst &analyst, const QString &name)
{
    const QStringList owners = ownersOf(name);
    if (!owners.isEmpty())
        return fail(ErrorCode::RoleInUse, name).with(Fact::Choices, QCborArray::fromStringList(owners));
    return changeRole(analyst, roles.toRemove(name));
}

/// Those who have it, always or at this moment, or may take it.
QStringList Tenant::ownersOf(const QString &role)
{
    QStringList owners;
    for (const StoredUser &user : store.users()) {
        if (user.roles.contains(role) || user.eligible.contains(role) || elevations.contains(user.name, role))
            owners << user.name.value();
    }
    return owners;
}

Result<void> Tenant::changeRole(const Analyst &analyst, const Result<RoleBook::Change> &change)
{
    if (!change)
        return std::unexpected(change.error());
    if (change->to) {
        // A group that comes later and is called so would be theirs.
        for (const QString &group : change->to->groups) {
            if (!groupBook.contains(group))
                return fail(ErrorCode::GroupUnknown, group);
        }
    }
    const auto left = requireAdministratorLeft(
        change->name, [&](const StoredUser &user) { return roles.grantsAfter(user.roles, *change); });
    if (!left)
        return left;
    roles.apply(analyst.name.value(), *change);
    journal.append(analyst.name.value(), {}, Event::RoleChanged{change->name, change->from, change->to});
    enforceAccess(analyst.name.value());
    return {};
}

void Tenant::enforceAccess(const QString &actor)
{
    for (const SessionId session : QSet<SessionId>(sessions.live())) {
        const SessionRecord &record = *sessions.session(session);
        const auto owner = store.user(UserName(record.createdBy));
        const DeviceAccess access{
            owner ? grantsOf(owner->name, owner->roles).unlocked() : Grants(), inventory.groupOf(record.device), {}};
        if (!access.here().contains(Permission::BasicLiveResponse)) {
            manager.end(actor, session, EndReason::Service);
            continue;
        }
        for (const CommandId command : sessions.openOf(session)) {
            const CommandSpec &spec = *Catalogue::instance().find(sessions.command(command)->invocation.verb);
            if (access.missing(spec.needs, ErrorCode::RoleTooLow, spec.verb))
                dispatcher.cancel(actor, command);
        }
    }
    tickets.keepPermitted([this](const QString &owner) { return analystNow(UserName(owner)); });
    m_regrouped.stop();
    Q_EMIT accessChanged();
}

} // namespace Sonde::Service
