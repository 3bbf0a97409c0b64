// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace Sonde {

/// As runGuarded() (guarded.h), on threads that nothing else waits for.
template<typename Work, typename Done>
void runGuardedOn(QThreadPool &pool, QObject *receiver, Work work, Done done)
{
    using T = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            done(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(&pool, std::move(work)));
}

} // namespace Sonde
