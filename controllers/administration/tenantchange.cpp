// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/tenantchange.h"

namespace Sonde::Client {

std::optional<Error> whyNotPermitted(const TenantClient &client, Permission permission)
{
    if (!client.welcome().user.isValid() || client.state() == TenantClient::State::SignedOut)
        return Error{ErrorCode::NotSignedIn, {}, {}, {}};
    if (client.grants().onTenant().contains(permission))
        return {};
    return notGranted(ErrorCode::NotPermitted, {}, permission, client.grants(), {});
}

} // namespace Sonde::Client
