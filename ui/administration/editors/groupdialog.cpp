// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/groupdialog.h"

#include "models/administration/typedlist.h"
#include "models/text/visibletext.h"
#include "protocol/base/codec.h"
#include "ui/administration/editors/grouppreview.h"
#include "ui/administration/editors/settingtext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QLineEdit>

namespace Sonde::Client {

GroupDialog::GroupDialog(
    GroupList &groups, const DeviceModel &devices, const std::optional<DeviceGroup> &group, QWidget *parent)
    : FormDialog(parent)
    , m_groups(groups)
    , m_before(group)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_level(new QComboBox(this))
    , m_approval(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
    , m_names(new QLineEdit(this))
    , m_domains(new QLineEdit(this))
    , m_systems(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
    , m_preview(new GroupPreview(groups, devices, group ? group->name : QString(), this))
{
    build();
    fill(group.value_or(DeviceGroup()));
    for (const QLineEdit *field : {m_name, m_description, m_approval, m_names, m_domains, m_systems, m_tags})
        connect(field, &QLineEdit::textChanged, this, &GroupDialog::followTyping);
    connect(m_level, &QComboBox::currentIndexChanged, this, &GroupDialog::followTyping);
    connect(&groups, &AdministeredList::changed, this, &GroupDialog::compare);
    connect(m_preview, &GroupPreview::changed, this, &GroupDialog::follow);
    followTyping();
    (isUngrouped() ? static_cast<QWidget *>(m_level) : m_name)->setFocus();
}

void GroupDialog::build()
{
    //: %1 a device group
    setWords(m_before ? tr("Device group %1").arg(visible(Words::groupText(m_before->name))) : tr("Add a device group"),
        m_before ? tr("Change") : tr("Add"));
    for (const auto &[number, name] : Codec::wireNames<RemediationLevel>())
        m_level->addItem(Words::remediationLevelText(name), name);
    if (!isUngrouped()) {
        addField(tr("&Name"), m_name);
        addField(tr("&Description"), m_description);
    }
    addField(tr("Automation &level"), m_level);
    if (!isUngrouped())
        return buildRule();
    addNote(tr("Devices that no other group takes are here. With “No automated response” there is no live response on "
               "them."));
    for (QWidget *other : std::initializer_list<QWidget *>{
             m_name, m_description, m_approval, m_problem, m_names, m_domains, m_systems, m_tags, m_preview})
        other->hide();
}

/// As the setting that says it for all devices.
void GroupDialog::buildApproval()
{
    //: field: verbs that a second person has to approve
    addField(tr("Needs &approval"), m_approval);
    m_approval->setPlaceholderText(tr("such as remediate, collect -memory"));
    setTone(m_problem, Tone::Bad);
    m_problem->setWordWrap(true);
    addWide(m_problem);
}

void GroupDialog::buildRule()
{
    buildApproval();
    addNote(tr("A device is in the first group, by rank, whose rule takes it: of each property that has values one "
               "must fit. Values are separated by commas, and * stands for any letters."));
    addField(tr("&Host names"), m_names);
    addField(tr("DNS do&mains"), m_domains);
    addField(tr("Operating &systems"), m_systems);
    addField(tr("&Tags"), m_tags);
    m_names->setPlaceholderText(tr("such as srv-*, mail"));
    m_domains->setPlaceholderText(tr("such as *.example.org"));
    m_systems->setPlaceholderText(tr("such as Linux, Windows Server*"));
    m_tags->setPlaceholderText(tr("such as server"));
    addWide(m_preview);
}

void GroupDialog::fill(const DeviceGroup &group)
{
    m_name->setText(group.name);
    m_description->setText(group.description);
    m_level->setCurrentIndex(m_level->findData(Codec::wireName(group.level)));
    m_approval->setText(group.approval.value_or(QString()));
    m_names->setText(typedList(group.rule.names));
    m_domains->setText(typedList(group.rule.domains));
    m_systems->setText(typedList(group.rule.systems));
    m_tags->setText(typedList(group.rule.tags));
}

/// Others work, too.
void GroupDialog::compare()
{
    const DeviceGroupRecord *now = m_before ? m_groups.groups().find(m_before->name) : nullptr;
    if (m_before && !now)
        setWarning(tr("This device group was removed meanwhile."));
    else if (now && now->group != *m_before)
        //: %1 a person
        setWarning(tr("%1 has changed this device group meanwhile. What you confirm replaces that.")
                .arg(visible(now->changedBy)));
}

DeviceGroup GroupDialog::group() const
{
    DeviceGroup group = m_before.value_or(DeviceGroup());
    group.level = Codec::fromWireName<RemediationLevel>(m_level->currentData().toString()).value_or(group.level);
    if (isUngrouped())
        return group;
    group.name = m_name->text().simplified();
    group.description = m_description->text().trimmed();
    const QString approval = m_approval->text().simplified();
    group.approval = approval.isEmpty() ? std::nullopt : std::optional(approval);
    group.rule = {typedValues(m_names->text()), typedValues(m_domains->text()), typedValues(m_systems->text()),
        typedValues(m_tags->text())};
    return group;
}

QString GroupDialog::problem() const
{
    return settingProblem(settingSpec(TenantSetting::ApprovalVerbs), group().approval.value_or(QString()));
}

void GroupDialog::followTyping()
{
    if (!isUngrouped()) {
        m_problem->setText(problem());
        m_problem->setVisible(!m_problem->text().isEmpty());
        m_preview->setGroup(group());
    }
    follow();
}

QString GroupDialog::whyNot() const
{
    const DeviceGroup typed = group();
    if (typed.name.isEmpty())
        return tr("Type a name first.");
    if (!isUngrouped() && typed.rule == GroupRule())
        return tr("Say at least one property that devices must have.");
    if (const QString wrong = problem(); !wrong.isEmpty())
        return wrong;
    return typed == m_before ? tr("Nothing is changed yet.") : QString();
}

void GroupDialog::submit(ChangeAnswer answer)
{
    if (m_before)
        m_groups.change(m_before->name, group(), this, std::move(answer));
    else
        m_groups.add(group(), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_groupdialog.cpp"
