// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/groupssection.h"

#include "models/administration/typedlist.h"
#include "models/text/visibletext.h"
#include "protocol/base/codec.h"
#include "protocol/time/timetext.h"
#include "ui/administration/base/administrationlayout.h"
#include "ui/administration/base/confirmation.h"
#include "ui/administration/editors/groupdialog.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum GroupColumn { GroupRank, GroupName, GroupDevices, GroupLevel, GroupRuleColumn };

QString levelText(const DeviceGroupRecord &group)
{
    return Words::remediationLevelText(Codec::wireName(group.group.level));
}

QString ruleText(const DeviceGroupRecord &group)
{
    if (group.group.name == UngroupedDevices)
        return GroupsSection::tr("what no other group takes");
    const GroupRule &rule = group.group.rule;
    QStringList parts;
    const auto add = [&parts](const QString &what, const QStringList &values) {
        if (!values.isEmpty())
            parts << what.arg(typedList(values));
    };
    //: a part of the rule of a device group: %1 names
    add(GroupsSection::tr("host %1"), rule.names);
    //: a part of the rule of a device group: %1 DNS domains
    add(GroupsSection::tr("domain %1"), rule.domains);
    //: a part of the rule of a device group: %1 operating systems
    add(GroupsSection::tr("system %1"), rule.systems);
    //: a part of the rule of a device group: %1 tags
    add(GroupsSection::tr("tag %1"), rule.tags);
    return parts.join(u" · "_s);
}

RecordText<DeviceGroupRecord>::Columns groupColumns()
{
    using Row = DeviceGroupRecord;
    return {
        //: column of the device groups: 1 is the first
        {.title = [] { return GroupsSection::tr("Rank"); },
            .text = [](const Row &row) { return QLocale().toString(row.rank); },
            .isNumber = true},
        //: column of the device groups
        {.title = [] { return GroupsSection::tr("Name"); },
            .text = [](const Row &row) { return Words::groupText(row.group.name); }},
        //: column of the device groups: how many are in it
        {.title = [] { return GroupsSection::tr("Devices"); },
            .text = [](const Row &row) { return QLocale().toString(row.devices); },
            .isNumber = true},
        //: column of the device groups
        {.title = [] { return GroupsSection::tr("Automation level"); }, .text = levelText},
        //: column of the device groups
        {.title = [] { return GroupsSection::tr("Rule"); }, .text = ruleText},
    };
}

} // namespace

GroupsSection::GroupsSection(
    GroupList &groups, const DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent)
    : ListSection({groups, m_text, Settled::AdministrationGroupsHeader}, theme, settings, parent)
    , m_groups(groups)
    , m_devices(devices)
    , m_text(groups.groups(), groupColumns(), theme)
    , m_level(addFact())
    , m_approval(addFact())
    , m_count(addFact())
    , m_names(addFact())
    , m_domains(addFact())
    , m_systems(addFact())
    , m_tags(addFact())
    , m_changed(addFact())
    , m_add(addDeed(Place::List, Qt::Key_Insert, ButtonRole::Primary, [this] { addGroup(); }))
    , m_up(addDeed(Place::Pane, Qt::ALT | Qt::Key_Up, ButtonRole::Normal, [this] { moveGroup(-1); }))
    , m_down(addDeed(Place::Pane, Qt::ALT | Qt::Key_Down, ButtonRole::Normal, [this] { moveGroup(1); }))
    , m_change(addDeed(Place::Pane, Qt::Key_F2, ButtonRole::Normal, [this] { changeGroup(); }))
    , m_remove(addDeed(Place::Pane, Qt::Key_Delete, ButtonRole::Danger, [this] { askToRemove(); }))
{
    setRanked();
    build({{GroupRank, 6, 5}, {GroupName, 22, 12}, {GroupDevices, 9, 7}, {GroupLevel, 30, 12},
        {GroupRuleColumn, 36, 12, true}});
}

QString GroupsSection::title() const
{
    return tr("Device groups");
}

QString GroupsSection::iconName() const
{
    return u"groups"_s;
}

ListSection::Texts GroupsSection::texts(int shown, int total) const
{
    return {tr("Filter the device groups by name, level, rule"),
        shown == total ? tr("%Ln device group(s)", nullptr, total)
                       : tr("%1 of %Ln device group(s)", "shown of all", total).arg(locale().toString(shown)),
        tr("No device groups"), {}};
}

void GroupsSection::showCurrent()
{
    const DeviceGroupRecord *record = m_text.record(current());
    if (!record)
        return;
    const GroupRule &rule = record->group.rule;
    const bool isUngrouped = record->group.name == UngroupedDevices;
    setHeading(visible(Words::groupText(record->group.name)),
        isUngrouped ? tr("Devices that no other group takes are here.") : visible(record->group.description));
    setFact(m_level, levelText(*record));
    setFact(m_approval, visible(record->group.approval.value_or(QString())));
    setFact(m_count, locale().toString(record->devices));
    setFact(m_names, visible(typedList(rule.names)));
    setFact(m_domains, visible(typedList(rule.domains)));
    setFact(m_systems, visible(typedList(rule.systems)));
    setFact(m_tags, visible(typedList(rule.tags)));
    //: %1 a time, %2 a person
    setFact(m_changed,
        record->changedBy.isEmpty()
            ? tr("by nobody yet", "changed")
            : tr("%1 by %2", "changed").arg(TimeText().withZone(record->changed), visible(record->changedBy)));
    const QString refusal = refusalText(m_groups.whyNotChanged());
    setUsable(*m_change, isUngrouped ? refusalText(m_groups.whyNotLevelOfUngrouped()) : refusal);
    setUsable(*m_up, whyNotMoved(record->group.name, -1));
    setUsable(*m_down, whyNotMoved(record->group.name, 1));
    setUsable(*m_remove,
        refusal.isEmpty() && isUngrouped ? tr("The ungrouped devices are always the last group, and stay.") : refusal);
}

QString GroupsSection::whyNotMoved(const QString &name, int by) const
{
    if (const QString refusal = refusalText(m_groups.whyNotChanged()); !refusal.isEmpty())
        return refusal;
    if (name == UngroupedDevices)
        return tr("The ungrouped devices are always the last group, and stay.");
    if (m_groups.canMove(name, by))
        return {};
    return by < 0 ? tr("It is the first already.") : tr("Below it are only the ungrouped devices.");
}

void GroupsSection::openCurrent()
{
    m_change->trigger();
}

void GroupsSection::addGroup()
{
    (new GroupDialog(m_groups, m_devices, {}, this))->open();
}

void GroupsSection::changeGroup()
{
    if (const DeviceGroupRecord *record = m_text.record(current()))
        (new GroupDialog(m_groups, m_devices, record->group, this))->open();
}

void GroupsSection::moveGroup(int by)
{
    if (const DeviceGroupRecord *record = m_text.record(current()))
        m_groups.move(record->group.name, by, this, told());
}

void GroupsSection::askToRemove()
{
    const DeviceGroupRecord *record = m_text.record(current());
    if (!record)
        return;
    //: %1 a device group
    askFirst(*this,
        {tr("Remove a device group"), tr("Remove %1?").arg(visible(record->group.name)),
            tr("Its devices go to the next group whose rule takes them. Only a group that no role is for can be "
               "removed."),
            tr("Remove")},
        [this, name = record->group.name] { m_groups.remove(name, this, told()); });
}

void GroupsSection::retranslate()
{
    m_level.title->setText(tr("Automation level"));
    //: of a device group: verbs that a second person has to approve
    m_approval.title->setText(tr("Needs approval"));
    m_count.title->setText(tr("Devices"));
    m_names.title->setText(tr("Host names"));
    m_domains.title->setText(tr("DNS domains"));
    m_systems.title->setText(tr("Operating systems"));
    m_tags.title->setText(tr("Tags"));
    m_changed.title->setText(tr("Last changed"));
    m_add->setText(tr("&Add a device group…"));
    m_add->setIconText(tr("Add…"));
    m_up->setText(tr("Move &up"));
    m_down->setText(tr("Move do&wn"));
    m_change->setText(tr("&Change…"));
    m_remove->setText(tr("&Remove…"));
}

} // namespace Sonde::Client

#include "moc_groupssection.cpp"
