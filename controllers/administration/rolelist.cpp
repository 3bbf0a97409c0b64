// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/rolelist.h"

namespace Sonde::Client {

namespace {

constexpr int RoleColumns = 5;

} // namespace

RoleList::RoleList(TenantClient &client, QObject *parent)
    : AdministeredList(client, Permission::Authorization, Permission::Authorization, parent)
    , m_roles(RoleColumns, [](const RoleRecord &role) { return role.role.name; })
{
}

void RoleList::fetch()
{
    load<Message::Roles>(Message::FetchRoles{}, [this](const Message::Roles &roles) { m_roles.assign(roles.roles); });
}

void RoleList::add(const RoleDefinition &role, QObject *context, ChangeAnswer answer)
{
    submit(Message::AddRole{.role = role}, context, std::move(answer));
}

void RoleList::change(const RoleDefinition &role, QObject *context, ChangeAnswer answer)
{
    submit(Message::ChangeRole{.role = role}, context, std::move(answer));
}

void RoleList::remove(const QString &name, QObject *context, ChangeAnswer answer)
{
    submit(Message::RemoveRole{.name = name}, context, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_rolelist.cpp"
