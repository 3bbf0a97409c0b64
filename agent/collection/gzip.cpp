// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/gzip.h"

namespace Sonde::Agent {

namespace {
constexpr size_t OutBytes = 64 * 1024;
constexpr int WithGzipHeader = 16 + MAX_WBITS;
constexpr int UsualMemory = 8;
} // namespace

GzipWriter::GzipWriter(Out out)
    : m_out(std::move(out))
    , m_buffer(OutBytes)
{
    deflateInit2(&m_stream, Z_BEST_SPEED, Z_DEFLATED, WithGzipHeader, UsualMemory, Z_DEFAULT_STRATEGY);
}

GzipWriter::~GzipWriter()
{
    deflateEnd(&m_stream);
}

Result<void> GzipWriter::add(QByteArrayView bytes)
{
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    m_stream.avail_in = uInt(bytes.size());
    return deflateAll(Z_NO_FLUSH);
}

Result<void> GzipWriter::flush()
{
    return deflateAll(Z_SYNC_FLUSH);
}

Result<void> GzipWriter::finish()
{
    return deflateAll(Z_FINISH);
}

Result<void> GzipWriter::deflateAll(int flush)
{
    do {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
        m_stream.avail_out = uInt(m_buffer.size());
        if (deflate(&m_stream, flush) == Z_STREAM_ERROR)
            return fail(ErrorCode::Internal, QStringLiteral("gzip"));
        const size_t made = m_buffer.size() - m_stream.avail_out;
        if (const auto out = made ? m_out(std::span(m_buffer).first(made)) : Result<void>(); !out)
            return out;
    } while (m_stream.avail_out == 0);
    return {};
}

} // namespace Sonde::Agent
