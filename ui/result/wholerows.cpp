// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/wholerows.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace Sonde::Client {

WholeRows::WholeRows(QTableView &table, std::function<int(int)> heightOf)
    : QObject(&table)
    , m_table(table)
    , m_heightOf(std::move(heightOf))
{
}

int WholeRows::extraHeight() const
{
    int extra = 0;
    for (const int row : m_rows)
        extra += m_table.rowHeight(row) - m_table.verticalHeader()->defaultSectionSize();
    return extra;
}

void WholeRows::set(int row, bool whole)
{
    if (isWhole(row) == whole)
        return;
    if (whole)
        m_rows += row;
    else
        m_rows.removeOne(row);
    m_table.setRowHeight(row, whole ? m_heightOf(row) : m_table.verticalHeader()->defaultSectionSize());
    Q_EMIT changed();
}

void WholeRows::fold()
{
    if (m_rows.isEmpty())
        return;
    const int rows = m_table.model()->rowCount();
    for (const int row : std::exchange(m_rows, {})) {
        if (row < rows)
            m_table.setRowHeight(row, m_table.verticalHeader()->defaultSectionSize());
    }
    Q_EMIT changed();
}

void WholeRows::fit()
{
    if (m_rows.isEmpty() || m_fitting)
        return;
    const QScopedValueRollback quiet(m_fitting, true); // the new height may be what makes the view another one
    const int before = extraHeight();
    for (const int row : std::as_const(m_rows))
        m_table.setRowHeight(row, m_heightOf(row));
    if (extraHeight() != before)
        Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_wholerows.cpp"
