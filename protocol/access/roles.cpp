// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/access/roles.h"

#include "protocol/base/codec.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

RoleDefinition builtIn(const QString &name, PermissionSet permissions)
{
    return {name, {}, permissions.list(), {}};
}

PermissionSet heldOf(const Grant &grant)
{
    const auto given = PermissionSet(grant.permissions).withImplied();
    return grant.locked.value_or(false) ? given & Looking : given;
}

bool isFor(const Grant &grant, const QString &group)
{
    return grant.groups.isEmpty() || grant.groups.contains(group);
}

bool gives(const Grant &grant, Permission permission, const QString &group)
{
    return isFor(grant, group) && PermissionSet(grant.permissions).withImplied().contains(permission);
}

Error withEligible(Error error, Permission permission, const Grants &grants, const QString &group)
{
    const auto &eligible = grants.eligible();
    const auto one =
        std::ranges::find_if(eligible, [&](const Grant &grant) { return gives(grant, permission, group); });
    if (one != eligible.end())
        error.facts.set(Fact::Eligible, one->role);
    return error;
}

const RoleDefinition *builtInRole(const QString &name)
{
    const auto &roles = builtInRoles();
    const auto found = std::ranges::find(roles, name, &RoleDefinition::name);
    return found == roles.end() ? nullptr : &*found;
}

} // namespace

const std::vector<RoleDefinition> &builtInRoles()
{
    using enum Permission;
    static const std::vector<RoleDefinition> roles{
        builtIn(Role::Analyst, {SecurityDataRead, BasicLiveResponse, FileCollection}),
        builtIn(Role::Responder,
            {SecurityDataRead, BasicLiveResponse, AdvancedLiveResponse, Response, FileCollection, LibraryUse}),
        builtIn(Role::SecurityAdministrator,
            {SecurityDataRead, CoreSecuritySettings, ActivityRead, LibraryUse, LibraryManage, ApproveCommands}),
        builtIn(Role::GlobalAdministrator, PermissionSet::all()),
    };
    return roles;
}

bool isBuiltInRole(const QString &name)
{
    return builtInRole(name) != nullptr;
}

const QString &roleWith(Permission permission)
{
    const auto &roles = builtInRoles();
    // The last one gives everything.
    return std::ranges::find_if(roles, [permission](const RoleDefinition &role) {
        return std::ranges::contains(role.permissions, permission);
    })->name;
}

Grants::Grants(std::vector<Grant> grants)
    : m_grants(std::move(grants))
{
    for (const Grant &grant : m_grants) {
        m_anywhere = m_anywhere | heldOf(grant);
        if (grant.groups.isEmpty())
            m_onTenant = m_onTenant | heldOf(grant);
    }
}

PermissionSet Grants::on(const QString &group) const
{
    PermissionSet all = m_onTenant;
    for (const Grant &grant : m_grants) {
        if (grant.groups.contains(group))
            all = all | heldOf(grant);
    }
    return all;
}

Grants Grants::withEligible(std::vector<Grant> eligible) const
{
    Grants grants = *this;
    grants.m_eligible = std::move(eligible);
    return grants;
}

bool Grants::isLocked() const
{
    return std::ranges::any_of(m_grants, [](const Grant &grant) {
        return grant.locked.value_or(false) && heldOf(grant) != PermissionSet(grant.permissions).withImplied();
    });
}

Grants Grants::unlocked() const
{
    std::vector<Grant> grants = m_grants;
    for (Grant &grant : grants)
        grant.locked.reset();
    return Grants(std::move(grants)).withEligible(m_eligible);
}

Grants builtInGrants(const QStringList &roles)
{
    std::vector<Grant> grants;
    for (const QString &name : roles) {
        if (const RoleDefinition *role = builtInRole(name))
            grants.push_back({name, role->permissions, {}});
    }
    return Grants(std::move(grants));
}

QStringList renamedRoles(const QStringList &roles)
{
    QStringList renamed;
    for (const QString &role : roles) {
        if (role == "live-response-basic"_L1)
            renamed << Role::Analyst;
        else if (role == "live-response-advanced"_L1)
            renamed << Role::Responder;
        else
            renamed << role;
    }
    return renamed;
}

Error notGranted(
    ErrorCode code, const QString &subject, Permission permission, const Grants &grants, const QString &group)
{
    const QString name = Codec::wireName(permission);
    for (const Grant &grant : grants.all()) {
        if (grant.locked.value_or(false) && gives(grant, permission, group))
            return Error{ErrorCode::SecondFactorNeeded, subject, {}, {}}
                .with(Fact::Permission, name)
                .with(Fact::Role, grant.role);
    }
    if (!grants.unlocked().anywhere().contains(permission))
        return withEligible(
            Error{code, subject, {}, {}}.with(Fact::Permission, name).with(Fact::Role, roleWith(permission)),
            permission, grants, group);
    Error error = Error{ErrorCode::OutOfScope, subject, {}, {}}.with(Fact::Permission, name);
    if (!group.isEmpty())
        error.facts.set(Fact::Group, group);
    return withEligible(std::move(error), permission, grants, group);
}

} // namespace Sonde
