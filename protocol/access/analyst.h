// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/roles.h"
#include "protocol/base/identifiers.h"

namespace Sonde {

/// Somebody signed in.
struct Analyst {
    Analyst() = default;
    /// With what built-in roles give.
    Analyst(UserName who, const QStringList &has)
        : Analyst(std::move(who), has, builtInGrants(has))
    {
    }
    Analyst(UserName who, QStringList has, Grants given)
        : name(std::move(who))
        , roles(std::move(has))
        , grants(std::move(given))
    {
    }

    UserName name;
    QStringList roles;
    Grants grants;
    QByteArray token = {}; ///< the hash of the access token that they came with; empty: of none
};

/// NotPermitted, OutOfScope or SecondFactorNeeded unless they have it for the whole tenant.
[[nodiscard]] inline Result<void> requirePermission(const Analyst &analyst, Permission permission)
{
    if (analyst.grants.onTenant().contains(permission))
        return {};
    return std::unexpected(notGranted(ErrorCode::NotPermitted, analyst.name.value(), permission, analyst.grants, {}));
}
/// The same for the devices of one group.
[[nodiscard]] inline Result<void> requirePermission(const Analyst &analyst, Permission permission, const QString &group)
{
    if (analyst.grants.on(group).contains(permission))
        return {};
    return std::unexpected(
        notGranted(ErrorCode::NotPermitted, analyst.name.value(), permission, analyst.grants, group));
}

} // namespace Sonde
