// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/rolessection.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/administration/base/administrationlayout.h"
#include "ui/administration/base/confirmation.h"
#include "ui/administration/editors/roledialog.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum RoleColumn { RoleName, RolePermissions, RoleGroups, RoleChangedBy, RoleChanged };

QString rolePermissionsText(const RoleRecord &role)
{
    return Words::permissionsText(PermissionSet(role.role.permissions));
}

QString roleGroupsText(const RoleRecord &role)
{
    QStringList words;
    for (const QString &group : role.role.groups)
        words << Words::groupText(group);
    //: where a role gives what it gives
    return words.isEmpty() ? RolesSection::tr("the whole tenant") : Words::listText(words);
}

QString roleAuthor(const RoleRecord &role)
{
    //: instead of who changed a role
    return role.builtIn ? RolesSection::tr("built in", "role") : role.changedBy;
}

RecordText<RoleRecord>::Columns roleColumns()
{
    using Row = RoleRecord;
    return {
        //: column of the roles
        {.title = [] { return RolesSection::tr("Name"); },
            .text = [](const Row &row) { return Words::roleText(row.role.name); }},
        //: column of the roles
        {.title = [] { return RolesSection::tr("Permissions"); }, .text = rolePermissionsText},
        //: column of the roles: the device groups
        {.title = [] { return RolesSection::tr("For"); }, .text = roleGroupsText},
        //: column of the roles
        {.title = [] { return RolesSection::tr("Changed by"); }, .text = roleAuthor},
        {.title = [] { return Words::timeTitle(RolesSection::tr("Changed"), TimeText()); },
            .text = [](const Row &row) { return row.builtIn ? QString() : TimeText().text(row.changed); },
            .sortKey = [](const Row &row) { return row.changed; },
            .details = [](const Row &row) { return Words::timeDetails(row.changed, TimeText()); }},
    };
}

} // namespace

RolesSection::RolesSection(RoleList &roles, GroupList &groups, Theme &theme, Settings &settings, QWidget *parent)
    : ListSection({roles, m_text, Settled::AdministrationRolesHeader}, theme, settings, parent)
    , m_roles(roles)
    , m_groups(groups)
    , m_text(roles.roles(), roleColumns(), theme)
    , m_permissions(addFact())
    , m_where(addFact())
    , m_secondFactor(addFact())
    , m_changed(addFact())
    , m_add(addDeed(Place::List, Qt::Key_Insert, ButtonRole::Primary, [this] { addRole(); }))
    , m_change(addDeed(Place::Pane, Qt::Key_F2, ButtonRole::Normal, [this] { changeRole(); }))
    , m_remove(addDeed(Place::Pane, Qt::Key_Delete, ButtonRole::Danger, [this] { askToRemove(); }))
{
    needList(groups);
    build({{RoleName, 22, 12}, {RolePermissions, 40, 14, true}, {RoleGroups, 18, 9}, {RoleChangedBy, 12, 7},
        ColumnFit::whole(RoleChanged, 19)});
}

QString RolesSection::title() const
{
    return tr("Roles");
}

QString RolesSection::iconName() const
{
    return u"roles"_s;
}

ListSection::Texts RolesSection::texts(int shown, int total) const
{
    return {tr("Filter the roles by name, permission, device group"),
        shown == total ? tr("%Ln role(s)", nullptr, total)
                       : tr("%1 of %Ln role(s)", "roles shown of all", total).arg(locale().toString(shown)),
        tr("No roles"), {}};
}

void RolesSection::showCurrent()
{
    const RoleRecord *role = m_text.record(current());
    if (!role)
        return;
    setHeading(visible(Words::roleText(role->role.name)), visible(role->role.description));
    setFact(m_permissions, rolePermissionsText(*role));
    setFact(m_where, visible(roleGroupsText(*role)));
    setFact(m_secondFactor, role->role.secondFactor.value_or(false) ? tr("for more than looking") : tr("not demanded"));
    //: %1 a time, %2 a person
    setFact(m_changed,
        role->builtIn ? roleAuthor(*role)
                      : tr("%1 by %2", "changed").arg(TimeText().withZone(role->changed), visible(role->changedBy)));
    const QString refusal = refusalText(m_roles.whyNotChanged());
    const QString builtIn = tr("Roles that are built in stay as they are. Add one of your own instead.");
    for (QAction *deed : {m_change, m_remove})
        setUsable(*deed, !refusal.isEmpty() ? refusal : role->builtIn ? builtIn : QString());
}

void RolesSection::openCurrent()
{
    m_change->trigger();
}

void RolesSection::addRole()
{
    (new RoleDialog(m_roles, m_groups, {}, this))->open();
}

void RolesSection::changeRole()
{
    if (const RoleRecord *role = m_text.record(current()))
        (new RoleDialog(m_roles, m_groups, role->role, this))->open();
}

void RolesSection::askToRemove()
{
    const RoleRecord *role = m_text.record(current());
    if (!role)
        return;
    //: %1 a role
    askFirst(*this,
        {tr("Remove a role"), tr("Remove %1?").arg(visible(role->role.name)),
            tr("Only a role that nobody has can be removed."), tr("Remove")},
        [this, name = role->role.name] { m_roles.remove(name, this, told()); });
}

void RolesSection::retranslate()
{
    m_permissions.title->setText(tr("Permissions"));
    //: where a role gives what it gives
    m_where.title->setText(tr("For"));
    m_secondFactor.title->setText(tr("Second factor"));
    m_changed.title->setText(tr("Last changed"));
    m_add->setText(tr("&Add a role…"));
    m_add->setIconText(tr("Add…"));
    m_change->setText(tr("&Change…"));
    m_remove->setText(tr("&Remove…"));
}

} // namespace Sonde::Client

#include "moc_rolessection.cpp"
