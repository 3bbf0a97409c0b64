// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/roles.h"

using namespace Qt::StringLiterals;

namespace Sonde {

std::optional<Level> levelOf(const QStringList &roles)
{
    if (roles.contains(Role::GlobalAdministrator) || roles.contains(Role::LiveResponseAdvanced))
        return Level::Advanced;
    if (roles.contains(Role::LiveResponseBasic))
        return Level::Basic;
    return {};
}

bool mayAdminister(const QStringList &roles)
{
    return roles.contains(Role::GlobalAdministrator) || roles.contains(Role::SecurityAdministrator);
}

bool mayManageUsers(const QStringList &roles)
{
    return roles.contains(Role::GlobalAdministrator);
}

Result<void> checkRoles(const QStringList &roles)
{
    static const QStringList known{
        Role::GlobalAdministrator, Role::SecurityAdministrator, Role::LiveResponseAdvanced, Role::LiveResponseBasic};
    if (roles.isEmpty())
        return fail(ErrorCode::BadValue, u"roles"_s, u"a user has at least one role"_s);
    for (const QString &role : roles) {
        if (!known.contains(role))
            return fail(ErrorCode::BadValue, role, u"no such role"_s, {{u"choices"_s, known.join(u' ')}});
    }
    return {};
}

Result<void> requireAdministrator(const Analyst &analyst)
{
    if (mayAdminister(analyst.roles))
        return {};
    return fail(ErrorCode::NotPermitted, analyst.name.value(), {}, {{u"role"_s, Role::SecurityAdministrator}});
}

} // namespace Sonde
