// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>
#include <QtTypes>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace Sonde::Client {

/// So many bytes a second that several threads use together. Thread-safe.
class Bandwidth final
{
    Q_DISABLE_COPY_MOVE(Bandwidth)

public:
    Bandwidth() = default;

    /// 0: no limit. Who waits goes on.
    void setRate(qint64 bytesPerSecond);
    /// Waits until `bytes` may have passed, or `stop` is asked for.
    void spend(qint64 bytes, const std::stop_token &stop);

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    qint64 m_rate = 0;
    quint64 m_generation = 0; ///< of the rate
    Clock::time_point m_free; ///< when all that was spent has passed
};

} // namespace Sonde::Client
