// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace Sonde {

/// Runs `work` on the thread pool and hands its result to `done` on the receiver's thread; when the receiver is gone by then, nothing
/// happens. The one way by which threads meet objects (QFuture::then(context, …) may outlive its context on some Qt 6 versions).
template<typename Work, typename Done>
void runGuarded(QObject *receiver, Work work, Done done)
{
    using T = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            done(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace Sonde
