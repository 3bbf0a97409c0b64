// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/actlistmodel.h"
#include "models/inventory/devicemodel.h"

#include <QSortFilterProxyModel>

namespace Sonde::Client {

class Theme;

/// The acts in the analyst's words, filtered and sorted; everything shown is made harmless.
class ActTextModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActTextModel)

public:
    ActTextModel(ActListModel &acts, const DeviceModel &devices, const Theme &theme, QObject *parent = nullptr);

    /// Only acts that hold each word somewhere in what is shown of them.
    void setFilterText(const QString &text);
    /// nullptr when there is none; valid until the acts change.
    [[nodiscard]] const ActSummary *act(const QModelIndex &index) const;
    /// Language, colours or the names of devices are others: views ask again.
    void refresh();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString columnTitle(ActListModel::Column column);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] QString text(const ActSummary &act, ActListModel::Column column) const;
    [[nodiscard]] QString toolTip(const ActSummary &act, ActListModel::Column column) const;
    [[nodiscard]] QString deviceName(const ActSummary &act) const;
    [[nodiscard]] const QString &foldedText(int row) const;

    ActListModel &m_acts;
    const DeviceModel &m_devices;
    const Theme &m_theme;
    QStringList m_words;
    mutable std::vector<QString> m_folded; ///< of each row of the acts, once somebody filtered; empty: not made yet
};

} // namespace Sonde::Client
