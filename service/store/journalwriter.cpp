// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/journalwriter.h"

#include "service/store/signingkey.h"

namespace Sonde::Service {

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
    m_head.since = kept ? kept->since : head.number;
    connect(&m_store, &Store::aboutToCommit, this, &JournalWriter::signHead);
}

void JournalWriter::append(const QString &actor, const Subject &subject, JournalEvent event)
{
    // A clock set back must not make history run backwards.
    const auto now = QDateTime::currentDateTimeUtc();
    m_time = m_time.isValid() ? std::max(m_time, now) : now;
    JournalEntry entry{
        ++m_number, m_time, actor, subject.device, subject.session, subject.command, std::move(event), m_hash, {}};
    entry.hash = m_hash = entryHash(entry);
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
    if (m_head.number == m_number && m_head.outputs.count == outputs.count)
        return;
    m_head = {m_number, m_hash, outputs, m_head.since, {}};
    m_head.signature = m_key.sign(headText(m_head));
    m_store.saveSignedHead(m_head);
}

} // namespace Sonde::Service

#include "moc_journalwriter.cpp"
