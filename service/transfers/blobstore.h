// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/transfers/diskspace.h"
#include "transport/disk/partialfile.h"

#include <QDateTime>
#include <QSet>

namespace Sonde::Service {

/// Content by its SHA-256, below a folder: `blobs/ab/abcd…`, and `partial/` for what is still on its way. What has a blob's name is whole
/// and on disk, always. Thread-safe: all it has is the file system.
class BlobStore final
{
public:
    BlobStore(const QString &folder, std::shared_ptr<DiskSpace> disk)
        : m_folder(folder)
        , m_disk(std::move(disk))
    {
    }

    /// CannotWrite.
    [[nodiscard]] Result<void> prepare() const;
    [[nodiscard]] QString path(const QByteArray &sha256) const;
    [[nodiscard]] bool contains(const QByteArray &sha256) const;
    /// Where a transfer keeps its partial file; `name` is the service's own, such as a command's number.
    [[nodiscard]] QString partialPath(const QString &name) const;
    [[nodiscard]] qint64 partialSize(const QString &name) const;
    [[nodiscard]] QStringList partials() const;
    /// Makes sure that keep() will find a place. CannotWrite.
    [[nodiscard]] Result<void> makePlaceFor(const QByteArray &sha256) const;
    /// Gives a finished partial file its blob's name.
    [[nodiscard]] Result<void> keep(PartialFile &file, const QByteArray &sha256) const;
    void removePartial(const QString &name) const;
    /// Those nobody went on with since `time`.
    void removePartialsBefore(const QDateTime &time) const;
    /// It is found no more, and can be removed when there is time: as a partial file of the name that is returned; empty when there is no
    /// such blob, or it cannot be moved.
    [[nodiscard]] QString setAside(const QByteArray &sha256) const;
    [[nodiscard]] qint64 size(const QByteArray &sha256) const;
    /// Nothing refers to it any more.
    void remove(const QByteArray &sha256) const;
    /// Nothing refers to any others.
    void removeAllBut(const QSet<QByteArray> &used) const;
    /// Of all blobs together: looks at each.
    [[nodiscard]] qint64 totalSize() const;
    [[nodiscard]] DiskSpace &disk() const { return *m_disk; }

private:
    QString m_folder;
    std::shared_ptr<DiskSpace> m_disk;
};

} // namespace Sonde::Service
