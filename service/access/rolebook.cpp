// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/rolebook.h"

#include "protocol/base/reason.h"
#include "service/access/label.h"

#include <QCborArray>

namespace Sonde::Service {

namespace {

constexpr qsizetype MostRoles = 200;
constexpr qsizetype MostDescription = 1000;

const QString &nameOf(const RoleRecord &record)
{
    return record.role.name;
}

Grant grantOf(const RoleDefinition &role)
{
    return {role.name, role.permissions, role.groups, role.secondFactor};
}

Result<RoleDefinition> checked(const RoleDefinition &role)
{
    RoleDefinition clean{
        labelFrom(role.name), role.description.left(MostDescription), PermissionSet(role.permissions).list(), {}};
    if (const auto good = checkLabel(clean.name); !good)
        return std::unexpected(good.error());
    for (const QString &group : role.groups) {
        if (const auto good = checkLabel(labelFrom(group)); !good)
            return std::unexpected(good.error());
        clean.groups << labelFrom(group);
    }
    clean.groups.removeDuplicates();
    if (role.secondFactor.value_or(false))
        clean.secondFactor = true;
    return clean;
}

} // namespace

RoleBook::RoleBook(Store &store)
    : m_store(store)
    , m_custom(store.roles())
{
}

std::vector<RoleRecord> RoleBook::all() const
{
    std::vector<RoleRecord> roles;
    for (const RoleDefinition &role : builtInRoles())
        roles.push_back({role, true, {}, {}});
    roles.insert(roles.end(), m_custom.begin(), m_custom.end());
    return roles;
}

Grants RoleBook::grantsOf(const QStringList &roles) const
{
    std::vector<Grant> grants = builtInGrants(roles).all();
    for (const RoleRecord &record : m_custom) {
        if (roles.contains(record.role.name))
            grants.push_back(grantOf(record.role));
    }
    return Grants(std::move(grants));
}

Grants RoleBook::grantsAfter(const QStringList &roles, const Change &change) const
{
    std::vector<Grant> grants = grantsOf(roles).all();
    std::erase_if(grants, [&change](const Grant &grant) { return grant.role == change.name; });
    if (change.to && roles.contains(change.name))
        grants.push_back(grantOf(*change.to));
    return Grants(std::move(grants));
}

Result<void> RoleBook::check(const QStringList &roles) const
{
    QStringList known;
    for (const RoleRecord &record : all())
        known << record.role.name;
    const auto unknown = std::ranges::find_if(roles, [&known](const QString &role) { return !known.contains(role); });
    if (!roles.isEmpty() && unknown == roles.end())
        return {};
    return fail(ErrorCode::BadValue, roles.isEmpty() ? QStringLiteral("roles") : *unknown)
        .with(Fact::Choices, QCborArray::fromStringList(known));
}

Result<RoleDefinition> RoleBook::find(const QString &name) const
{
    const auto found = std::ranges::find(m_custom, name, nameOf);
    if (found != m_custom.end())
        return found->role;
    if (isBuiltInRole(name))
        return std::unexpected(errorBecause(Reason::BuiltInRole, ErrorCode::NotPermitted, name));
    return fail(ErrorCode::RoleUnknown, name);
}

Result<RoleBook::Change> RoleBook::toAdd(const RoleDefinition &role) const
{
    if (qsizetype(m_custom.size()) >= MostRoles)
        return fail(ErrorCode::LimitReached, role.name).with(Fact::Limit, MostRoles);
    const auto clean = checked(role);
    if (!clean)
        return std::unexpected(clean.error());
    const auto roles = all();
    const bool isTaken = std::ranges::any_of(
        roles, [&](const RoleRecord &one) { return one.role.name.compare(clean->name, Qt::CaseInsensitive) == 0; });
    if (isTaken)
        return fail(ErrorCode::RoleExists, clean->name);
    return Change{clean->name, {}, *clean};
}

Result<RoleBook::Change> RoleBook::toChange(const RoleDefinition &role) const
{
    const auto clean = checked(role);
    if (!clean)
        return std::unexpected(clean.error());
    const auto known = find(clean->name);
    if (!known)
        return std::unexpected(known.error());
    return Change{clean->name, *known, *clean};
}

Result<RoleBook::Change> RoleBook::toRemove(const QString &name) const
{
    return find(name).transform([](const RoleDefinition &known) { return Change{known.name, known, {}}; });
}

std::vector<RoleBook::Change> RoleBook::toRenameGroup(const QString &before, const QString &now) const
{
    std::vector<Change> changes;
    for (const RoleRecord &record : m_custom) {
        if (!record.role.groups.contains(before))
            continue;
        RoleDefinition role = record.role;
        role.groups.replace(role.groups.indexOf(before), now);
        changes.push_back({role.name, record.role, role});
    }
    return changes;
}

QStringList RoleBook::rolesFor(const QString &group) const
{
    QStringList names;
    for (const RoleRecord &record : m_custom) {
        if (record.role.groups.contains(group))
            names << record.role.name;
    }
    return names;
}

void RoleBook::apply(const QString &actor, const Change &change)
{
    std::erase_if(m_custom, [&change](const RoleRecord &one) { return one.role.name == change.name; });
    if (!change.to)
        return m_store.dropRole(change.name);
    const RoleRecord record{*change.to, false, actor, QDateTime::currentDateTimeUtc()};
    m_custom.insert(std::ranges::upper_bound(m_custom, change.name, {}, nameOf), record);
    m_store.saveRole(record);
}

} // namespace Sonde::Service
