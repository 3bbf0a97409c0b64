// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/userlist.h"

namespace Sonde::Client {

namespace {

constexpr int UserColumns = 4;

} // namespace

UserList::UserList(TenantClient &client, QObject *parent)
    : AdministeredList(client, Permission::Authorization, Permission::Authorization, parent)
    , m_users(UserColumns, [](const UserRecord &user) { return user.name.value(); })
{
}

void UserList::fetch()
{
    client().request<Message::Elevations>(
        Message::FetchElevations{}, this, [this](const Result<Message::Elevations> &said) {
            m_elevations = said ? said->elevations : std::vector<ElevationRecord>();
            Q_EMIT changed();
        });
    load<Message::Users>(Message::FetchUsers{}, [this](const Message::Users &users) { m_users.assign(users.users); });
}

std::vector<ElevationRecord> UserList::elevationsOf(const UserName &user) const
{
    std::vector<ElevationRecord> of;
    std::ranges::copy_if(
        m_elevations, std::back_inserter(of), [&user](const ElevationRecord &one) { return one.user == user; });
    return of;
}

void UserList::add(
    const UserName &user, const QString &password, const QStringList &roles, QObject *context, ChangeAnswer answer)
{
    Message::AddUser request;
    request.user = user;
    request.password = password;
    request.roles = roles;
    submit(request, context, std::move(answer));
}

void UserList::setRoles(const UserName &user, const std::optional<QStringList> &roles,
    const std::optional<QStringList> &eligible, QObject *context, ChangeAnswer answer)
{
    submit(Message::ChangeUser{.user = user, .roles = roles, .eligible = eligible}, context, std::move(answer));
}

void UserList::setPassword(const UserName &user, const QString &password, QObject *context, ChangeAnswer answer)
{
    submit(Message::ChangeUser{.user = user, .password = password}, context, std::move(answer));
}

void UserList::setDisabled(const UserName &user, bool disabled, QObject *context, ChangeAnswer answer)
{
    submit(Message::ChangeUser{.user = user, .disabled = disabled}, context, std::move(answer));
}

void UserList::signOut(const UserName &user, QObject *context, ChangeAnswer answer)
{
    submit(Message::SignOutUser{.user = user}, context, std::move(answer));
}

void UserList::removeSecondFactor(const UserName &user, QObject *context, ChangeAnswer answer)
{
    submit(Message::RemoveSecondFactor{.user = user}, context, std::move(answer));
}

void UserList::endElevation(const UserName &user, const QString &role, QObject *context, ChangeAnswer answer)
{
    submit(Message::EndElevation{.user = user, .role = role}, context, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_userlist.cpp"
