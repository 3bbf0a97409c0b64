// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/ledger/ledger.h"

#include "agent/system/storage/storage.h"
#include "protocol/base/codec.h"

#include <algorithm>
#include <ranges>

namespace Sonde::Agent {

ActState ActRecord::state() const
{
    if (undoneBy)
        return ActState::Undone;
    return end.value_or(ActState::Begun);
}

bool ActRecord::canBeUndone() const
{
    return intent.plan.kind == ActKind::Remediate && end && *end != ActState::Untouched && !undoneBy && !expired;
}

/// One line of the file: what is new about an act.
struct Ledger::Line {
    quint64 act = 0;
    std::optional<ActIntent> intent = {};
    std::optional<StepOutcome> outcome = {};
    std::optional<ActState> end = {};
    std::optional<bool> expired = {};
    std::optional<bool> told = {};
};

Result<void> Ledger::open()
{
    const std::lock_guard lock(m_mutex);
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    m_file.seek(0);
    const QByteArrayList lines = m_file.readAll().split('\n');
    for (const QByteArray &text : lines) {
        const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        const auto line = bytes ? Codec::fromBytes<Line>(*bytes) : fail(ErrorCode::ReadFailed);
        if (line)
            apply(*line);
    }
    if (!lines.last().isEmpty()) // a crash cut the last line off
        m_file.write("\n");
    return flushToDisk(m_file);
}

void Ledger::apply(const Line &line)
{
    m_last = std::max(m_last, line.act);
    ActRecord &record = m_acts[line.act];
    record.number = line.act;
    if (line.intent)
        record.intent = *line.intent;
    if (line.outcome)
        record.outcomes.push_back(*line.outcome);
    record.expired = record.expired || line.expired.value_or(false);
    record.told = record.told || line.told.value_or(false);
    if (!line.end)
        return;
    record.end = line.end;
    const auto &undoes = record.intent.plan.undoes;
    const auto undone = undoes ? m_acts.find(*undoes) : m_acts.end();
    if (undone != m_acts.end() && (*line.end == ActState::Done || *line.end == ActState::NotConfirmed))
        undone->second.undoneBy = line.act;
}

Result<void> Ledger::write(const Line &line, Flush flush)
{
    const QByteArray text = Codec::toBytes(line).toBase64() + '\n';
    if (m_file.write(text) != text.size())
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    if (const auto flushed = flush == Flush::Now ? flushToDisk(m_file) : Result<void>(); !flushed)
        return flushed;
    apply(line);
    return {};
}

Result<quint64> Ledger::begin(const ActIntent &intent)
{
    const std::lock_guard lock(m_mutex);
    const quint64 number = m_last + 1;
    return write({.act = number, .intent = intent}, Flush::Now).transform([number] { return number; });
}

Result<void> Ledger::add(quint64 act, const StepOutcome &outcome)
{
    const std::lock_guard lock(m_mutex);
    return write({.act = act, .outcome = outcome}, Flush::Later);
}

Result<void> Ledger::end(quint64 act, ActState state)
{
    const std::lock_guard lock(m_mutex);
    return write({.act = act, .end = state}, Flush::Now);
}

Result<void> Ledger::setExpired(quint64 act)
{
    const std::lock_guard lock(m_mutex);
    return write({.act = act, .expired = true}, Flush::Later);
}

Result<void> Ledger::setTold(quint64 act)
{
    const std::lock_guard lock(m_mutex);
    return write({.act = act, .told = true}, Flush::Later);
}

std::optional<ActRecord> Ledger::act(quint64 number) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_acts.find(number);
    return found == m_acts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ActRecord> Ledger::ofCommand(CommandId command) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[number, record] : m_acts) {
        if (record.intent.command == command)
            return record;
    }
    return {};
}

std::vector<ActRecord> Ledger::acts() const
{
    const std::lock_guard lock(m_mutex);
    const auto records = std::views::values(m_acts);
    return {records.begin(), records.end()};
}

std::optional<ActRecord> Ledger::latest(EntityType type, const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[number, record] : std::views::reverse(m_acts)) {
        if (record.intent.plan.type == type && record.intent.plan.id == id && record.canBeUndone())
            return record;
    }
    return {};
}

} // namespace Sonde::Agent
