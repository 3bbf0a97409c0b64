// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channel.h"
#include "transport/framed/framereader.h"
#include "transport/stream/tlsstream.h"

#include <QBasicTimer>
#include <QDateTime>

namespace Sonde {

/// The protocol's name in ALPN.
inline constexpr auto AgentProtocol = "sonde-agent/1";

/// Messages over a TLS stream, one frame each. Takes a few KiB beside the stream's own. Answers what is not a message with ProtocolError and
/// closes; gives a frame so long to become whole; sends signs of life, and closes when nothing has been heard for three of them, or nothing
/// could be sent.
class FramedChannel final : public Channel
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds SignInterval{20};
    /// For a frame to become whole; and a second more for each SlowestRate bytes of it.
    static constexpr std::chrono::seconds FramePatience{10};
    static constexpr qsizetype SlowestRate = 4096;

    /// The stream's handshake is done.
    explicit FramedChannel(std::unique_ptr<TlsStream> stream, std::chrono::milliseconds signInterval = SignInterval,
        QObject *parent = nullptr);
    ~FramedChannel() override;

    void send(const AnyMessage &message) override;
    [[nodiscard]] qint64 bytesPending() const override;
    void setReading(bool reading) override;
    void close(const Error &reason) override;
    [[nodiscard]] QString peerAddress() const override;
    [[nodiscard]] const TlsStream &stream() const { return *m_stream; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void advanceSoon();
    void advance();
    void readFrames();
    void readFarewell();
    void take(Frame frame);
    void queueFrame(FrameKind kind, QByteArrayView content);
    void writeFrames();
    void watch();
    void timeFrame();
    void tick();
    void hear();
    void lookForSilence();
    void refuse(const Error &error);
    void lose(const Error &reason);

    const std::unique_ptr<TlsStream> m_stream;
    FrameReader m_reader;
    std::vector<QByteArray> m_unsent; ///< of the first one m_sent bytes have left
    qsizetype m_sent = 0;
    qint64 m_unsentBytes = 0;
    qint64 m_lastPending = 0;
    QBasicTimer m_tick;
    QBasicTimer m_frameDeadline;
    QBasicTimer m_closeDeadline;
    qsizetype m_timedFrame = -1; ///< announced by the frame that m_frameDeadline is for
    int m_silentFor = 0;         ///< ticks
    QDateTime m_heard = QDateTime::currentDateTimeUtc();
    bool m_isSilent = false; ///< and it was said
    const std::chrono::milliseconds m_signInterval;
    int m_stuckFor = 0; ///< ticks
    int m_signs = 0;    ///< since the last tick
    bool m_reading = true;
    bool m_advancing = false; ///< it will, as soon as the event loop runs
    bool m_closing = false;
    bool m_saidGoodbye = false;
    bool m_lost = false;
    Error m_reason;
};

} // namespace Sonde
