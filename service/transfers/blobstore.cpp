// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobstore.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// The journal must still be able to grow.
constexpr qint64 ReserveBytes = 256LL * 1024 * 1024;

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path) && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    return fail(ErrorCode::CannotWrite, path);
}

} // namespace

Result<void> BlobStore::prepare() const
{
    return makeFolder(m_folder)
        .and_then([this] { return makeFolder(m_folder + u"/partial"_s); })
        .and_then([this] { return makeFolder(m_folder + u"/blobs"_s); });
}

QString BlobStore::path(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return m_folder + u"/blobs/"_s + name.first(2) + u'/' + name;
}

bool BlobStore::contains(const QByteArray &sha256) const
{
    return QFileInfo::exists(path(sha256));
}

QString BlobStore::partialPath(const QString &name) const
{
    return m_folder + u"/partial/"_s + name;
}

qint64 BlobStore::partialSize(const QString &name) const
{
    return QFileInfo(partialPath(name)).size();
}

Result<void> BlobStore::keep(PartialFile &file, const QByteArray &sha256) const
{
    const QString target = path(sha256);
    if (const auto made = makeFolder(QFileInfo(target).path()); !made)
        return made;
    return file.renameTo(target);
}

void BlobStore::removePartial(const QString &name) const
{
    QFile::remove(partialPath(name));
}

void BlobStore::removePartialsBefore(const QDateTime &time) const
{
    for (const QFileInfo &partial : QDir(m_folder + u"/partial"_s).entryInfoList(QDir::Files)) {
        if (partial.lastModified() < time)
            QFile::remove(partial.filePath());
    }
}

void BlobStore::remove(const QByteArray &sha256) const
{
    QFile::remove(path(sha256));
}

Result<void> BlobStore::checkSpace(qint64 bytes) const
{
    const qint64 free = freeSpace(m_folder);
    if (free < 0 || bytes + ReserveBytes <= free)
        return {};
    return fail(ErrorCode::NoSpace, m_folder, {}, {{u"limit"_s, std::max<qint64>(0, free - ReserveBytes)}, {u"actual"_s, bytes}});
}

} // namespace Sonde
