// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QString>
#include <atomic>
#include <thread>

namespace Sonde::Service {

/// Flushes the write-ahead log of a SQLite file to disk and folds it into the file, on a thread of its own: about every two seconds while
/// there are commits.
class WalCheckpointer final
{
    Q_DISABLE_COPY_MOVE(WalCheckpointer)

public:
    explicit WalCheckpointer(const QString &path);
    /// Flushes once more.
    ~WalCheckpointer();

    void noteCommit()
    {
        ++m_commits;
        m_dirty.store(true, std::memory_order_relaxed);
    }
    [[nodiscard]] quint64 commits() const { return m_commits; }
    /// So many of them have reached the disk, whatever happens to the machine.
    [[nodiscard]] quint64 flushed() const { return m_flushed; }
    /// Returns when everything committed before has reached the disk.
    void flushNow();

private:
    void work(const QString &path);

    std::atomic<bool> m_dirty = false;
    std::atomic<quint64> m_commits = 0;
    std::atomic<quint64> m_flushed = 0;
    std::atomic<bool> m_stop = false;
    QSemaphore m_wanted;
    QSemaphore m_done;
    std::thread m_thread;
};

} // namespace Sonde::Service
