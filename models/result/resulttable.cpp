// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resulttable.h"

#include "models/result/resultexport.h"

#include <QtConcurrentRun>

namespace Sonde::Client {

namespace {

/// So many rows are worth being got ready before anybody asks.
constexpr int ManyRows = 2000;

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
    m_rows.append(std::move(rows));
    Q_EMIT grown();
}

void ResultTable::prepare() const
{
    if (rowCount() < ManyRows)
        return;
    std::ignore = QtConcurrent::run([rows = m_rows] {
        for (const int column : shownColumns(rows.command(), false))
            std::ignore = rows.index(column);
    });
}

} // namespace Sonde::Client

#include "moc_resulttable.cpp"
