// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/userrolesdialog.h"

#include "models/text/visibletext.h"
#include "ui/administration/editors/checklist.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What is chosen now, when it is something else than before; in whichever order.
std::optional<QStringList> chosenAnew(const CheckList &list, QStringList before)
{
    QStringList now = list.keys(Qt::Checked);
    now.sort();
    before.sort();
    return now == before ? std::nullopt : std::optional(now);
}

QStringList eligibleOf(const UserRecord &user)
{
    return user.eligible.value_or(QStringList());
}

} // namespace

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
    , m_eligible(roleChoices(roles, eligibleOf(user), this))
{
    m_roles->setObjectName(u"roles"_s);
    m_eligible->setObjectName(u"eligible"_s);
    //: %1 a user
    setWords(tr("Roles of %1").arg(visible(user.name.value())), tr("Change roles"));
    addField(tr("&Roles"), m_roles);
    //: field: the roles that somebody may take for a time
    addField(tr("For a &time"), m_eligible);
    addNote(users.isOneself(user.name)
            ? tr("This is your own account: with other roles you are signed out at once, and your sessions end.")
            : tr("With other roles they are signed out at once, and their sessions end."));
    addNote(
        tr("A role for a time is taken by oneself when it is needed, with a reason. Any change here ends one that is "
           "taken now."));
    connect(&users, &AdministeredList::changed, this, &UserRolesDialog::compare);
    for (const CheckList *list : {m_roles, m_eligible})
        connect(list, &CheckList::checked, this, &UserRolesDialog::follow);
    follow();
    m_roles->setFocus();
}

/// Others work, too.
void UserRolesDialog::compare()
{
    const UserRecord *now = m_users.users().find(m_user.name.value());
    if (now && (now->roles != m_user.roles || eligibleOf(*now) != eligibleOf(m_user)))
        setWarning(tr("Somebody has changed these roles meanwhile. What you confirm replaces that."));
}

QString UserRolesDialog::whyNot() const
{
    return roles() || eligible() ? QString() : tr("Nothing is changed yet.");
}

std::optional<QStringList> UserRolesDialog::roles() const
{
    return chosenAnew(*m_roles, m_user.roles);
}

std::optional<QStringList> UserRolesDialog::eligible() const
{
    return chosenAnew(*m_eligible, eligibleOf(m_user));
}

void UserRolesDialog::submit(ChangeAnswer answer)
{
    m_users.setRoles(m_user.name, roles(), eligible(), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_userrolesdialog.cpp"
