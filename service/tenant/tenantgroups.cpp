// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "service/access/label.h"
#include "service/tenant/tenant.h"

using namespace Qt::StringLiterals;

/// Device groups and tags: which devices are whose.
namespace Sonde::Service {

namespace {

constexpr qsizetype MostTags = 20;
constexpr size_t MostPreviewed = 10;
/// What an enrolment token says that names no label.
constexpr auto NoLabel = "default"_L1;

DeviceGroup groupOfLabel(const QString &label, RemediationLevel level)
{
    DeviceGroup group{.name = label, .description = {}, .rule = {}, .level = level};
    group.rule.tags = {label};
    return group;
}

} // namespace

RemediationLevel Tenant::ungroupedLevel() const
{
    const QString text = settings.text(TenantSetting::AutomationLevel);
    // As an earlier version called it.
    return Codec::fromWireName<RemediationLevel>(text).value_or(RemediationLevel::SemiAllFolders);
}

std::vector<DeviceGroupRecord> Tenant::groups() const
{
    QHash<QString, quint32> counts;
    for (const DeviceId &id : inventory.ids())
        ++counts[inventory.groupOf(id)];
    std::vector<DeviceGroupRecord> records = groupBook.all();
    records.push_back({{UngroupedDevices, {}, {}, ungroupedLevel()}, 0, 0, {}, {}});
    for (size_t at = 0; at < records.size(); ++at) {
        records.at(at).rank = quint32(at + 1);
        records.at(at).devices = counts.value(records.at(at).group.name);
    }
    return records;
}

Result<Tenant::GroupPreview> Tenant::previewGroup(
    const QString &name, const DeviceGroup &group, std::optional<quint32> rank) const
{
    const auto change = groupBook.contains(name) ? groupBook.toChange(name, group, rank) : groupBook.toAdd(group, rank);
    if (!change)
        return std::unexpected(change.error());
    std::vector<std::pair<QString, DeviceId>> taken;
    for (const DeviceId &id : inventory.ids()) {
        if (const RuleSubject subject = inventory.subjectOf(id); groupBook.wouldTake(*change, subject))
            taken.emplace_back(subject.name, id);
    }
    std::ranges::sort(taken, {}, &std::pair<QString, DeviceId>::first);
    GroupPreview preview{quint32(taken.size()), {}};
    for (size_t at = 0; at < std::min(taken.size(), MostPreviewed); ++at)
        preview.devices.push_back(taken.at(at).second);
    return preview;
}

Result<void> Tenant::addGroup(const Analyst &analyst, const DeviceGroup &group, std::optional<quint32> rank)
{
    return changeGroup(analyst, groupBook.toAdd(group, rank));
}

Result<void> Tenant::changeGroup(
    const Analyst &analyst, const QString &name, const DeviceGroup &group, std::optional<quint32> rank)
{
    // All that can be changed of it is a setting.
    if (name == UngroupedDevices && group.name == name && group.rule == GroupRule() && !rank && !group.approval)
        return changeSetting(analyst, settingKey(TenantSetting::AutomationLevel), Codec::wireName(group.level));
    return changeGroup(analyst, groupBook.toChange(name, group, rank));
}

Result<void> Tenant::removeGroup(const Analyst &analyst, const QString &name)
{
    const QStringList users = roles.rolesFor(name);
    if (!users.isEmpty())
        return fail(ErrorCode::GroupInUse, name).with(Fact::Choices, QCborArray::fromStringList(users));
    return changeGroup(analyst, groupBook.toRemove(name));
}

Result<void> Tenant::changeGroup(const Analyst &analyst, const Result<GroupBook::Change> &change)
{
    if (!change)
        return std::unexpected(change.error());
    const QString &actor = analyst.name.value();
    groupBook.apply(actor, *change);
    journal.append(actor, {}, Event::GroupChanged{change->name, change->from, change->to, change->rank});
    if (change->from && change->to && change->to->name != change->name) {
        for (const RoleBook::Change &role : roles.toRenameGroup(change->name, change->to->name)) {
            roles.apply(actor, role);
            journal.append(actor, {}, Event::RoleChanged{role.name, role.from, role.to});
        }
    }
    inventory.regroup();
    enforceAccess(actor);
    return {};
}

void Tenant::setTags(const QString &actor, const DeviceId &device, const QStringList &tags)
{
    const QStringList before = inventory.record(device).tags;
    if (before == tags)
        return;
    journal.append(actor, {.device = device}, Event::TagsChanged{before, tags});
    inventory.setTags(device, tags);
}

void Tenant::tagEnrolled(const QString &actor, const DeviceId &device)
{
    const QString label = labelFrom(inventory.labelOf(device));
    if (label != NoLabel && checkLabel(label))
        setTags(actor, device, {label});
}

Result<void> Tenant::changeTags(const Analyst &analyst, const Message::ChangeTags &change)
{
    QStringList added;
    for (const QString &tag : change.add) {
        added << labelFrom(tag);
        if (const auto good = checkLabel(added.last()); !good)
            return good;
    }
    std::vector<std::pair<DeviceId, QStringList>> wanted;
    for (const DeviceId &device : change.devices) {
        if (!inventory.contains(device))
            return fail(ErrorCode::DeviceUnknown, device.value());
        QStringList tags = inventory.record(device).tags;
        tags.removeIf([&change](const QString &tag) { return change.remove.contains(tag); });
        tags += added;
        tags.removeDuplicates();
        if (tags.size() > MostTags)
            return fail(ErrorCode::LimitReached, device.value()).with(Fact::Limit, MostTags);
        wanted.emplace_back(device, tags);
    }
    for (const auto &[device, tags] : wanted)
        setTags(analyst.name.value(), device, tags);
    enforceAccess(analyst.name.value());
    return {};
}

Result<void> Tenant::exceptServer(const Analyst &analyst, const DeviceId &device, bool allowed)
{
    if (inventory.record(device).serverException.value_or(false) == allowed)
        return {};
    journal.append(analyst.name.value(), {.device = device}, Event::ServerExcepted{allowed});
    inventory.setServerException(device, allowed);
    return {};
}

/// In an earlier version a device was in the group it was enrolled into. It stays there: that group is made, and takes who has its tag.
void Tenant::adoptEarlierGroups()
{
    if (store.isUpToDate())
        return;
    for (const DeviceId &device : inventory.ids()) {
        tagEnrolled(ServiceActor, device);
        for (const QString &label : inventory.record(device).tags) {
            const auto change = groupBook.toAdd(groupOfLabel(label, ungroupedLevel()), {});
            if (!change)
                continue;
            groupBook.apply(ServiceActor, *change);
            journal.append(ServiceActor, {}, Event::GroupChanged{change->name, {}, change->to, change->rank});
        }
    }
    inventory.regroup();
    store.setUpToDate();
}

} // namespace Sonde::Service
