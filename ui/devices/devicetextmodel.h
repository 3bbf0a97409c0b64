// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/devicemodel.h"

#include <QIdentityProxyModel>

namespace Sonde::Client {

/// The inventory in the analyst's words: column titles, states, ages. Row for row the DeviceModel; everything shown is made harmless.
class DeviceTextModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceTextModel)

public:
    explicit DeviceTextModel(DeviceModel &devices, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// The connection to the service was lost then: who was online may not be so any more. Nothing: all is as the service says it now.
    void setAsOf(const std::optional<QDateTime> &lost);
    /// Words changed, or time went by: views ask again.
    void refresh();

    [[nodiscard]] static QString columnTitle(DeviceModel::Column column);
    [[nodiscard]] static QString automationText(const QString &level);
    [[nodiscard]] static QString stateText(bool online);
    /// The same of a device that may be silent; `asOf`: nothing newer is known.
    [[nodiscard]] static QString presenceText(const DeviceRecord &device, const std::optional<QDateTime> &asOf);
    /// The last that is known of it; invalid when it is online and was heard in the last minute.
    [[nodiscard]] static QDateTime lastHeard(const DeviceRecord &device, const std::optional<QDateTime> &asOf);
    [[nodiscard]] static QString recentText();
    /// Of a device that was online when the connection to the service was lost.
    [[nodiscard]] static QString unknownText();
    /// "now", "2 min", "3 h", "5 days" since `time`.
    [[nodiscard]] static QString ageText(const QDateTime &time, const QDateTime &now);

private:
    [[nodiscard]] QString text(const DeviceRecord &device, DeviceModel::Column column) const;

    DeviceModel &m_devices;
    std::optional<QDateTime> m_asOf;
};

} // namespace Sonde::Client
