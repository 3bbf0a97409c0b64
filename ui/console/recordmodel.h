// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resultmodel.h"

namespace Sonde {

/// A result of one row as its fields and values, one below the other; fields without a value are left out.
class RecordModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordModel)

public:
    enum Column { Field, Value, ColumnCount };

    /// `result` outlives the model; its roles are those of the Value column.
    explicit RecordModel(ResultModel &result, QObject *parent = nullptr);

    [[nodiscard]] ResultModel &result() const { return m_result; }
    /// The command's column a row shows.
    [[nodiscard]] int columnOf(int row) const { return m_columns.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void refresh();

    ResultModel &m_result;
    QList<int> m_columns;
};

} // namespace Sonde
