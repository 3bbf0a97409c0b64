// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity/activitymodel.h"
#include "models/inventory/devicemodel.h"

#include <QIdentityProxyModel>

namespace Sonde::Client {

class Theme;

/// The activity in the analyst's words, in its order; everything shown is made harmless.
class ActivityTextModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityTextModel)

public:
    ActivityTextModel(
        ActivityModel &activity, const DeviceModel &devices, const Theme &theme, QObject *parent = nullptr);

    /// nullptr when there is none; valid until the model changes.
    [[nodiscard]] const ActivityRecord *record(const QModelIndex &index) const;
    /// Language, colours or the names of devices are others: views ask again.
    void refresh();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const ActivityRecord &record, ActivityModel::Column column) const;
    [[nodiscard]] QString toolTip(const ActivityRecord &record, ActivityModel::Column column) const;
    [[nodiscard]] QString deviceName(const ActivityRecord &record) const;
    [[nodiscard]] static QString columnTitle(ActivityModel::Column column);

    ActivityModel &m_activity;
    const DeviceModel &m_devices;
    const Theme &m_theme;
};

} // namespace Sonde::Client
