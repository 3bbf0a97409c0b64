// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <chrono>
#include <utility>

namespace Sonde {

/// A TCP socket of the operating system, blocking, for one bulk connection. Closed with this object.
class BulkSocket final
{
    Q_DISABLE_COPY(BulkSocket)

public:
    using Descriptor = qintptr;
    static constexpr Descriptor None = -1;

    BulkSocket() = default;
    /// Takes over a connected socket and makes it blocking.
    explicit BulkSocket(Descriptor descriptor);
    BulkSocket(BulkSocket &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, None))
    {
    }
    BulkSocket &operator=(BulkSocket &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~BulkSocket();

    /// CannotConnect.
    [[nodiscard]] static Result<BulkSocket> connect(
        const QString &host, quint16 port, std::chrono::milliseconds patience);

    [[nodiscard]] Descriptor descriptor() const { return m_descriptor; }
    /// How long a read or write may make no progress.
    void setPatience(std::chrono::milliseconds patience);
    /// Whether a read would not wait.
    [[nodiscard]] bool hasInput() const;
    /// Says that nothing more will be sent, takes what still comes and forgets it, until the other side has hung up too: a socket that is
    /// closed with bytes unread takes back what it sent last.
    void linger(std::chrono::milliseconds patience);
    /// Ends reads and writes that wait in other threads, now and later.
    void shutDown() const;

private:
    Descriptor m_descriptor = None;
};

/// From now on the calling thread gives way to those that somebody waits for: of ten files that come at once a console must notice
/// nothing. It cannot be taken back, so it is for threads that do nothing else.
void giveWay();
/// The first bytes of a connection without taking them, at most `most`; nothing when none are there yet. An error: it is gone.
[[nodiscard]] Result<QByteArray> peek(qintptr descriptor, qsizetype most);
/// Refuses a connection that was accepted and not taken over.
void closeDescriptor(qintptr descriptor);

} // namespace Sonde
