// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde {

/// A two-way stream of messages: a WebSocket in production, an in-memory pair in tests. Lives on the thread that made it.
class Channel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Channel)

public:
    using QObject::QObject;

    virtual void send(const AnyMessage &message) = 0;
    /// Bytes accepted by send() that have not left yet; senders of bulk wait while it is large.
    [[nodiscard]] virtual qint64 bytesPending() const = 0;
    /// Whether received() is emitted. While it is not, what the other side says waits on its way, in order and bounded, and so does the
    /// other side.
    virtual void setReading(bool reading) = 0;
    /// Sends what is pending, then closes; closed() follows.
    virtual void close(const Error &reason = {ErrorCode::Interrupted, {}, {}, {}}) = 0;
    [[nodiscard]] virtual QString peerAddress() const = 0;

Q_SIGNALS:
    void received(const Sonde::AnyMessage &message);
    /// Bytes left: bytesPending() shrank.
    void drained();
    /// A sign of life is overdue: nothing has been heard since then. Without a time: the other side is heard again.
    void fellSilent(const QDateTime &since);
    /// Once, whoever closed; `reason` says why.
    void closed(const Sonde::Error &reason);
};

} // namespace Sonde
