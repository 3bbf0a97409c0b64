// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <atomic>
#include <memory>

namespace Sonde {

/// Runs `work(0)` … `work(count - 1)`, on this thread and on those of the pool that are idle, and returns when all are done. It never waits
/// for a thread to become idle, as QtConcurrent's blocking functions do: pool threads may call it, all of them at once.
template<typename Work>
void shareWork(size_t count, const Work &work)
{
    std::atomic<size_t> next = 0;
    const auto takeTurns = [&] {
        for (size_t turn = next++; turn < count; turn = next++)
            work(turn);
    };
    const auto done = std::make_shared<QSemaphore>(); // a helper may still be in its release() when we are gone
    const int most = std::min(int(count), QThread::idealThreadCount()) - 1;
    int helpers = 0;
    while (helpers < most && QThreadPool::globalInstance()->tryStart([&takeTurns, done] {
        takeTurns();
        done->release();
    }))
        ++helpers;
    takeTurns();
    done->acquire(helpers);
}

} // namespace Sonde
