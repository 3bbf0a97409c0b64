// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/blobstore.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path) && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    return fail(ErrorCode::CannotWrite, path);
}

} // namespace

Result<void> BlobStore::prepare() const
{
    return makeFolder(m_folder).and_then([this] { return makeFolder(m_folder + u"/partial"_s); }).and_then([this] {
        return makeFolder(m_folder + u"/blobs"_s);
    });
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

QStringList BlobStore::partials() const
{
    return QDir(m_folder + u"/partial"_s).entryList(QDir::Files);
}

Result<void> BlobStore::makePlaceFor(const QByteArray &sha256) const
{
    return makeFolder(QFileInfo(path(sha256)).path());
}

Result<void> BlobStore::keep(PartialFile &file, const QByteArray &sha256) const
{
    return makePlaceFor(sha256).and_then([&] { return file.renameTo(path(sha256)); });
}

void BlobStore::removePartial(const QString &name) const
{
    QFile::remove(partialPath(name));
}

void BlobStore::removePartialsBefore(const QDateTime &time) const
{
    for (const QString &name : partials()) {
        if (QFileInfo(partialPath(name)).lastModified() < time)
            removePartial(name);
    }
}

QString BlobStore::setAside(const QByteArray &sha256) const
{
    const QString name = u"removed-"_s + QString::fromLatin1(sha256.toHex());
    removePartial(name);
    return QFile::rename(path(sha256), partialPath(name)) ? name : QString();
}

qint64 BlobStore::size(const QByteArray &sha256) const
{
    return QFileInfo(path(sha256)).size();
}

void BlobStore::remove(const QByteArray &sha256) const
{
    QFile::remove(path(sha256));
}

void BlobStore::removeAllBut(const QSet<QByteArray> &used) const
{
    for (QDirIterator blobs(m_folder + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories); blobs.hasNext();) {
        const QString blob = blobs.next();
        if (!used.contains(QByteArray::fromHex(QFileInfo(blob).fileName().toLatin1())))
            QFile::remove(blob);
    }
}

qint64 BlobStore::totalSize() const
{
    qint64 total = 0;
    QDirIterator blobs(m_folder + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories);
    while (blobs.hasNext())
        total += blobs.nextFileInfo().size();
    return total;
}

} // namespace Sonde::Service
