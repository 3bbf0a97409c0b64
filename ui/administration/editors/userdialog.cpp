// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/userdialog.h"

#include "protocol/access/roles.h"
#include "ui/administration/editors/checklist.h"
#include "ui/administration/editors/passwordfields.h"
#include "ui/administration/editors/userrolesdialog.h"

namespace Sonde::Client {

UserDialog::UserDialog(UserList &users, const RoleList &roles, QWidget *parent)
    : FormDialog(parent)
    , m_users(users)
    , m_name(new QLineEdit(this))
    , m_password(new PasswordFields(this))
    , m_roles(roleChoices(roles, {Role::Analyst}, this))
{
    setWords(tr("Add a user"), tr("Add"));
    addField(tr("&Name"), m_name);
    addField(tr("&Password"), m_password->first());
    addField(tr("The same &again"), m_password->second());
    addField(tr("&Roles"), m_roles);
    connect(m_name, &QLineEdit::textChanged, this, &UserDialog::follow);
    connect(m_password, &PasswordFields::edited, this, [this] {
        setWarning(m_password->problem());
        follow();
    });
    connect(m_roles, &CheckList::checked, this, &UserDialog::follow);
    follow();
    m_name->setFocus();
}

UserName UserDialog::user() const
{
    return UserName(m_name->text().trimmed().toCaseFolded());
}

QString UserDialog::whyNot() const
{
    return m_name->text().trimmed().isEmpty() ? tr("Type a name first.") : m_password->whyNot();
}

void UserDialog::submit(ChangeAnswer answer)
{
    m_users.add(user(), m_password->password(), m_roles->keys(Qt::Checked), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_userdialog.cpp"
