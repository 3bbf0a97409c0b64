// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/userlist.h"
#include "ui/administration/editors/formdialog.h"

namespace Sonde::Client {

class PasswordFields;

/// Another password for a user.
class PasswordDialog final : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordDialog)

public:
    /// `users` outlives it.
    PasswordDialog(UserList &users, const UserName &user, QWidget *parent);

protected:
    [[nodiscard]] QString whyNot() const override;
    void submit(ChangeAnswer answer) override;

private:
    UserList &m_users;
    UserName m_user;
    PasswordFields *m_password;
};

} // namespace Sonde::Client
