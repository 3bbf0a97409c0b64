// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/activity/activityindex.h"

#include <QSemaphore>
#include <QSqlError>
#include <atomic>
#include <functional>
#include <thread>

namespace Sonde::Service {

/// Follows the tenant's database with a read-only connection on a thread of its own, and writes the index. What it has not come to yet is
/// not found; nobody waits for it.
class ActivityIndexer final
{
    Q_DISABLE_COPY_MOVE(ActivityIndexer)

public:
    /// Whether the index may grow, asked on its thread: the journal comes first.
    using HasRoom = std::function<bool()>;

    ActivityIndexer(const QString &databasePath, const QString &indexPath, HasRoom hasRoom = [] { return true; });
    ~ActivityIndexer();

    /// There is something new. From any thread.
    void noteCommit();
    /// Somebody could not read the index: it is looked at, and made anew when it is broken. Until then nobody else reads. From any
    /// thread.
    void noteUnreadable();
    /// Returns when the index can be read, or could not be made. From any thread but its own, while it lives.
    void waitUntilOpen();
    /// So many entries have been looked at, and all output that was there then.
    [[nodiscard]] quint64 indexed() const { return m_indexed; }
    /// What entries up to this one say is removed is not in the index.
    [[nodiscard]] quint64 forgotten() const { return m_forgotten; }

private:
    void work();
    /// Until it has to be opened anew, or is to end.
    void openAndFollow();
    void follow(QSqlDatabase &database, QSqlDatabase &index);
    /// What is there may be gone, or broken.
    [[nodiscard]] bool isGood(QSqlDatabase &index);
    void adoptState(QSqlDatabase &database, QSqlDatabase &index, IndexState &state);
    void openGate();
    void rest(int ms);
    /// True when there may be more.
    [[nodiscard]] bool addEntries(QSqlDatabase &database, QSqlDatabase &index, IndexState &state);
    [[nodiscard]] bool addOutputs(QSqlDatabase &database, QSqlDatabase &index, IndexState &state);
    /// Some of what is removed goes.
    [[nodiscard]] bool dropOutputs(QSqlDatabase &database, QSqlDatabase &index, IndexState &state);
    [[nodiscard]] bool keep(
        QSqlDatabase &index, IndexState &state, const IndexState &next, std::optional<QSqlError> error);

    QString m_databasePath;
    QString m_indexPath;
    HasRoom m_hasRoom;
    // of its thread
    int m_failures = 0; ///< to open, one after the other
    bool m_broken = false;
    bool m_warned = false; ///< what was written last was not kept
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_noted = true;
    std::atomic<bool> m_unreadable = false;
    std::atomic<quint64> m_indexed = 0;
    std::atomic<quint64> m_forgotten = 0;
    QSemaphore m_wanted;
    QSemaphore m_ending;
    QSemaphore m_open;
    std::thread m_thread;
};

} // namespace Sonde::Service
