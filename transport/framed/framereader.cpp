// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/framed/framereader.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// What is asked for at once: a record of TLS. More only when as much has come.
constexpr qsizetype LeastRoom = 16 * 1024;

} // namespace

QByteArray frameBytes(FrameKind kind, QByteArrayView content)
{
    QByteArray bytes(FrameReader::HeadBytes, Qt::Uninitialized);
    qToBigEndian(quint32(content.size()), bytes.data());
    bytes[4] = char(kind);
    bytes.append(content);
    return bytes;
}

std::span<char> FrameReader::space()
{
    if (m_got < HeadBytes)
        return std::span(m_head).subspan(size_t(m_got));
    const qsizetype got = m_got - HeadBytes;
    if (m_content.size() == got)
        m_content.resizeForOverwrite(std::min(m_length, std::max(2 * got, LeastRoom)));
    return {m_content.data() + got, size_t(m_content.size() - got)};
}

Result<std::optional<Frame>> FrameReader::added(size_t count)
{
    m_got += qsizetype(count);
    if (m_got < HeadBytes)
        return std::nullopt;
    if (m_got == HeadBytes) {
        if (const auto read = readHead(); !read)
            return std::unexpected(read.error());
    }
    if (m_got < HeadBytes + m_length)
        return std::nullopt;
    return takeFrame();
}

Result<void> FrameReader::readHead()
{
    const auto refuse = [](const QString &reason) { return fail(ErrorCode::ProtocolViolation, {}, reason); };
    m_length = qFromBigEndian<quint32>(m_head.data());
    switch (FrameKind(m_head[4])) {
    case FrameKind::Message:
        if (m_length == 0 || m_length > m_most)
            return refuse(u"a message of %1 bytes; it has 1 to %2"_s.arg(m_length).arg(m_most));
        return {};
    case FrameKind::SignOfLife:
        return m_length == 0 ? Result<void>() : refuse(u"a sign of life of %1 bytes"_s.arg(m_length));
    case FrameKind::Farewell:
        return m_length <= MaxFarewellBytes ? Result<void>() : refuse(u"a farewell of %1 bytes"_s.arg(m_length));
    }
    return refuse(u"a frame of the kind %1"_s.arg(quint8(m_head[4])));
}

Frame FrameReader::takeFrame()
{
    m_got = 0;
    return {FrameKind(m_head[4]), std::exchange(m_content, {})};
}

} // namespace Sonde
