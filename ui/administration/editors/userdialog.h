// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/rolelist.h"
#include "controllers/administration/userlist.h"
#include "ui/administration/editors/formdialog.h"

class QLineEdit;

namespace Sonde::Client {

class CheckList;
class PasswordFields;

/// Somebody new.
class UserDialog final : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserDialog)

public:
    /// Both lists outlive it.
    UserDialog(UserList &users, const RoleList &roles, QWidget *parent);

    [[nodiscard]] UserName user() const;

protected:
    [[nodiscard]] QString whyNot() const override;
    void submit(ChangeAnswer answer) override;

private:
    UserList &m_users;
    QLineEdit *m_name;
    PasswordFields *m_password;
    CheckList *m_roles;
};

} // namespace Sonde::Client
