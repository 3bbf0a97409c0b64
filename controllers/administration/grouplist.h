// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"

namespace Sonde::Client {

/// The device groups by rank. A device is in the first whose rule takes it.
class GroupList final : public AdministeredList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupList)

public:
    explicit GroupList(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] RecordTable<DeviceGroupRecord> &groups() { return m_groups; }
    [[nodiscard]] const RecordTable<DeviceGroupRecord> &groups() const { return m_groups; }
    /// Becomes the last but for the ungrouped.
    void add(const DeviceGroup &group, QObject *context, ChangeAnswer answer);
    void change(const QString &name, const DeviceGroup &group, QObject *context, ChangeAnswer answer);
    /// By ranks; the first and the last that others may have stay where they are.
    void move(const QString &name, int by, QObject *context, ChangeAnswer answer);
    /// Whether that would be another place.
    [[nodiscard]] bool canMove(const QString &name, int by) const;
    /// One that no role is for.
    void remove(const QString &name, QObject *context, ChangeAnswer answer);

    /// What a group would take: a new one, when `name` is empty, or the one called `name` if it were this.
    void preview(const QString &name, const DeviceGroup &group, QObject *context,
        std::function<void(const Result<Message::GroupPreview> &)> answer);
    /// Why the level of the ungrouped, which is a setting, cannot be changed.
    [[nodiscard]] std::optional<Error> whyNotLevelOfUngrouped() const;

protected:
    void fetch() override;

private:
    RecordTable<DeviceGroupRecord> m_groups;
};

} // namespace Sonde::Client
