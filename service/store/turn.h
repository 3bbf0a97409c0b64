// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

namespace Sonde::Service {

/// Group commit: what one turn of the event loop changed is committed together, and what depends on it leaves only afterwards.
///
/// Everything the service says to anybody goes through afterCommit(), so nobody ever hears of something that a crash could undo.
class Turn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Turn)

public:
    explicit Turn(Store &store, QObject *parent = nullptr);

    /// Runs `action` once everything written so far is committed: at once when nothing is open, else at the end of this turn.
    void afterCommit(std::function<void()> action);
    /// Has committed() emitted at the end of this turn, even if nothing is written.
    void schedule();
    /// Ends the turn now.
    void finish();

Q_SIGNALS:
    void committed();
    /// The store cannot keep what happened: nothing that depends on it was sent, and the service must stop.
    void failed(const Sonde::Error &error);

private:
    Store &m_store;
    std::vector<std::function<void()>> m_actions;
    bool m_scheduled = false;
    bool m_failed = false;
};

} // namespace Sonde::Service
