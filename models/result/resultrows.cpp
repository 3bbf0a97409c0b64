// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultrows.h"

#include "transport/threads/sharework.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace Sonde::Client {

namespace {

/// Rows that trickle in are put together up to here, so that a long result has few parts.
constexpr size_t SmallBatch = 1024;

} // namespace

struct ResultBatch::Slot {
    std::once_flag made;
    std::optional<ColumnIndex> index;
};

ResultBatch::ResultBatch(const CommandSpec &command, ResultRows rows)
    : m_command(command)
    , m_rows(std::move(rows))
    , m_slots(std::make_unique<Slot[]>(size_t(command.columns.size())))
{
}

ResultBatch::~ResultBatch() = default;

const ColumnIndex &ResultBatch::index(int column) const
{
    Slot &slot = m_slots[size_t(column)];
    std::call_once(slot.made, [&] { slot.index.emplace(m_rows, column, m_command.columns.at(column).type); });
    return *slot.index;
}

ResultSnapshot::ResultSnapshot(const CommandSpec &command, ResultRows rows)
    : m_command(&command)
{
    append(std::move(rows));
}

void ResultSnapshot::append(ResultRows rows)
{
    if (rows.empty())
        return;
    if (!m_parts.empty() && m_parts.back().batch->rows().size() + rows.size() <= SmallBatch) {
        const Part last = std::exchange(m_parts.back(), {});
        m_parts.pop_back();
        m_count = last.first;
        rows.insert(rows.begin(), last.batch->rows().begin(), last.batch->rows().end());
    }
    const int added = int(rows.size());
    m_parts.push_back({m_count, std::make_shared<ResultBatch>(*m_command, std::move(rows))});
    m_count += added;
}

const QCborArray &ResultSnapshot::row(int row) const
{
    const Part &part = *(std::ranges::upper_bound(m_parts, row, {}, &Part::first) - 1);
    return part.batch->rows()[size_t(row - part.first)];
}

ResultRows ResultSnapshot::rows() const
{
    ResultRows all;
    all.reserve(size_t(m_count));
    for (const Part &part : m_parts)
        all.insert(all.end(), part.batch->rows().begin(), part.batch->rows().end());
    return all;
}

std::vector<ResultSnapshot::IndexPart> ResultSnapshot::index(int column) const
{
    if (column == extraColumn())
        return m_extra ? std::vector<IndexPart>{{0, m_extra.get()}} : std::vector<IndexPart>();
    std::vector<IndexPart> parts;
    parts.reserve(m_parts.size());
    for (const Part &part : m_parts)
        parts.push_back({part.first, nullptr});
    shareWork(parts.size(), [&](size_t number) { parts[number].index = &m_parts[number].batch->index(column); });
    return parts;
}

} // namespace Sonde::Client
