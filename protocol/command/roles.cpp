// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/roles.h"

#include <QCborArray>

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

bool hasRight(const QStringList &roles, Right right)
{
    return roles.contains(Role::GlobalAdministrator) || roles.contains(roleFor(right));
}

const QString &roleFor(Right right)
{
    switch (right) {
    case Right::ManageSecurity: return Role::SecurityAdministrator;
    case Right::ManageUsers: return Role::GlobalAdministrator;
    }
    Q_UNREACHABLE_RETURN(Role::GlobalAdministrator);
}

Result<void> checkRoles(const QStringList &roles)
{
    static const QStringList known{
        Role::GlobalAdministrator, Role::SecurityAdministrator, Role::LiveResponseAdvanced, Role::LiveResponseBasic};
    if (roles.isEmpty())
        return fail(ErrorCode::BadValue, u"roles"_s).with(Fact::Choices, QCborArray::fromStringList(known));
    for (const QString &role : roles) {
        if (!known.contains(role))
            return fail(ErrorCode::BadValue, role).with(Fact::Choices, QCborArray::fromStringList(known));
    }
    return {};
}

Result<void> requireRight(const Analyst &analyst, Right right)
{
    if (hasRight(analyst.roles, right))
        return {};
    return fail(ErrorCode::NotPermitted, analyst.name.value()).with(Fact::Role, roleFor(right));
}

} // namespace Sonde
