// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencesource.h"

#include "devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde {

EvidenceSource::EvidenceSource(const QByteArray &path, qint64 size, std::stop_token stop)
    : m_path(path)
    , m_size(size)
    , m_stop(std::move(stop))
    , m_hash(std::make_unique<Sha256>())
{
}

EvidenceSource::~EvidenceSource() = default;

std::unexpected<Error> EvidenceSource::changed(const QString &how) const
{
    return fail(ErrorCode::FileChanged, DevicePath(m_path).typed(), how);
}

Result<void> EvidenceSource::skip(qint64 offset, const QByteArray &sha256)
{
    auto file = openRegularFile(m_path);
    if (!file)
        return std::unexpected(file.error());
    m_file = *std::move(file);
    m_hash = std::make_unique<Sha256>();
    m_read = 0;
    QByteArray block(BulkChunkBytes, Qt::Uninitialized);
    while (m_read < offset) {
        const auto wanted = size_t(std::min<qint64>(offset - m_read, block.size()));
        const auto got = read(std::span(block.data(), wanted));
        if (!got)
            return std::unexpected(got.error());
        if (!*got)
            return changed(u"it is shorter than what was sent before"_s);
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled);
    }
    if (m_hash->soFar() != sha256)
        return changed(u"its beginning is not what was sent before"_s);
    return {};
}

Result<std::optional<qsizetype>> EvidenceSource::read(std::span<char> buffer)
{
    const qint64 left = m_size - m_read;
    if (left <= 0)
        return std::optional<qsizetype>();
    const auto part = buffer.first(size_t(std::min<qint64>(left, qint64(buffer.size()))));
    const auto got = m_file->read(part);
    if (!got) {
        Error error = got.error();
        error.subject = DevicePath(m_path).typed();
        return std::unexpected(error);
    }
    if (*got == 0)
        return changed(u"it became shorter"_s);
    m_hash->add(std::span<const char>(part.data(), size_t(*got)));
    m_read += *got;
    return std::optional(*got);
}

} // namespace Sonde
