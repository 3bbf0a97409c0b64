// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulksocket.h"

#include <QObject>
#include <stop_token>
#include <thread>

namespace Sonde {

/// The thread that an attempt at a transfer waits and moves bytes on; it gives way to the others. To be the last member of its owner: at
/// its end it stops the work and waits for it, and the work may use the other members until then.
class TransferThread final
{
public:
    /// `work(stop)` on the thread; then `done(result)` on that of the owner, unless the owner is gone. One at a time.
    template<typename Work, typename Done>
    void start(QObject *owner, Work work, Done done)
    {
        m_thread = std::jthread([owner, work = std::move(work), done = std::move(done)](const std::stop_token &stop) {
            giveWay();
            QMetaObject::invokeMethod(owner, [done, result = work(stop)] { done(result); }, Qt::QueuedConnection);
        });
    }
    void stop() { m_thread.request_stop(); }

private:
    std::jthread m_thread;
};

} // namespace Sonde
