// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/userssection.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/administration/base/administrationlayout.h"
#include "ui/administration/base/confirmation.h"
#include "ui/administration/editors/passworddialog.h"
#include "ui/administration/editors/userdialog.h"
#include "ui/administration/editors/userrolesdialog.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum UserColumn { UserNameColumn, UserRolesColumn, UserEligibleColumn, UserStateColumn };

QString rolesText(const QStringList &roles)
{
    QStringList words;
    for (const QString &role : roles)
        words << Words::roleText(role);
    return Words::listText(words);
}

/// The roles that they may take for a time.
QString eligibleText(const UserRecord &user)
{
    return rolesText(user.eligible.value_or(QStringList()));
}

QString userStateText(const UserRecord &user)
{
    //: the state of a user: may sign in or not
    return user.disabled ? UsersSection::tr("disabled", "user") : UsersSection::tr("enabled", "user");
}

QStringList namesOf(const std::vector<ElevationRecord> &elevations)
{
    QStringList roles;
    for (const ElevationRecord &one : elevations)
        roles << one.role;
    return roles;
}

/// What they always have, and what they have for a time just now.
QString heldText(const UserRecord &user, const UserList &users)
{
    const QString now = rolesText(namesOf(users.elevationsOf(user.name)));
    //: %1 roles that somebody always has, %2 roles that they have for a time just now
    return now.isEmpty() ? rolesText(user.roles) : UsersSection::tr("%1; just now %2").arg(rolesText(user.roles), now);
}

/// A line for each.
QString nowText(const std::vector<ElevationRecord> &elevations)
{
    QStringList lines;
    for (const ElevationRecord &one : elevations)
        //: %1 a role that somebody has for a time, %2 and %3 date and time, %4 who granted it, %5 why
        lines << UsersSection::tr("%1 from %2 until %3, by %4: %5")
                     .arg(visible(Words::roleText(one.role)), TimeText().withZone(one.since),
                         TimeText().withZone(one.until), visible(one.by), visible(one.reason));
    return lines.join(u'\n');
}

RecordText<UserRecord>::Columns userColumns(const UserList &users)
{
    return {
        //: column of the users
        {.title = [] { return UsersSection::tr("Name"); },
            .text = [](const UserRecord &user) { return user.name.value(); }},
        //: column of the users
        {.title = [] { return UsersSection::tr("Roles"); },
            .text = [&users](const UserRecord &user) { return heldText(user, users); }},
        //: column of the users: the roles that somebody may take for a time
        {.title = [] { return UsersSection::tr("For a time"); }, .text = eligibleText},
        //: column of the users
        {.title = [] { return UsersSection::tr("State"); },
            .text = userStateText,
            .look =
                [](const UserRecord &user) {
                    return user.disabled ? StateLook{u"cancel"_s, Color::DimText} : StateLook{u"check"_s, Color::Good};
                }},
    };
}

/// What roles give; of one that is not listed yet nothing is known.
QString givenText(const QStringList &names, const RoleList &roles)
{
    PermissionSet given;
    for (const QString &name : names) {
        if (const RoleRecord *role = roles.roles().find(name))
            given = given | PermissionSet(role->role.permissions).withImplied();
    }
    return Words::permissionsText(given);
}

} // namespace

UsersSection::UsersSection(UserList &users, RoleList &roles, Theme &theme, Settings &settings, QWidget *parent)
    : ListSection({users, m_text, Settled::AdministrationUsersHeader}, theme, settings, parent)
    , m_users(users)
    , m_roles(roles)
    , m_text(users.users(), userColumns(users), theme)
    , m_state(addFact())
    , m_has(addFact())
    , m_now(addFact())
    , m_gives(addFact())
    , m_eligible(addFact())
    , m_secondFactor(addFact())
    , m_add(addDeed(Place::List, Qt::Key_Insert, ButtonRole::Primary, [this] { addUser(); }))
    , m_change(addDeed(Place::Pane, Qt::Key_F2, ButtonRole::Normal, [this] { changeRoles(); }))
    , m_password(addDeed(Place::Pane, {}, ButtonRole::Normal, [this] { setPassword(); }))
    , m_signOut(addDeed(Place::Pane, {}, ButtonRole::Normal, [this] { askToSignOut(); }))
    , m_removeFactor(addDeed(Place::Pane, {}, ButtonRole::Normal, [this] { askToRemoveFactor(); }))
    , m_endRoles(addDeed(Place::Pane, {}, ButtonRole::Normal, [this] { askToEndRoles(); }))
    , m_disable(addDeed(Place::Pane, Qt::Key_Delete, ButtonRole::Danger, [this] { askToDisable(); }))
{
    for (const AdministeredList *list : std::initializer_list<const AdministeredList *>{&users, &roles})
        connect(list, &AdministeredList::changed, this, [this] { refresh(); });
    needList(roles);
    build({{UserNameColumn, 20, 10}, {UserRolesColumn, 32, 14, true}, {UserStateColumn, 14, 9},
        {UserEligibleColumn, 26, 12}});
}

QString UsersSection::title() const
{
    return tr("Users");
}

QString UsersSection::iconName() const
{
    return u"user"_s;
}

ListSection::Texts UsersSection::texts(int shown, int total) const
{
    return {tr("Filter the users by name, role, state"),
        shown == total ? tr("%Ln user(s)", nullptr, total)
                       : tr("%1 of %Ln user(s)", "users shown of all", total).arg(locale().toString(shown)),
        tr("No users"), {}};
}

void UsersSection::showCurrent()
{
    const UserRecord *user = m_text.record(current());
    if (!user)
        return;
    const bool isOwn = m_users.isOneself(user->name);
    setHeading(visible(user->name.value()), isOwn ? tr("This is your own account.") : QString());
    setFact(m_state, userStateText(*user));
    setFact(m_has, visible(rolesText(user->roles)));
    const auto elevations = m_users.elevationsOf(user->name);
    setFact(m_now, nowText(elevations));
    setFact(m_gives, givenText(user->roles + namesOf(elevations), m_roles));
    setFact(m_eligible, visible(eligibleText(*user)));
    const bool hasFactor = user->secondFactor.value_or(false);
    setFact(m_secondFactor, hasFactor ? tr("set up", "second factor") : tr("none", "second factor"));
    const QString refusal = refusalText(m_users.whyNotChanged());
    for (QAction *deed : {m_change, m_password, m_signOut, m_removeFactor, m_endRoles, m_disable})
        setUsable(*deed, refusal);
    if (!hasFactor && refusal.isEmpty())
        setUsable(*m_removeFactor, tr("They have none. Everybody sets up their own."));
    if (elevations.empty() && refusal.isEmpty())
        setUsable(*m_endRoles, tr("They have no role for a time just now."));
    m_disable->setText(user->disabled ? tr("&Enable") : tr("&Disable…"));
    if (user->disabled && refusal.isEmpty())
        setUsable(*m_signOut, tr("Whoever is disabled is signed in nowhere."));
}

void UsersSection::openCurrent()
{
    m_change->trigger();
}

void UsersSection::addUser()
{
    auto *dialog = new UserDialog(m_users, m_roles, this);
    dialog->open();
}

void UsersSection::changeRoles()
{
    if (const UserRecord *user = m_text.record(current()))
        (new UserRolesDialog(m_users, m_roles, *user, this))->open();
}

void UsersSection::setPassword()
{
    if (const UserRecord *user = m_text.record(current()))
        (new PasswordDialog(m_users, user->name, this))->open();
}

void UsersSection::askToDisable()
{
    const UserRecord *user = m_text.record(current());
    if (!user)
        return;
    const UserName name = user->name;
    if (user->disabled)
        return m_users.setDisabled(name, false, this, told());
    //: %1 a user
    askFirst(*this,
        {tr("Disable a user"), tr("Disable %1?").arg(visible(name.value())),
            m_users.isOneself(name)
                ? tr("This is your own account: you are signed out at once and can sign in no longer. What you did "
                     "stays in the journal.")
                : tr("They are signed out at once, their sessions end, and they can sign in no longer. What they did "
                     "stays in the journal."),
            tr("Disable")},
        [this, name] { m_users.setDisabled(name, true, this, told()); });
}

void UsersSection::askToSignOut()
{
    const UserRecord *user = m_text.record(current());
    if (!user)
        return;
    //: %1 a user
    askFirst(*this,
        {tr("Sign out everywhere"), tr("Sign %1 out everywhere?").arg(visible(user->name.value())),
            tr("Every workstation and program has to sign in again. Their sessions stay."), tr("Sign out")},
        [this, name = user->name] { m_users.signOut(name, this, told()); });
}

void UsersSection::askToRemoveFactor()
{
    const UserRecord *user = m_text.record(current());
    if (!user)
        return;
    //: %1 a user
    askFirst(*this,
        {tr("Remove a second factor"), tr("Remove the second factor of %1?").arg(visible(user->name.value())),
            tr("For somebody who has lost it. They are signed out everywhere, their sessions stay, and they set up "
               "another one. Make sure that it is really them who asks."),
            tr("Remove")},
        [this, name = user->name] { m_users.removeSecondFactor(name, this, told()); });
}

void UsersSection::askToEndRoles()
{
    const UserRecord *user = m_text.record(current());
    if (!user)
        return;
    const QStringList roles = namesOf(m_users.elevationsOf(user->name));
    askFirst(*this,
        {tr("End roles for a time"),
            //: %1 a user, %2 roles
            tr("End what %1 has for a time: %2?").arg(visible(user->name.value()), visible(rolesText(roles))),
            tr("What it gives is over at once, also in the sessions that are open. They stay signed in, and may take "
               "it again where they are eligible."),
            tr("End")},
        [this, name = user->name, roles] {
            for (const QString &role : roles)
                m_users.endElevation(name, role, this, told());
        });
}

void UsersSection::retranslate()
{
    m_state.title->setText(tr("State"));
    m_has.title->setText(tr("Roles"));
    //: of a user: the roles that they took for a time, until when and why
    m_now.title->setText(tr("For a time, now"));
    //: of a user: the permissions that their roles give
    m_gives.title->setText(tr("May"));
    //: of a user: the roles that they may take for a time
    m_eligible.title->setText(tr("May take for a time"));
    m_secondFactor.title->setText(tr("Second factor"));
    m_add->setText(tr("&Add a user…"));
    m_add->setIconText(tr("Add…"));
    m_change->setText(tr("Change &roles…"));
    m_password->setText(tr("Set &password…"));
    m_signOut->setText(tr("Sign out e&verywhere…"));
    m_removeFactor->setText(tr("Remove second &factor…"));
    m_endRoles->setText(tr("End role for a &time…"));
    m_disable->setText(tr("&Disable…"));
}

} // namespace Sonde::Client

#include "moc_userssection.cpp"
