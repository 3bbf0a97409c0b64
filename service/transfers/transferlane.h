// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulkstream.h"

#include <condition_variable>
#include <mutex>

namespace Sonde::Service {

/// One partial file is written by one transfer at a time. Who sends may come back on a new connection while the old one still waits for
/// bytes that will never come: the newer one has the old one hang up, and takes over when it has.
class TransferLane final
{
    Q_DISABLE_COPY_MOVE(TransferLane)

public:
    TransferLane() = default;

    /// Has the lane while it lives.
    class Use final
    {
        Q_DISABLE_COPY_MOVE(Use)

    public:
        Use(TransferLane &lane, BulkStream &stream)
            : m_lane(lane)
        {
            std::unique_lock lock(m_lane.m_mutex);
            if (m_lane.m_current)
                m_lane.m_current->hangUp();
            m_lane.m_left.wait(lock, [this] { return !m_lane.m_current; });
            m_lane.m_current = &stream;
        }
        ~Use()
        {
            {
                const std::scoped_lock lock(m_lane.m_mutex);
                m_lane.m_current = nullptr;
            }
            m_lane.m_left.notify_one();
        }

    private:
        TransferLane &m_lane;
    };

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    BulkStream *m_current = nullptr;
};

} // namespace Sonde::Service
