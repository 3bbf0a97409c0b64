// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/administration.h"

namespace Sonde::Client {

Administration::Administration(TenantClient &client, QObject *parent)
    : QObject(parent)
    , users(client)
    , roles(client)
    , groups(client)
    , settings(client)
    , publishers(client)
    , enrolment(client)
    , tokens(client)
    , devices(client)
    , m_client(client)
{
    connect(&client, &TenantClient::stateChanged, this, &Administration::accessChanged);
    connect(&client, &TenantClient::grantsChanged, this, &Administration::accessChanged);
}

/// Of the two that one can have, the one that more people have is named.
std::optional<Error> Administration::whyNothing() const
{
    if (!whyNotPermitted(m_client, Permission::Authorization))
        return {};
    return whyNotPermitted(m_client, Permission::CoreSecuritySettings);
}

} // namespace Sonde::Client

#include "moc_administration.cpp"
