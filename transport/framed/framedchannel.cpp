// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/framed/framedchannel.h"

#include "protocol/base/reason.h"
#include "transport/channel/messagelimits.h"

#include <QTimerEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde {

namespace {

/// Ticks without a byte from the other side, or to it.
constexpr int MostSilent = 3;
/// In one tick. A peer sends one, or two when its clock is ahead.
constexpr int MostSigns = 8;
/// In one turn of the event loop; a frame costs something, however short it is.
constexpr size_t MostReadAtOnce = 64 * 1024;
constexpr size_t FrameCost = 512;
constexpr auto ClosePatience = 2s;
/// Letters. As bytes they are never more than MaxFarewellBytes.
constexpr qsizetype MostFarewell = FrameReader::MaxFarewellBytes / 4;

} // namespace

FramedChannel::FramedChannel(std::unique_ptr<TlsStream> stream, std::chrono::milliseconds signInterval, QObject *parent)
    : Channel(parent)
    , m_stream(std::move(stream))
    , m_reader(MaxMessageBytes)
    , m_signInterval(signInterval)
{
    m_stream->ready = [this] { advance(); };
    m_tick.start(signInterval, this);
    // What came with the end of the handshake is with OpenSSL already.
    advanceSoon();
}

FramedChannel::~FramedChannel()
{
    m_stream->ready = [] {};
}

void FramedChannel::send(const AnyMessage &message)
{
    if (m_closing || m_lost)
        return;
    const auto bytes = bytesToSend(message);
    if (!bytes)
        return;
    queueFrame(FrameKind::Message, *bytes);
    watch();
}

qint64 FramedChannel::bytesPending() const
{
    return m_unsentBytes + m_stream->wire().bytesPending();
}

void FramedChannel::setReading(bool reading)
{
    if (std::exchange(m_reading, reading) == reading || m_lost)
        return;
    m_silentFor = 0;
    if (reading)
        advanceSoon();
    else
        timeFrame();
    watch();
}

void FramedChannel::close(const Error &reason)
{
    if (m_closing || m_lost)
        return;
    m_closing = true;
    m_reason = reason;
    timeFrame();
    // A peer that does not hang up in its turn is not waited for.
    m_closeDeadline.start(ClosePatience, this);
    queueFrame(FrameKind::Farewell, debugText(reason).first(std::min(MostFarewell, debugText(reason).size())).toUtf8());
    advanceSoon();
}

QString FramedChannel::peerAddress() const
{
    return u"%1:%2"_s.arg(m_stream->wire().peerHost().toString()).arg(m_stream->wire().peerPort());
}

// ---- moving on

void FramedChannel::advanceSoon()
{
    if (!std::exchange(m_advancing, true))
        QMetaObject::invokeMethod(this, &FramedChannel::advance, Qt::QueuedConnection);
}

void FramedChannel::advance()
{
    m_advancing = false;
    if (m_lost)
        return;
    writeFrames();
    if (std::exchange(m_lastPending, bytesPending()) > bytesPending())
        Q_EMIT drained();
    readFrames();
    readFarewell();
    timeFrame();
    watch();
}

void FramedChannel::watch()
{
    m_lastPending = std::max(m_lastPending, bytesPending());
    if (!m_lost)
        m_stream->watch(m_reading || m_closing);
}

void FramedChannel::queueFrame(FrameKind kind, QByteArrayView content)
{
    m_unsent.push_back(frameBytes(kind, content));
    m_unsentBytes += m_unsent.back().size();
    if (m_unsent.size() == 1)
        writeFrames();
}

void FramedChannel::writeFrames()
{
    size_t done = 0;
    while (!m_lost && done < m_unsent.size()) {
        const auto written = m_stream->write(QByteArrayView(m_unsent[done]).sliced(m_sent));
        if (!written)
            return lose(m_closing ? m_reason : written.error());
        if (*written == 0)
            break;
        m_stuckFor = 0;
        m_sent += qsizetype(*written);
        m_unsentBytes -= qint64(*written);
        if (m_sent == m_unsent[done].size()) {
            m_sent = 0;
            ++done;
        }
    }
    m_unsent.erase(m_unsent.begin(), m_unsent.begin() + qsizetype(done));
    if (m_unsent.empty())
        m_unsent.shrink_to_fit();
    if (m_closing && m_unsent.empty() && !std::exchange(m_saidGoodbye, true))
        m_stream->sayGoodbye();
}

void FramedChannel::readFrames()
{
    size_t done = 0;
    while (m_reading && !m_closing && !m_lost) {
        if (done >= MostReadAtOnce)
            return advanceSoon();
        const auto got = m_stream->read(m_reader.space());
        if (!got)
            return lose(got.error());
        if (*got == 0)
            return;
        hear();
        done += *got;
        auto frame = m_reader.added(*got);
        if (!frame)
            return refuse(frame.error());
        if (*frame) {
            done += FrameCost;
            m_timedFrame = -1;
            m_frameDeadline.stop();
            take(**std::move(frame));
        }
    }
}

/// Until the other side has hung up, too. What it still says is nobody's.
void FramedChannel::readFarewell()
{
    std::array<char, 4096> nobodys{};
    for (size_t done = 0; m_closing && !m_lost;) {
        if (done >= MostReadAtOnce)
            return advanceSoon();
        const auto got = m_stream->read(nobodys);
        if (!got)
            return lose(m_reason);
        if (*got == 0)
            return;
        done += *got;
    }
}

void FramedChannel::take(Frame frame)
{
    switch (frame.kind) {
    case FrameKind::Message:
        if (const auto message = messageReceived(frame.content))
            Q_EMIT received(*message);
        else
            refuse(message.error());
        break;
    case FrameKind::SignOfLife:
        if (++m_signs > MostSigns)
            refuse({ErrorCode::ProtocolViolation, {}, u"more signs of life than anybody needs"_s, {}});
        break;
    case FrameKind::Farewell:
        m_stream->sayGoodbye();
        lose({ErrorCode::Interrupted, {}, QString::fromUtf8(frame.content), {}});
        break;
    }
}

void FramedChannel::refuse(const Error &error)
{
    send(Message::ProtocolError{error});
    close(error);
}

// ---- time

void FramedChannel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId())
        tick();
    else if (event->timerId() == m_closeDeadline.timerId())
        lose(m_reason);
    else if (event->timerId() == m_frameDeadline.timerId())
        refuse({ErrorCode::TimedOut, {}, u"a frame did not come to its end"_s, {}});
}

void FramedChannel::tick()
{
    m_signs = 0;
    // Of who is not read from nothing is heard, and who does not read cannot be told.
    const bool isSilent = m_reading && ++m_silentFor > MostSilent;
    const bool isStuck = m_unsentBytes > 0 && ++m_stuckFor > MostSilent;
    if (isSilent || isStuck)
        return lose(errorBecause(Reason::NoAnswerInTime, ErrorCode::TimedOut, {}));
    lookForSilence();
    if (m_closing || m_unsentBytes > 0)
        return;
    queueFrame(FrameKind::SignOfLife, {});
    watch();
}

void FramedChannel::hear()
{
    m_silentFor = 0;
    m_heard = QDateTime::currentDateTimeUtc();
    if (std::exchange(m_isSilent, false))
        Q_EMIT fellSilent({});
}

/// A sign of the other side may be late by a quarter of the time between two.
void FramedChannel::lookForSilence()
{
    const bool isOverdue = m_heard.addDuration(m_signInterval + m_signInterval / 4) < QDateTime::currentDateTimeUtc();
    if (!m_reading || m_closing || m_isSilent || m_silentFor == 0 || !isOverdue)
        return;
    m_isSilent = true;
    Q_EMIT fellSilent(m_heard);
}

/// The deadline is that of the frame, not of its next byte. While nothing is read, it is not the frame that waits.
void FramedChannel::timeFrame()
{
    if (m_lost || m_closing || !m_reading || !m_reader.isInside()) {
        m_timedFrame = -1;
        return m_frameDeadline.stop();
    }
    if (m_timedFrame == m_reader.announced())
        return;
    m_timedFrame = m_reader.announced();
    m_frameDeadline.start(FramePatience + std::chrono::seconds(m_timedFrame / SlowestRate), this);
}

void FramedChannel::lose(const Error &reason)
{
    if (std::exchange(m_lost, true))
        return;
    m_tick.stop();
    m_frameDeadline.stop();
    m_closeDeadline.stop();
    m_stream->stopWatching();
    // Who hears of it may want to destroy what is calling.
    QMetaObject::invokeMethod(this, [this, reason] { Q_EMIT closed(reason); }, Qt::QueuedConnection);
}

} // namespace Sonde

#include "moc_framedchannel.cpp"
