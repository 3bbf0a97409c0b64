// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/grouplist.h"
#include "models/inventory/devicemodel.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/base/recordtext.h"

namespace Sonde::Client {

/// The device groups by rank: a device is in the first whose rule takes it.
class GroupsSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupsSection)

public:
    /// What it names outlives it.
    GroupsSection(
        GroupList &groups, const DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    [[nodiscard]] Texts texts(int shown, int total) const override;
    void showCurrent() override;
    void retranslate() override;
    void openCurrent() override;

private:
    void addGroup();
    void changeGroup();
    void moveGroup(int by);
    void askToRemove();
    [[nodiscard]] QString whyNotMoved(const QString &name, int by) const;

    GroupList &m_groups;
    const DeviceModel &m_devices;
    RecordText<DeviceGroupRecord> m_text;
    Fact m_level, m_approval, m_count, m_names, m_domains, m_systems, m_tags, m_changed;
    QAction *m_add;
    QAction *m_up;
    QAction *m_down;
    QAction *m_change;
    QAction *m_remove;
};

} // namespace Sonde::Client
