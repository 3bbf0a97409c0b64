// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"

namespace Sonde::Client {

/// What roles give, and where. A change takes effect at once, also for who is at work.
class RoleList final : public AdministeredList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoleList)

public:
    explicit RoleList(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] RecordTable<RoleRecord> &roles() { return m_roles; }
    [[nodiscard]] const RecordTable<RoleRecord> &roles() const { return m_roles; }
    void add(const RoleDefinition &role, QObject *context, ChangeAnswer answer);
    void change(const RoleDefinition &role, QObject *context, ChangeAnswer answer);
    /// One that nobody has.
    void remove(const QString &name, QObject *context, ChangeAnswer answer);

protected:
    void fetch() override;

private:
    RecordTable<RoleRecord> m_roles;
};

} // namespace Sonde::Client
