// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/permissions.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

Result<void> requirePermission(Permission permission, const Analyst &analyst)
{
    switch (permission) {
    case Permission::SignedIn:
    case Permission::OfObject: return {};
    case Permission::Administrator: return requireAdministrator(analyst);
    case Permission::UserAdministrator: break;
    }
    if (mayManageUsers(analyst.roles))
        return {};
    return fail(ErrorCode::NotPermitted, analyst.name.value(), {}, {{u"role"_s, Role::GlobalAdministrator}});
}

} // namespace Sonde::Service
