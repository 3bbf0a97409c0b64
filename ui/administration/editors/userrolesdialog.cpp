// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/userrolesdialog.h"

#include "models/text/visibletext.h"
#include "ui/administration/editors/checklist.h"
#include "ui/words/words.h"

namespace Sonde::Client {

CheckList *roleChoices(const RoleList &roles, const QStringList &chosen, QWidget *parent)
{
    auto *list = new CheckList(parent);
    for (const RoleRecord &record : roles.roles().records()) {
        const auto state = chosen.contains(record.role.name) ? Qt::Checked : Qt::Unchecked;
        list->add({record.role.name, Words::roleText(record.role.name), state,
            Words::permissionsText(PermissionSet(record.role.permissions))});
    }
    for (const QString &name : chosen) {
        if (!list->contains(name))
            list->add({name, Words::roleText(name), Qt::Checked});
    }
    return list;
}

UserRolesDialog::UserRolesDialog(UserList &users, const RoleList &roles, const UserRecord &user, QWidget *parent)
    : FormDialog(parent)
    , m_users(users)
    , m_user(user)
    , m_roles(roleChoices(roles, user.roles, this))
{
    //: %1 a user
    setWords(tr("Roles of %1").arg(visible(user.name.value())), tr("Change roles"));
    addField(tr("&Roles"), m_roles);
    addNote(users.isOneself(user.name)
            ? tr("This is your own account: you are signed out at once, and your sessions end.")
            : tr("They are signed out at once, and their sessions end."));
    connect(&users, &AdministeredList::changed, this, &UserRolesDialog::compare);
    connect(m_roles, &CheckList::checked, this, &UserRolesDialog::follow);
    follow();
    m_roles->setFocus();
}

/// Others work, too.
void UserRolesDialog::compare()
{
    const UserRecord *now = m_users.users().find(m_user.name.value());
    if (now && now->roles != m_user.roles)
        setWarning(tr("Somebody has changed these roles meanwhile. What you confirm replaces that."));
}

QString UserRolesDialog::whyNot() const
{
    QStringList now = m_roles->keys(Qt::Checked);
    QStringList before = m_user.roles;
    now.sort();
    before.sort();
    return now == before ? tr("Nothing is changed yet.") : QString();
}

void UserRolesDialog::submit(ChangeAnswer answer)
{
    m_users.setRoles(m_user.name, m_roles->keys(Qt::Checked), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_userrolesdialog.cpp"
