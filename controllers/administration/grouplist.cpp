// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/grouplist.h"

namespace Sonde::Client {

namespace {

constexpr int GroupColumns = 5;

} // namespace

GroupList::GroupList(TenantClient &client, QObject *parent)
    : AdministeredList(client, {}, Permission::Authorization, parent)
    , m_groups(GroupColumns, [](const DeviceGroupRecord &group) { return group.group.name; })
{
}

void GroupList::fetch()
{
    load<Message::Groups>(
        Message::FetchGroups{}, [this](const Message::Groups &groups) { m_groups.assign(groups.groups); });
}

void GroupList::add(const DeviceGroup &group, QObject *context, ChangeAnswer answer)
{
    submit(Message::AddGroup{.group = group}, context, std::move(answer));
}

void GroupList::change(const QString &name, const DeviceGroup &group, QObject *context, ChangeAnswer answer)
{
    submit(Message::ChangeGroup{.name = name, .group = group}, context, std::move(answer));
}

bool GroupList::canMove(const QString &name, int by) const
{
    const int last = m_groups.rowCount() - 2; // below it are only the ungrouped
    const int to = m_groups.rowOf(name) + by;
    return name != UngroupedDevices && m_groups.rowOf(name) >= 0 && to >= 0 && to <= last;
}

void GroupList::move(const QString &name, int by, QObject *context, ChangeAnswer answer)
{
    const DeviceGroupRecord *record = m_groups.find(name);
    if (record && canMove(name, by))
        submit(Message::ChangeGroup{.name = name, .group = record->group, .rank = quint32(int(record->rank) + by)},
            context, std::move(answer));
}

void GroupList::remove(const QString &name, QObject *context, ChangeAnswer answer)
{
    submit(Message::RemoveGroup{.name = name}, context, std::move(answer));
}

void GroupList::preview(const QString &name, const DeviceGroup &group, QObject *context,
    std::function<void(const Result<Message::GroupPreview> &)> answer)
{
    client().request<Message::GroupPreview>(
        Message::PreviewGroup{.name = name, .group = group}, context, std::move(answer));
}

std::optional<Error> GroupList::whyNotLevelOfUngrouped() const
{
    return whyNotPermitted(client(), settingSpec(TenantSetting::AutomationLevel).permission);
}

} // namespace Sonde::Client

#include "moc_grouplist.cpp"
