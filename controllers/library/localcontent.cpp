// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/localcontent.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

Error openError(const QFile &file)
{
    const bool denied = file.error() == QFile::PermissionsError || file.error() == QFile::OpenError;
    return {denied ? ErrorCode::AccessDenied : ErrorCode::ReadFailed, file.fileName(), file.errorString(), {}};
}

/// The hash of the next `size` bytes of `file`.
Result<void> addTo(Sha256 &hash, QFile &file, qint64 size, const std::stop_token &stop)
{
    QByteArray buffer(BulkChunkBytes, Qt::Uninitialized);
    for (qint64 left = size; left > 0;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, file.fileName());
        const qint64 count = file.read(buffer.data(), std::min<qint64>(left, buffer.size()));
        if (count < 0)
            return fail(ErrorCode::ReadFailed, file.fileName(), file.errorString());
        if (count == 0)
            return fail(ErrorCode::FileChanged, file.fileName());
        hash.add(std::span(buffer.constData(), size_t(count)));
        left -= count;
    }
    return {};
}

} // namespace

Result<LocalContent> lookAtFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, path).with(Fact::Upload, true);
    if (info.isDir())
        return fail(ErrorCode::IsADirectory, path);
    if (!info.isFile())
        return fail(ErrorCode::NotARegularFile, path);
    if (info.size() == 0)
        return fail(ErrorCode::EmptyFile, path).with(Fact::Upload, true);
    if (info.size() > limit)
        return fail(ErrorCode::TooLarge, path).with(Fact::Limit, limit).with(Fact::Actual, info.size());
    return LocalContent{path, info.size(), info.lastModified(), {}};
}

namespace {

/// As PowerShell's own tools write it, in UTF-8 or UTF-16.
bool endsInSignature(QFile &file, qint64 size)
{
    constexpr qint64 mostBlock = 256 * 1024;
    constexpr QByteArrayView marker("# SIG # Begin signature block");
    if (!file.seek(std::max<qint64>(0, size - mostBlock)))
        return false;
    QByteArray end = file.read(mostBlock);
    return end.contains(marker) || end.replace('\0', QByteArray()).contains(marker);
}

} // namespace

Result<LocalContent> readFile(const QString &path, qint64 limit, const std::stop_token &stop)
{
    auto content = lookAtFile(path, limit);
    if (!content)
        return content;
    QFile file(path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered))
        return std::unexpected(openError(file));
    Sha256 hash;
    if (const auto added = addTo(hash, file, content->size, stop); !added)
        return std::unexpected(added.error());
    content->sha256 = hash.result();
    content->hasSignature = endsInSignature(file, content->size);
    return content;
}

bool LocalSource::isUnchanged() const
{
    const QFileInfo info(m_content.path);
    return info.size() == m_content.size && info.lastModified() == m_content.modified;
}

Result<std::optional<qint64>> LocalSource::skip(qint64 offset, const QByteArray &sha256)
{
    if (!m_file.open(QFile::ReadOnly | QFile::Unbuffered))
        return std::unexpected(openError(m_file));
    if (!isUnchanged())
        return fail(ErrorCode::FileChanged, m_content.path);
    if (offset <= m_content.size) {
        if (const auto added = addTo(m_hash, m_file, offset, {}); !added)
            return std::unexpected(added.error());
    }
    if (offset > m_content.size || (offset > 0 && m_hash.soFar() != sha256)) {
        m_hash = Sha256();
        offset = 0;
    }
    m_done = offset;
    return m_file.seek(offset) ? Result<std::optional<qint64>>(offset)
                               : fail(ErrorCode::ReadFailed, m_content.path, m_file.errorString());
}

Result<std::optional<qsizetype>> LocalSource::read(std::span<char> buffer)
{
    const qint64 count = m_file.read(buffer.data(), std::min<qint64>(qint64(buffer.size()), m_content.size - m_done));
    if (count < 0)
        return fail(ErrorCode::ReadFailed, m_content.path, m_file.errorString());
    if (count > 0) {
        m_hash.add(buffer.first(size_t(count)));
        m_done += count;
        return std::optional(qsizetype(count));
    }
    if (m_hash.soFar() != m_content.sha256)
        return fail(ErrorCode::FileChanged, m_content.path);
    return std::optional<qsizetype>();
}

} // namespace Sonde::Client
