// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"

#include <QObject>

namespace Sonde::Client {

/// The rows a command printed so far. What shows them arranges them as it likes (ResultModel).
class ResultTable final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultTable)

public:
    /// `command` is the catalogue's and outlives the table.
    explicit ResultTable(const CommandSpec &command, QObject *parent = nullptr);

    [[nodiscard]] const CommandSpec &command() const { return m_rows.command(); }
    [[nodiscard]] int rowCount() const { return m_rows.rowCount(); }
    [[nodiscard]] const QCborArray &row(int row) const { return m_rows.row(row); }
    /// Copies of all rows, as the device sent them; they share their cells with the table.
    [[nodiscard]] ResultRows rows() const { return m_rows.rows(); }
    [[nodiscard]] const ResultSnapshot &snapshot() const { return m_rows; }

    void appendRows(ResultRows rows);
    /// Of many rows, gets those columns ready to be sorted and filtered that a table shows, on the thread pool. When no more rows come.
    void prepare() const;

Q_SIGNALS:
    void grown();

private:
    ResultSnapshot m_rows;
};

} // namespace Sonde::Client
