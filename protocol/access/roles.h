// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/permissionset.h"
#include "protocol/base/result.h"

#include <QDateTime>
#include <QStringList>

namespace Sonde {

/// The roles that every tenant has, and that nobody changes.
namespace Role {
inline const auto Analyst = QStringLiteral("analyst");
inline const auto Responder = QStringLiteral("responder");
inline const auto SecurityAdministrator = QStringLiteral("security-administrator");
inline const auto GlobalAdministrator = QStringLiteral("global-administrator");
} // namespace Role

/// A role as it is sent and journalled.
struct RoleDefinition {
    QString name;
    QString description;
    std::vector<Permission> permissions;
    QStringList groups;                    ///< the device groups for which it gives them; none: the whole tenant
    std::optional<bool> secondFactor = {}; ///< what goes beyond looking holds only after a second factor; none: at once

    bool operator==(const RoleDefinition &) const = default;
};

/// One that the tenant has.
struct RoleRecord {
    RoleDefinition role;
    bool builtIn = false; ///< nobody changes it
    QString changedBy;    ///< who made or changed it last; empty for those that are built in
    QDateTime changed;

    bool operator==(const RoleRecord &) const = default;
};

/// What one role of somebody gives them.
struct Grant {
    QString role;
    std::vector<Permission> permissions;
    QStringList groups;              ///< none: the whole tenant
    std::optional<bool> locked = {}; ///< what goes beyond looking waits for a second factor; none: nothing waits

    bool operator==(const Grant &) const = default;
};

/// What a role that demands a second factor gives without one: reading, and what looks at a device and changes nothing there.
inline constexpr PermissionSet Looking{Permission::SecurityDataRead, Permission::BasicLiveResponse,
    Permission::FileCollection, Permission::ActivityRead, Permission::LibraryUse};

/// Everything that somebody's roles give them; of what waits for a second factor only the looking. What else they may take for a time gives
/// nothing, but is told to who is refused something.
class Grants final
{
public:
    Grants() = default;
    explicit Grants(std::vector<Grant> grants);

    [[nodiscard]] const std::vector<Grant> &all() const { return m_grants; }
    /// Of the roles that they may take for a time.
    [[nodiscard]] const std::vector<Grant> &eligible() const { return m_eligible; }
    [[nodiscard]] Grants withEligible(std::vector<Grant> eligible) const;
    /// For the devices of a group.
    [[nodiscard]] PermissionSet on(const QString &group) const;
    /// For the tenant as a whole, and so for each of its devices.
    [[nodiscard]] PermissionSet onTenant() const { return m_onTenant; }
    /// For some devices at least.
    [[nodiscard]] PermissionSet anywhere() const { return m_anywhere; }
    /// Whether something waits for a second factor.
    [[nodiscard]] bool isLocked() const;
    /// As they are once a second factor was shown.
    [[nodiscard]] Grants unlocked() const;

    bool operator==(const Grants &) const = default;

private:
    std::vector<Grant> m_grants;
    std::vector<Grant> m_eligible;
    PermissionSet m_onTenant;
    PermissionSet m_anywhere;
};

/// In the order in which they give more.
[[nodiscard]] const std::vector<RoleDefinition> &builtInRoles();
[[nodiscard]] bool isBuiltInRole(const QString &name);
/// The built-in role that gives this and as little else as possible.
[[nodiscard]] const QString &roleWith(Permission permission);
/// Those of built-in roles; others give nothing here.
[[nodiscard]] Grants builtInGrants(const QStringList &roles);
/// What roles of an earlier version are called now.
[[nodiscard]] QStringList renamedRoles(const QStringList &roles);

/// Why this is refused to somebody. SecondFactorNeeded when they may once they showed one (facts: the permission and the role that
/// demands it). OutOfScope when they may elsewhere (facts: the permission and the group; no group: it has to be the
/// whole tenant), else `code` (facts: the permission, and the role that gives it). Both name a role that they may take for a time, if one
/// would do.
[[nodiscard]] Error notGranted(
    ErrorCode code, const QString &subject, Permission permission, const Grants &grants, const QString &group);

} // namespace Sonde
