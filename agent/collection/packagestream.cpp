// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/packagestream.h"

#include "protocol/base/reason.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {
/// The other side hears of us this often while there is nothing to send.
constexpr auto Heartbeat = 2s;
} // namespace

Result<void> PackageStream::put(std::span<const char> bytes)
{
    std::unique_lock lock(m_mutex);
    const auto begun = std::chrono::steady_clock::now();
    const bool room = m_room.wait(lock, m_stop, [this] { return m_refusal || m_end - m_sent < MostAhead; });
    m_waited += std::chrono::steady_clock::now() - begun;
    if (m_refusal)
        return std::unexpected(*m_refusal);
    if (!room || m_stop.stop_requested())
        return Sonde::fail(ErrorCode::Cancelled);
    m_kept.emplace_back(bytes.data(), qsizetype(bytes.size()));
    m_all.add(m_kept.back());
    m_end += qint64(bytes.size());
    m_more.notify_all();
    return {};
}

void PackageStream::end()
{
    const std::scoped_lock lock(m_mutex);
    m_whole = true;
    m_more.notify_all();
}

void PackageStream::fail(const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    m_failure = error;
    m_more.notify_all();
}

std::chrono::nanoseconds PackageStream::waited() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waited;
}

void PackageStream::refuse(const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    m_refusal = error;
    m_room.notify_all();
}

/// Goes back to where the other side's copy ends, when that is the beginning of what was made.
Result<std::optional<qint64>> PackageStream::skip(qint64 offset, const QByteArray &sha256)
{
    const std::scoped_lock lock(m_mutex);
    if (offset == 0 && m_start == 0) {
        m_sent = 0;
        return std::optional<qint64>(0);
    }
    if (offset < m_start || offset > m_end)
        return Sonde::fail(ErrorCode::ReadFailed, {}, Reason::PackageGone);
    Sha256 prefix(m_before);
    qint64 place = m_start;
    for (const QByteArray &piece : m_kept) {
        const auto part = qsizetype(std::min<qint64>(offset - place, piece.size()));
        prefix.add(QByteArrayView(piece).first(part));
        place += part;
    }
    if (place != offset || prefix.result() != sha256)
        return Sonde::fail(ErrorCode::HashMismatch, {}, Reason::PackageGone);
    m_sent = offset;
    return std::optional(offset);
}

Result<std::optional<qsizetype>> PackageStream::read(std::span<char> buffer)
{
    std::unique_lock lock(m_mutex);
    m_more.wait_for(lock, m_stop, Heartbeat, [this] { return m_end > m_sent || m_whole || m_failure; });
    if (m_stop.stop_requested())
        return Sonde::fail(ErrorCode::Cancelled);
    if (m_failure)
        return std::unexpected(*m_failure);
    if (m_end == m_sent)
        return m_whole ? std::optional<qsizetype>() : std::optional<qsizetype>(0);
    qsizetype done = 0;
    qint64 place = m_start;
    for (const QByteArray &piece : m_kept) {
        const qint64 from = std::max<qint64>(0, m_sent + done - place);
        place += piece.size();
        if (from >= piece.size())
            continue;
        const auto part = QByteArrayView(piece).sliced(qsizetype(from));
        const auto count = std::min<qsizetype>(part.size(), qsizetype(buffer.size()) - done);
        std::ranges::copy(part.first(count), buffer.data() + done);
        done += count;
        if (done == qsizetype(buffer.size()))
            break;
    }
    m_sent += done;
    forget();
    m_room.notify_all();
    return std::optional(done);
}

void PackageStream::forget()
{
    while (!m_kept.empty() && m_start + m_kept.front().size() <= m_sent - KeptBehind) {
        m_before.add(m_kept.front());
        m_start += m_kept.front().size();
        m_kept.pop_front();
    }
}

qint64 PackageStream::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_end;
}

QByteArray PackageStream::sha256() const
{
    const std::scoped_lock lock(m_mutex);
    return m_all.soFar();
}

} // namespace Sonde::Agent
