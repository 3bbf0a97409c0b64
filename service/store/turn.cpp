// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/turn.h"

namespace Sonde::Service {

Turn::Turn(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &Store::transactionBegun, this, &Turn::schedule);
}

void Turn::afterCommit(std::function<void()> action)
{
    if (!m_store.hasUncommitted() && m_actions.empty() && !m_failed) {
        action();
        return;
    }
    m_actions.push_back(std::move(action));
    schedule();
}

void Turn::schedule()
{
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &Turn::finish, Qt::QueuedConnection);
}

void Turn::finish()
{
    m_scheduled = false;
    if (m_failed)
        return;
    if (m_store.hasUncommitted()) {
        if (const auto stored = m_store.commit(); !stored) {
            m_failed = true;
            m_actions.clear();
            Q_EMIT failed(stored.error());
            return;
        }
    }
    for (const auto &action : std::exchange(m_actions, {}))
        action();
    Q_EMIT committed();
}

} // namespace Sonde::Service

#include "moc_turn.cpp"
