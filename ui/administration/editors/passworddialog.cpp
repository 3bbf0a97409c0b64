// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/passworddialog.h"

#include "models/text/visibletext.h"
#include "ui/administration/editors/passwordfields.h"

namespace Sonde::Client {

PasswordDialog::PasswordDialog(UserList &users, const UserName &user, QWidget *parent)
    : FormDialog(parent)
    , m_users(users)
    , m_user(user)
    , m_password(new PasswordFields(this))
{
    //: %1 a user
    setWords(tr("New password for %1").arg(visible(user.value())), tr("Set password"));
    addField(tr("&Password"), m_password->first());
    addField(tr("The same &again"), m_password->second());
    addNote(users.isOneself(user) ? tr("This is your own account: you are signed out at once, and your sessions end.")
                                  : tr("They are signed out at once, and their sessions end."));
    connect(m_password, &PasswordFields::edited, this, [this] {
        setWarning(m_password->problem());
        follow();
    });
    follow();
    m_password->first()->setFocus();
}

QString PasswordDialog::whyNot() const
{
    return m_password->whyNot();
}

void PasswordDialog::submit(ChangeAnswer answer)
{
    m_users.setPassword(m_user, m_password->password(), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_passworddialog.cpp"
