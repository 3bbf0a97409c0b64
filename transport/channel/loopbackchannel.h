// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channel.h"

#include <QPointer>
#include <deque>

namespace Sonde {

/// One end of an in-memory pair. Every message is encoded and decoded on its way, and arrives through the event loop, as on a wire.
class LoopbackChannel final : public Channel
{
    Q_OBJECT

public:
    /// Two connected ends; either may be destroyed first.
    [[nodiscard]] static std::pair<std::unique_ptr<LoopbackChannel>, std::unique_ptr<LoopbackChannel>> makePair();
    ~LoopbackChannel() override;

    void send(const AnyMessage &message) override;
    [[nodiscard]] qint64 bytesPending() const override { return m_pending; }
    void setReading(bool reading) override;
    void close(const Error &reason) override;
    [[nodiscard]] QString peerAddress() const override;

private:
    explicit LoopbackChannel() = default;
    void deliver(const QByteArray &bytes);
    void deliverHeld();
    void finish(const Error &reason);

    QPointer<LoopbackChannel> m_peer;
    qint64 m_pending = 0;
    bool m_reading = true;
    std::deque<QByteArray> m_held;
    bool m_closed = false;
};

} // namespace Sonde
