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
    if (!partsUndone.empty())
        return ActState::PartlyUndone;
    return end.value_or(ActState::Begun);
}

bool ActRecord::canBeUndone() const
{
    return intent.plan.kind == ActKind::Remediate && end && *end != ActState::Untouched && !undoneBy && !expired;
}

std::optional<size_t> ActRecord::undoableThing(EntityType type, const QString &id) const
{
    const auto &things = intent.plan.things;
    for (size_t i = 0; canBeUndone() && things && i < things->size(); ++i) {
        const ActThing &thing = things->at(i);
        const auto isIt = [&thing](const ActThing &part) { return part.type == thing.type && part.id == thing.id; };
        if (thing.type == type && thing.id == id && std::ranges::none_of(partsUndone, isIt))
            return i;
    }
    return {};
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

Result<void> Ledger::openFile()
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    return {};
}

Result<void> Ledger::open()
{
    const std::lock_guard lock(m_mutex);
    if (const auto opened = openFile(); !opened)
        return opened;
    m_compactAt = m_largeBytes;
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
    compactIfLarge();
    return flushToDisk(m_file);
}

// ---- written anew

void Ledger::forgetThePast()
{
    size_t later = 0;
    for (auto at = m_acts.end(); at != m_acts.begin();) {
        --at;
        ActRecord &record = at->second;
        if (record.end && !record.canBeUndone())
            record.intent.kept.assign(record.intent.plan.steps.size(), {});
        // An act is known to be undone by the act that did it.
        const bool isNeeded = !record.end || !record.told || record.canBeUndone()
            || m_acts.contains(record.intent.plan.undoes.value_or(0));
        if (++later > MostPast && !isNeeded)
            at = m_acts.erase(at);
    }
}

QByteArray Ledger::wholeText() const
{
    QByteArray text;
    const auto add = [&text](const Line &line) { text += Codec::toBytes(line).toBase64() + '\n'; };
    for (const auto &[number, record] : m_acts) {
        add({.act = number, .intent = record.intent});
        for (const StepOutcome &outcome : record.outcomes)
            add({.act = number, .outcome = outcome});
        if (record.end || record.expired || record.told)
            add({.act = number, .end = record.end, .expired = record.expired, .told = record.told});
    }
    return text;
}

/// Nothing is lost when that fails: the file stays as it is.
void Ledger::compactIfLarge()
{
    if (m_file.size() < m_compactAt)
        return;
    forgetThePast();
    const QByteArray text = wholeText();
    m_compactAt = std::max(m_largeBytes, 2 * qint64(text.size()));
    std::ignore = savePrivateFile(m_file.fileName(), text);
    m_file.close();           // it may be another one by now, also when that was not confirmed
    std::ignore = openFile(); // else the next line cannot be written, and whoever wants it to be is told
}

void Ledger::apply(const Line &line)
{
    m_last = std::max(m_last, line.act);
    ActRecord &record = m_acts[line.act];
    record.number = line.act;
    if (line.intent)
        record.intent = *line.intent;
    if (line.outcome) {
        const auto known = std::ranges::find(record.outcomes, line.outcome->step, &StepOutcome::step);
        if (known == record.outcomes.end())
            record.outcomes.push_back(*line.outcome);
        else
            *known = *line.outcome; // it was seen to be another
    }
    record.expired = record.expired || line.expired.value_or(false);
    record.told = record.told || line.told.value_or(false);
    if (!line.end)
        return;
    record.end = line.end;
    const auto &undoes = record.intent.plan.undoes;
    const auto undone = undoes ? m_acts.find(*undoes) : m_acts.end();
    if (undone == m_acts.end() || (*line.end != ActState::Done && *line.end != ActState::NotConfirmed))
        return;
    ActRecord &target = undone->second;
    const auto &parts = record.intent.plan.things;
    if (parts)
        target.partsUndone.insert(target.partsUndone.end(), parts->begin(), parts->end());
    if (!parts || (target.intent.plan.things && target.partsUndone.size() >= target.intent.plan.things->size()))
        target.undoneBy = line.act;
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
    const auto ended = write({.act = act, .end = state}, Flush::Now);
    if (ended)
        compactIfLarge();
    return ended;
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

} // namespace Sonde::Agent
