// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resulttable.h"

#include "resultexport.h"

#include <QtConcurrent>

namespace Sonde {

namespace {

/// So many rows at once are worth being got ready to be sorted and filtered before anybody asks.
constexpr size_t LargeBatch = 2000;

} // namespace

ResultTable::ResultTable(const CommandSpec &command, QObject *parent)
    : QObject(parent)
    , m_rows(command)
{
}

void ResultTable::appendRows(ResultRows rows)
{
    if (rows.empty())
        return;
    const bool large = rows.size() >= LargeBatch;
    m_rows.append(std::move(rows));
    if (large) {
        std::ignore = QtConcurrent::run([rows = m_rows] {
            for (const int column : shownColumns(rows.command(), false))
                std::ignore = rows.index(column);
        });
    }
    Q_EMIT grown();
}

} // namespace Sonde
