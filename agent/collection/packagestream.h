// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/digest/digest.h"
#include "transport/bulk/bulktransfer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>

namespace Sonde::Agent {

/// A package between the thread that makes it and the one that sends it. Who makes it waits while too much is not sent yet; what was sent
/// is kept for as long as the other side may still have to hear it again, so that a connection may break. Beyond that it is gone: nothing
/// of it is on a disk.
class PackageStream final : public ContentSource
{
public:
    /// Not sent yet, at most.
    static constexpr qint64 MostAhead = 4LL * 1024 * 1024;
    /// Sent, and kept: as much as a receiver gives credit for, and some more (bulktransfer.cpp).
    static constexpr qint64 KeptBehind = 10LL * 1024 * 1024;

    explicit PackageStream(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    // ---- who makes it
    /// Cancelled; or why nobody wants more.
    [[nodiscard]] Result<void> put(std::span<const char> bytes);
    void end();
    /// For how long whoever makes it had to wait for the one who sends it.
    [[nodiscard]] std::chrono::nanoseconds waited() const;
    /// It will never be whole.
    void fail(const Error &error);

    // ---- who sends it
    [[nodiscard]] Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) override;
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override;
    [[nodiscard]] QByteArray sha256() const override;
    /// It cannot be sent any more: put() fails with this.
    void refuse(const Error &error);

private:
    void forget();

    std::stop_token m_stop;
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable_any m_more;
    std::condition_variable_any m_room;
    std::deque<QByteArray> m_kept;
    qint64 m_start = 0; ///< of the first that is kept
    qint64 m_end = 0;   ///< made so far
    qint64 m_sent = 0;
    Sha256 m_before; ///< of what is not kept any more
    Sha256 m_all;
    std::chrono::nanoseconds m_waited{};
    bool m_whole = false;
    std::optional<Error> m_failure;
    std::optional<Error> m_refusal;
};

} // namespace Sonde::Agent
