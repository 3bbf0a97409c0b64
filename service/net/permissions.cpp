// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/permissions.h"

namespace Sonde::Service {

Result<void> requirePermission(Permission permission, const Analyst &analyst)
{
    switch (permission) {
    case Permission::SignedIn:
    case Permission::OfObject: return {};
    case Permission::Administrator: return requireAdministrator(analyst);
    case Permission::UserAdministrator: return requireRight(analyst, Right::ManageUsers);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde::Service
