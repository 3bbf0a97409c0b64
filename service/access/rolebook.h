// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/roles.h"
#include "service/store/store.h"

namespace Sonde::Service {

/// The tenant's roles: those that are built in, and those that it has made.
class RoleBook final
{
public:
    explicit RoleBook(Store &store);

    /// The built-in ones first.
    [[nodiscard]] std::vector<RoleRecord> all() const;
    /// One that is no more gives nothing; of one that demands a second factor they are locked.
    [[nodiscard]] Grants grantsOf(const QStringList &roles) const;
    /// BadValue naming the first unknown role, or when there is none at all (facts: choices).
    [[nodiscard]] Result<void> check(const QStringList &roles) const;

    /// As it was before a change, and as it is after it; none: it was, or will be, none.
    struct Change {
        QString name;
        std::optional<RoleDefinition> from;
        std::optional<RoleDefinition> to;
    };
    /// What a request comes to; nothing is changed yet. BadValue for what is no name; RoleExists.
    [[nodiscard]] Result<Change> toAdd(const RoleDefinition &role) const;
    /// Of the role with this name. RoleUnknown; NotPermitted for those that are built in.
    [[nodiscard]] Result<Change> toChange(const RoleDefinition &role) const;
    [[nodiscard]] Result<Change> toRemove(const QString &name) const;
    void apply(const QString &actor, const Change &change);
    /// Those that are for this group, which is called otherwise now.
    [[nodiscard]] std::vector<Change> toRenameGroup(const QString &before, const QString &now) const;
    /// Names of those that are for a device group.
    [[nodiscard]] QStringList rolesFor(const QString &group) const;
    /// What they would give after a change.
    [[nodiscard]] Grants grantsAfter(const QStringList &roles, const Change &change) const;

private:
    [[nodiscard]] Result<RoleDefinition> find(const QString &name) const;

    Store &m_store;
    std::vector<RoleRecord> m_custom;
};

} // namespace Sonde::Service
