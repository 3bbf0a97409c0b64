// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/roledialog.h"

#include "models/text/visibletext.h"
#include "protocol/base/codec.h"
#include "ui/administration/editors/checklist.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QLineEdit>

namespace Sonde::Client {

RoleDialog::RoleDialog(
    RoleList &roles, const GroupList &groups, const std::optional<RoleDefinition> &role, QWidget *parent)
    : FormDialog(parent)
    , m_roles(roles)
    , m_before(role)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_permissions(new CheckList(this))
    , m_secondFactor(new QCheckBox(tr("Demands a second &factor for more than looking"), this))
    , m_everywhere(new QCheckBox(tr("For the &whole tenant"), this))
    , m_groups(new CheckList(this))
{
    //: %1 a role
    setWords(role ? tr("Role %1").arg(visible(role->name)) : tr("Add a role"), role ? tr("Change") : tr("Add"));
    addField(tr("&Name"), m_name);
    addField(tr("&Description"), m_description);
    addField(tr("&Permissions"), m_permissions);
    addWide(m_secondFactor);
    m_secondFactor->setAccessibleName(tr("Demands a second factor for more than looking"));
    setHint(m_secondFactor, tr("Without one the role reads, looks at devices and brings files. It changes nothing."));
    addWide(m_everywhere);
    m_everywhere->setAccessibleName(tr("For the whole tenant"));
    addField(tr("Device &groups"), m_groups);
    if (role)
        addNote(tr("A change takes effect at once, also for who is at work: sessions and commands that the role does "
                   "not give any more end."));
    fill(role.value_or(RoleDefinition()), groups);
    m_name->setReadOnly(role.has_value());
    m_name->setFocusPolicy(role ? Qt::ClickFocus : Qt::StrongFocus);
    connect(m_name, &QLineEdit::textChanged, this, &RoleDialog::follow);
    connect(m_description, &QLineEdit::textChanged, this, &RoleDialog::follow);
    connect(m_permissions, &CheckList::checked, this, &RoleDialog::follow);
    connect(m_groups, &CheckList::checked, this, &RoleDialog::follow);
    connect(m_secondFactor, &QCheckBox::toggled, this, &RoleDialog::follow);
    connect(&roles, &AdministeredList::changed, this, &RoleDialog::compare);
    connect(m_everywhere, &QCheckBox::toggled, m_groups, &QWidget::setDisabled);
    connect(m_everywhere, &QCheckBox::toggled, this, &RoleDialog::follow);
    follow();
    (role ? m_description : m_name)->setFocus();
}

void RoleDialog::fill(const RoleDefinition &role, const GroupList &groups)
{
    m_name->setText(role.name);
    m_description->setText(role.description);
    for (const Permission one : PermissionSet::all().list()) {
        const bool has = std::ranges::contains(role.permissions, one);
        m_permissions->add({Codec::wireName(one), Words::permissionText(one), has ? Qt::Checked : Qt::Unchecked});
    }
    for (const DeviceGroupRecord &group : groups.groups().records()) {
        const bool has = role.groups.contains(group.group.name);
        m_groups->add({group.group.name, Words::groupText(group.group.name), has ? Qt::Checked : Qt::Unchecked});
    }
    for (const QString &name : role.groups) {
        if (!m_groups->contains(name))
            m_groups->add({name, Words::groupText(name), Qt::Checked});
    }
    m_secondFactor->setChecked(role.secondFactor.value_or(false));
    m_everywhere->setChecked(role.groups.isEmpty());
    m_groups->setDisabled(role.groups.isEmpty());
}

/// Others work, too.
void RoleDialog::compare()
{
    const RoleRecord *now = m_before ? m_roles.roles().find(m_before->name) : nullptr;
    if (m_before && !now)
        setWarning(tr("This role was removed meanwhile."));
    else if (now && now->role != *m_before)
        //: %1 a person
        setWarning(
            tr("%1 has changed this role meanwhile. What you confirm replaces that.").arg(visible(now->changedBy)));
}

RoleDefinition RoleDialog::role() const
{
    RoleDefinition role;
    role.name = m_name->text().simplified();
    role.description = m_description->text().trimmed();
    for (const QString &key : m_permissions->keys(Qt::Checked))
        role.permissions.push_back(*Codec::fromWireName<Permission>(key));
    if (m_secondFactor->isChecked())
        role.secondFactor = true;
    if (!m_everywhere->isChecked())
        role.groups = m_groups->keys(Qt::Checked);
    return role;
}

/// No group at all would mean all of them.
QString RoleDialog::whyNot() const
{
    const RoleDefinition typed = role();
    if (typed.name.isEmpty())
        return tr("Type a name first.");
    if (!m_everywhere->isChecked() && typed.groups.isEmpty())
        return tr("Choose the device groups, or the whole tenant.");
    return typed == m_before ? tr("Nothing is changed yet.") : QString();
}

void RoleDialog::submit(ChangeAnswer answer)
{
    if (m_before)
        m_roles.change(role(), this, std::move(answer));
    else
        m_roles.add(role(), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_roledialog.cpp"
