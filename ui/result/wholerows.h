// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <functional>

class QTableView;

namespace Sonde::Client {

/// The few rows of a table that somebody wants to read whole: as high as their longest text needs on several lines. All others keep the one
/// height of the table.
class WholeRows final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WholeRows)

public:
    /// `heightOf` says how many pixels a row needs. Belongs to the table.
    WholeRows(QTableView &table, std::function<int(int)> heightOf);

    [[nodiscard]] bool isWhole(int row) const { return m_rows.contains(row); }
    [[nodiscard]] const QList<int> &rows() const { return m_rows; }
    /// Pixels that they take beyond the height of as many others.
    [[nodiscard]] int extraHeight() const;
    void set(int row, bool whole);
    /// All of them: the rows are others, or stand in another order.
    void fold();
    /// Columns have other widths, or texts another font.
    void fit();

Q_SIGNALS:
    void changed();

private:
    QTableView &m_table;
    const std::function<int(int)> m_heightOf;
    QList<int> m_rows;
    bool m_fitting = false;
};

} // namespace Sonde::Client
