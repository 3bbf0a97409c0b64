// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/rolelist.h"
#include "controllers/administration/userlist.h"
#include "ui/administration/editors/formdialog.h"

namespace Sonde::Client {

class CheckList;

/// A box for each role of the tenant; those that `chosen` names are checked, and are there also when the list of roles is not here yet.
[[nodiscard]] CheckList *roleChoices(const RoleList &roles, const QStringList &chosen, QWidget *parent);

/// What a user may do, as the roles that they have, and those that they may take for a time.
class UserRolesDialog final : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserRolesDialog)

public:
    /// Both lists outlive it.
    UserRolesDialog(UserList &users, const RoleList &roles, const UserRecord &user, QWidget *parent);

protected:
    [[nodiscard]] QString whyNot() const override;
    void submit(ChangeAnswer answer) override;

private:
    void compare();
    /// Nothing when they are as before.
    [[nodiscard]] std::optional<QStringList> roles() const;
    [[nodiscard]] std::optional<QStringList> eligible() const;

    UserList &m_users;
    UserRecord m_user;
    CheckList *m_roles;
    CheckList *m_eligible;
};

} // namespace Sonde::Client
