// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/command/catalogue.h"

namespace Sonde {

/// Somebody signed in.
struct Analyst {
    UserName name;
    QStringList roles;
};

namespace Role {
inline const auto GlobalAdministrator = QStringLiteral("global-administrator");
inline const auto SecurityAdministrator = QStringLiteral("security-administrator");
inline const auto LiveResponseAdvanced = QStringLiteral("live-response-advanced");
inline const auto LiveResponseBasic = QStringLiteral("live-response-basic");
} // namespace Role

/// What a role may give besides live response.
enum class Right {
    ManageSecurity, ///< the tenant's settings, enrolment, the library, sessions of others
    ManageUsers,
};

/// The level of live response these roles give; none: they give no live response at all.
[[nodiscard]] std::optional<Level> levelOf(const QStringList &roles);
[[nodiscard]] bool hasRight(const QStringList &roles, Right right);
[[nodiscard]] inline bool mayAdminister(const QStringList &roles)
{
    return hasRight(roles, Right::ManageSecurity);
}
/// The lowest role that has it.
[[nodiscard]] const QString &roleFor(Right right);
/// BadValue naming the first unknown role, or when there is none at all.
[[nodiscard]] Result<void> checkRoles(const QStringList &roles);
/// NotPermitted unless they have it; the facts name the role that has.
[[nodiscard]] Result<void> requireRight(const Analyst &analyst, Right right);
[[nodiscard]] inline Result<void> requireAdministrator(const Analyst &analyst)
{
    return requireRight(analyst, Right::ManageSecurity);
}

} // namespace Sonde
