// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/actbook.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Sonde::Client {

/// What was done to the tenant's devices, the newest last. A row stays where it is as long as the model is not cleared.
class ActListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActListModel)

public:
    enum Column { When, Device, What, Thing, State, Size, By, Why, Expires, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        SortKeyRole = Qt::UserRole, ///< comparable within its column
    };

    explicit ActListModel(QObject *parent = nullptr);

    /// New ones, and what changed of those that are here.
    void update(const std::vector<ActSummary> &acts);
    void clear();
    /// nullptr when there is no such row; valid until the next update.
    [[nodiscard]] const ActSummary *act(int row) const;
    /// What this command did; likewise.
    [[nodiscard]] const ActSummary *actOf(CommandId command) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ActSummary> m_acts;
    QHash<CommandId, int> m_rows;
};

} // namespace Sonde::Client
