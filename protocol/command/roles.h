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

/// The level of live response these roles give; none: they give no live response at all.
[[nodiscard]] std::optional<Level> levelOf(const QStringList &roles);
/// Security settings: the tenant's, enrolment, the library, sessions of others.
[[nodiscard]] bool mayAdminister(const QStringList &roles);
[[nodiscard]] bool mayManageUsers(const QStringList &roles);
/// BadValue naming the first unknown role, or when there is none at all.
[[nodiscard]] Result<void> checkRoles(const QStringList &roles);
/// NotPermitted unless they may; the facts name the role that could.
[[nodiscard]] Result<void> requireAdministrator(const Analyst &analyst);

} // namespace Sonde
