// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/turn.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
constexpr auto CommitAgainInterval = 500ms;
}

Turn::Turn(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &Store::transactionBegun, this, &Turn::schedule);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Turn::commit);
}

void Turn::afterCommit(std::function<void()> action)
{
    if (!m_store.hasUncommitted() && m_actions.empty() && !m_failed && !m_isStuck) {
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
    if (m_failed || m_isStuck)
        return;
    commit();
}

void Turn::commit()
{
    const auto stored = m_store.hasUncommitted() ? m_store.commit() : Result<void>();
    const bool wasStuck = std::exchange(m_isStuck, !stored && stored.error().code == ErrorCode::NoSpace);
    if (m_isStuck) {
        if (!wasStuck)
            Q_EMIT stuck();
        m_again.start(CommitAgainInterval);
        return;
    }
    if (!stored) {
        m_failed = true;
        m_actions.clear();
        Q_EMIT failed(stored.error());
        return;
    }
    for (const auto &action : std::exchange(m_actions, {}))
        action();
    Q_EMIT committed();
}

Error Turn::whyFull() const
{
    const auto checked = room();
    return checked ? Error{ErrorCode::NoSpace, {}, {}, {}} : checked.error();
}

} // namespace Sonde::Service

#include "moc_turn.cpp"
