// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tenant/journalcheck.h"

#include "service/store/journalverifier.h"
#include "transport/threads/guardedpool.h"

#include <QPointer>

namespace Sonde::Service {

JournalCheck::JournalCheck(const QString &databasePath, const SigningKey &key, QObject *parent)
    : QObject(parent)
    , m_path(databasePath)
    , m_key(key)
{
    m_thread.setMaxThreadCount(1);
}

JournalCheck::~JournalCheck()
{
    m_stop.request_stop();
}

void JournalCheck::run(QObject *receiver, Done done)
{
    m_waiting.push_back(
        [receiver = QPointer(receiver), done = std::move(done)](const Message::JournalVerdict &verdict) {
            if (receiver)
                done(verdict);
        });
    begin();
}

void JournalCheck::begin()
{
    if (m_waiting.empty() || std::exchange(m_running, true))
        return;
    runGuardedOn(
        m_thread, this,
        [path = m_path, key = m_key, stop = m_stop.get_token()] { return JournalVerifier(path, key, stop).run(); },
        [this, waiting = std::exchange(m_waiting, {})](const Message::JournalVerdict &verdict) {
            m_running = false;
            for (const Done &done : waiting)
                done(verdict);
            begin();
        });
}

} // namespace Sonde::Service

#include "moc_journalcheck.cpp"
