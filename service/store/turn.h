// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

#include <QTimer>

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

    /// What says whether there is room for more: NoSpace when there is not.
    void setRoom(std::function<Result<void>()> check) { m_checkRoom = std::move(check); }
    /// Nothing that can be refused, or can wait, should be written now. It ends by itself.
    [[nodiscard]] bool isFull() const { return m_isStuck || !room(); }
    [[nodiscard]] Error whyFull() const;
    /// There was not even room for what happened: it is written as soon as there is some, and until then nothing is said to anybody.
    [[nodiscard]] bool isStuck() const { return m_isStuck; }

Q_SIGNALS:
    /// There was no room for a commit. It is tried again, and again.
    void stuck();
    void committed();
    /// The store cannot keep what happened: nothing that depends on it was sent, and the service must stop.
    void failed(const Sonde::Error &error);

private:
    [[nodiscard]] Result<void> room() const { return m_checkRoom ? m_checkRoom() : Result<void>(); }
    void commit();

    Store &m_store;
    std::function<Result<void>()> m_checkRoom;
    QTimer m_again;
    bool m_isStuck = false;
    std::vector<std::function<void()>> m_actions;
    bool m_scheduled = false;
    bool m_failed = false;
};

} // namespace Sonde::Service
