// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/devicechanges.h"
#include "controllers/administration/enrolment.h"
#include "controllers/administration/grouplist.h"
#include "controllers/administration/publisherlist.h"
#include "controllers/administration/rolelist.h"
#include "controllers/administration/settinglist.h"
#include "controllers/administration/tokenlist.h"
#include "controllers/administration/userlist.h"

namespace Sonde::Client {

/// All that administrators change of a tenant.
class Administration final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Administration)

public:
    /// `client` outlives it.
    explicit Administration(TenantClient &client, QObject *parent = nullptr);

    UserList users;
    RoleList roles;
    GroupList groups;
    SettingList settings;
    PublisherList publishers;
    Enrolment enrolment;
    TokenList tokens;
    DeviceChanges devices;

    /// Why whoever is signed in administers nothing of the tenant; nothing when there is something.
    [[nodiscard]] std::optional<Error> whyNothing() const;

Q_SIGNALS:
    /// whyNothing() may be another.
    void accessChanged();

private:
    TenantClient &m_client;
};

} // namespace Sonde::Client
