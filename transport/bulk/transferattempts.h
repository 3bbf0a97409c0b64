// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"
#include "transport/base/backoff.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace Sonde {

/// A transfer is tried until it is done: ask for a ticket, connect with it, move the bytes, wait, ask again. How each step is made differs
/// between a thread that waits and objects on an event loop; what comes after an attempt does not, and is decided here.
class TransferAttempts final
{
public:
    struct Terms {
        int mismatches = 0; ///< times that HashMismatch is no end, because the part that did not fit is thrown away
        bool signsInAgain = false; ///< NotSignedIn passes by itself
    };

    TransferAttempts() = default;
    explicit TransferAttempts(const Terms &terms)
        : m_terms(terms)
    {
    }

    /// An attempt begins, with so many bytes already there.
    void begin(qint64 done) { m_begunAt = done; }
    /// How it failed, with so many bytes there. How long to wait before the next one; nothing: this error is the end.
    [[nodiscard]] std::optional<Backoff::Milliseconds> next(const Error &error, qint64 done);

private:
    [[nodiscard]] bool isWorthAnother(const Error &error);

    Terms m_terms;
    Backoff m_backoff;
    int m_mismatches = 0;
    qint64 m_begunAt = 0;
};

/// For a thread that may wait: does `attempt`, which counts the bytes it moved, until it succeeds or TransferAttempts says that it is the
/// end. Cancelled when `stop` is asked for between two attempts.
[[nodiscard]] Result<void> repeatTransfer(
    const std::stop_token &stop, const std::function<Result<void>(qint64 &moved)> &attempt);

} // namespace Sonde
