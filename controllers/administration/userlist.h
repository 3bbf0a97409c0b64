// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"

namespace Sonde::Client {

/// Who may sign in. Whoever is changed is signed out at once, and their sessions end; only what they may take for a time leaves them be.
class UserList final : public AdministeredList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserList)

public:
    explicit UserList(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] RecordTable<UserRecord> &users() { return m_users; }
    /// The roles that they have for a time just now.
    [[nodiscard]] std::vector<ElevationRecord> elevationsOf(const UserName &user) const;
    void add(
        const UserName &user, const QString &password, const QStringList &roles, QObject *context, ChangeAnswer answer);
    /// What they have, and what they may take for a time; what is absent stays.
    void setRoles(const UserName &user, const std::optional<QStringList> &roles,
        const std::optional<QStringList> &eligible, QObject *context, ChangeAnswer answer);
    void setPassword(const UserName &user, const QString &password, QObject *context, ChangeAnswer answer);
    void setDisabled(const UserName &user, bool disabled, QObject *context, ChangeAnswer answer);
    /// Everywhere; their sessions stay.
    void signOut(const UserName &user, QObject *context, ChangeAnswer answer);
    /// Of somebody who has lost it. They are signed out everywhere.
    void removeSecondFactor(const UserName &user, QObject *context, ChangeAnswer answer);
    /// What a role gave them for a time is over at once; they stay signed in.
    void endElevation(const UserName &user, const QString &role, QObject *context, ChangeAnswer answer);

protected:
    void fetch() override;

private:
    RecordTable<UserRecord> m_users;
    std::vector<ElevationRecord> m_elevations; ///< of everybody
};

} // namespace Sonde::Client
