// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/objecttext.h"
#include "models/result/resulttable.h"
#include "protocol/time/timetext.h"

#include <QAbstractTableModel>

namespace Sonde::Client {

/// A result of one row as its fields and values, one below the other; fields without a value are left out, and what a field is made of
/// stands below it, a step to the right.
class RecordModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordModel)

public:
    enum Column { Field, Value, ColumnCount };

    /// The Value column has ResultModel's roles, the Field column says in its tool tip what the field is. `result` outlives the model.
    RecordModel(const ResultTable &result, const TimeText &times, QObject *parent = nullptr);

    [[nodiscard]] const ResultTable &result() const { return m_result; }
    /// The command's column a row shows, or shows a part of.
    [[nodiscard]] int columnOf(int row) const { return m_lines.at(row).column; }

    /// A row shows the hash of something.
    [[nodiscard]] bool isHash(int row) const;
    /// The language changed, or the zone of times: views ask again.
    void refreshText(const TimeText &times);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void refresh();
    [[nodiscard]] QString valueText(const ColumnSpec &column, const QString &name, const QCborValue &cell) const;
    [[nodiscard]] QString wordOf(const ColumnSpec &column, const QString &name, const QCborValue &cell) const;
    [[nodiscard]] QVariant fieldData(const ColumnSpec &column, const ObjectLine &line, int role) const;

    struct Line {
        int column;
        ObjectLine shown;
    };
    const ResultTable &m_result;
    TimeText m_times;
    QList<Line> m_lines;
};

} // namespace Sonde::Client
