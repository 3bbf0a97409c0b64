// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/spool.h"

#include <QScopeGuard>

namespace Sonde::Agent {

namespace {
constexpr int GzipHeaderExpected = 16 + MAX_WBITS;
constexpr size_t PieceBytes = 256 * 1024;
} // namespace

Spool::Spool()
    : m_writer([this](std::span<const char> bytes) {
        m_packedBytes += qint64(bytes.size());
        m_packed.append(QByteArray(bytes.data(), qsizetype(bytes.size())));
        return Result<void>();
    })
{
}

void Spool::append(QByteArrayView text)
{
    std::ignore = m_writer.add(text); // memory takes everything
    m_size += text.size();
}

Result<void> Spool::read(const std::function<Result<void>(QByteArrayView)> &take)
{
    std::ignore = m_writer.finish();
    z_stream stream{};
    inflateInit2(&stream, GzipHeaderExpected);
    const auto ended = qScopeGuard([&stream] { inflateEnd(&stream); });
    std::vector<char> piece(PieceBytes);
    for (QByteArray &packed : m_packed) {
        stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_in = uInt(packed.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(piece.data());
            stream.avail_out = uInt(piece.size());
            const int state = inflate(&stream, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
                return fail(ErrorCode::Internal, QStringLiteral("gzip"));
            const auto made = qsizetype(piece.size() - stream.avail_out);
            if (const auto taken = made ? take(QByteArrayView(piece.data(), made)) : Result<void>(); !taken)
                return taken;
        } while (stream.avail_out == 0);
        packed.clear();
    }
    return {};
}

} // namespace Sonde::Agent
