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
    m_number = m_signed = head.number;
    m_time = head.time;
    m_hash = head.hash;
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

} // namespace Sonde::Service

#include "moc_journalwriter.cpp"
