// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/transferattempts.h"

#include "transport/bulk/bulktransfer.h"

#include <condition_variable>
#include <mutex>

namespace Sonde {

namespace {

/// False when asked to stop meanwhile.
bool waitFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    return !stopped.wait_for(lock, stop, time, [&stop] { return stop.stop_requested(); });
}

} // namespace

std::optional<Backoff::Milliseconds> TransferAttempts::next(const Error &error, qint64 done)
{
    if (!isWorthAnother(error))
        return {};
    // A link that holds for a while each time is not one to be left alone.
    if (done > m_begunAt)
        m_backoff.reset();
    return m_backoff.next();
}

bool TransferAttempts::isWorthAnother(const Error &error)
{
    switch (error.code) {
    case ErrorCode::TokenInvalid:
        return true; // a ticket that was used up, or grew too old on its way: the next replaces it
    case ErrorCode::NotSignedIn: return m_terms.signsInAgain;
    case ErrorCode::HashMismatch: return m_mismatches++ < m_terms.mismatches;
    default: return isPassing(error);
    }
}

Result<void> repeatTransfer(const std::stop_token &stop, const std::function<Result<void>(qint64 &moved)> &attempt)
{
    TransferAttempts attempts;
    for (;;) {
        attempts.begin(0);
        qint64 moved = 0;
        const auto result = attempt(moved);
        const auto wait = result ? std::nullopt : attempts.next(result.error(), moved);
        if (!wait)
            return result;
        if (!waitFor(*wait, stop))
            return fail(ErrorCode::Cancelled);
    }
}

} // namespace Sonde
