// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/growingblob.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// The other side hears of us this often while there is nothing to send.
constexpr auto Heartbeat = 5s;
} // namespace

void GrowingBlob::grow(qint64 size)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_state.size = size;
    }
    m_grown.notify_all();
}

void GrowingBlob::end(const QByteArray &sha256, const QString &path)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_state.whole = true;
        m_state.sha256 = sha256;
        m_state.path = path;
    }
    m_grown.notify_all();
}

void GrowingBlob::fail(const Error &error)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_state.error = error;
    }
    m_grown.notify_all();
}

GrowingBlob::State GrowingBlob::state() const
{
    const std::scoped_lock lock(m_mutex);
    State state = m_state;
    if (!state.whole)
        state.path = m_partialPath;
    return state;
}

GrowingBlob::State GrowingBlob::waitBeyond(qint64 size, std::chrono::milliseconds patience) const
{
    std::unique_lock lock(m_mutex);
    m_grown.wait_for(lock, patience, [&] { return m_state.size > size || m_state.whole || m_state.error; });
    return m_state;
}

void GrowingBlob::waitForEnd(std::chrono::milliseconds patience) const
{
    std::unique_lock lock(m_mutex);
    m_grown.wait_for(lock, patience, [this] { return m_state.whole || m_state.error; });
}

Result<std::optional<qint64>> GrowingSource::skip(qint64 offset, const QByteArray &sha256)
{
    // The device may not have sent a byte yet: there is a file to open when there is something to compare, or to send.
    if (offset == 0)
        return std::optional<qint64>(0);
    const auto state = m_blob->waitBeyond(offset - 1, Heartbeat);
    if (state.error)
        return std::unexpected(*state.error);
    if (state.size < offset)
        return state.whole ? std::optional<qint64>(0) : std::optional<qint64>();
    if (const auto opened = m_file.isOpen() ? Result<void>() : open(); !opened)
        return std::unexpected(opened.error());
    const auto same = m_prefix.goOn(m_file, offset, sha256);
    if (!same)
        return std::unexpected(same.error());
    if (!*same)
        return std::optional<qint64>();
    m_sent = **same ? offset : 0;
    if (!m_file.seek(m_sent))
        return Sonde::fail(ErrorCode::ReadFailed, m_file.fileName(), m_file.errorString());
    return std::optional(m_sent);
}

Result<void> GrowingSource::open()
{
    const auto tryOpen = [this] {
        m_file.setFileName(m_blob->state().path);
        return m_file.open(QFile::ReadOnly | QFile::Unbuffered);
    };
    // Between losing its partial name and being announced as whole it cannot be found: that takes as long as the journal needs.
    const bool opened = tryOpen() || (m_blob->waitForEnd(Heartbeat), tryOpen());
    if (!opened)
        return Sonde::fail(ErrorCode::ReadFailed, m_file.fileName(), m_file.errorString());
    return {};
}

Result<std::optional<qsizetype>> GrowingSource::read(std::span<char> buffer)
{
    const auto state = m_blob->waitBeyond(m_sent, Heartbeat);
    if (state.error)
        return std::unexpected(*state.error);
    const qint64 ready = std::min<qint64>(state.size - m_sent, qint64(buffer.size()));
    if (ready <= 0)
        return state.whole ? std::optional<qsizetype>() : std::optional<qsizetype>(0);
    if (const auto opened = m_file.isOpen() ? Result<void>() : open(); !opened)
        return std::unexpected(opened.error());
    const qint64 count = m_file.read(buffer.data(), ready);
    if (count <= 0)
        return Sonde::fail(ErrorCode::ReadFailed, m_file.fileName(), m_file.errorString());
    m_sent += count;
    return std::optional<qsizetype>(count);
}

} // namespace Sonde::Service
