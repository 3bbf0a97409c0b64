// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/journalwriter.h"

#include "service/store/signingkey.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// So far a clock may be set back without a word: it is kept from running backwards.
constexpr auto Jitter = 1s;
} // namespace

JournalWriter::JournalWriter(Store &store, const SigningKey &key, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_key(key)
{
    const JournalHead head = m_store.head();
    m_number = head.number; // the next entry is signed when the service was killed before a checkpoint was due
    m_time = head.time;
    m_hash = head.hash;
    const auto kept = m_store.signedHead();
    const bool isOurs = kept && m_key.verify(headText(*kept), kept->signature);
    if (isOurs ? kept->number != head.number || kept->hash != head.hash : kept || signedHeadsBefore())
        m_missed = JournalHead{isOurs ? kept->number : 0, {}, isOurs ? kept->hash : QByteArray()};
    if (kept)
        m_head = *kept;
    else
        m_head.since = head.number;
    loadTree(kept && !m_missed ? kept->peaks : QByteArray());
    if (kept && !m_missed)
        settle(head, m_tree);
    connect(&m_store, &Store::aboutToCommit, this, &JournalWriter::signHead);
}

/// An earlier version kept nothing of the tree.
void JournalWriter::loadTree(const QByteArray &peaks)
{
    if (auto kept = EntryTree::fromPeaks(m_number, peaks))
        m_tree = *std::move(kept);
    else
        m_store.visitHashes([this](const QByteArray &hash) { m_tree.add(hash); });
}

/// An earlier version did not, and its journal has no signed head. Looked for only where there is none.
bool JournalWriter::signedHeadsBefore() const
{
    constexpr int atOnce = 1000;
    for (quint64 after = 0;;) {
        const auto entries = m_store.entries(after, atOnce);
        if (entries.empty())
            return false;
        after = entries.back().number;
        const bool isSaid = std::ranges::any_of(entries, [](const JournalEntry &entry) {
            const auto *started = std::get_if<Event::ServiceStarted>(&entry.event);
            return started && started->signsHead.value_or(false);
        });
        if (isSaid)
            return true;
    }
}

/// Entries are ordered by their numbers. Their times follow the clock, also one that went back: an hour of error is not kept for ever.
QDateTime JournalWriter::nextTime()
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (!m_time.isValid() || now >= m_time || now.addDuration(Jitter) < m_time)
        m_time = now;
    return m_time;
}

void JournalWriter::append(const QString &actor, const Subject &subject, JournalEvent event)
{
    const QDateTime before = m_time;
    if (const QDateTime now = nextTime(); before.isValid() && now < before)
        append(ServiceActor, {}, Event::ClockSetBack{before, now});
    JournalEntry entry{
        ++m_number, nextTime(), actor, subject.device, subject.session, subject.command, std::move(event), m_hash, {}};
    entry.hash = m_hash = entryHash(entry);
    m_tree.add(entry.hash);
    m_store.append(entry);
    if (m_number - m_signed >= CheckpointEvery)
        signCheckpoint();
    Q_EMIT appended(entry);
}

void JournalWriter::signCheckpoint()
{
    if (m_signed == m_number)
        return;
    m_signed = m_number;
    m_store.addCheckpoint({m_number, m_hash, m_key.sign(checkpointText(m_number, m_hash))});
}

void JournalWriter::signHead()
{
    const OutputChain &outputs = m_store.outputChain();
    if (m_head.number == m_number && m_head.hash == m_hash && m_head.outputs.count == outputs.count)
        return;
    m_head = {m_number, m_hash, outputs, m_head.since, {}, m_tree.peaks()};
    m_head.signature = m_key.sign(headText(m_head));
    m_store.saveSignedHead(m_head);
    // One at a time: what came meanwhile is the next.
    noteFlushed();
    if (!m_settling)
        m_settling = Settling{m_store.commits() + 1, {m_number, {}, m_hash}, m_tree};
}

Checkpoint JournalWriter::settled()
{
    if (m_settled.number == 0 && m_head.number > 0) {
        m_store.synchronize();
        settle({m_head.number, {}, m_head.hash}, EntryTree::fromPeaks(m_head.number, m_head.peaks).value_or(m_tree));
    }
    noteFlushed();
    return m_settled;
}

void JournalWriter::noteFlushed()
{
    if (!m_settling || m_store.flushedCommits() < m_settling->commit)
        return;
    settle(m_settling->head, m_settling->tree);
    m_settling.reset();
}

void JournalWriter::settle(const JournalHead &head, const EntryTree &tree)
{
    m_settled = {head.number, head.hash, m_key.sign(checkpointText(head.number, head.hash)), tree.root()};
}

QByteArray JournalWriter::hashOf(quint64 number) const
{
    const auto found = number > 0 ? m_store.entries(number - 1, 1) : std::vector<JournalEntry>();
    return found.empty() || found.front().number != number ? QByteArray() : found.front().hash;
}

bool JournalWriter::isContradictedBy(const Checkpoint &witnessed) const
{
    return m_key.verify(checkpointText(witnessed.number, witnessed.hash), witnessed.signature)
        && hashOf(witnessed.number) != witnessed.hash;
}

} // namespace Sonde::Service

#include "moc_journalwriter.cpp"
