// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"
#include "protocol/base/result.h"

#include <QByteArray>
#include <QCborMap>
#include <sys/stat.h>

namespace Sonde::Agent {

/// A file that was found by its path, held by handles from then on: whatever the path leads to later, it is this one. Regular files and
/// symbolic links themselves; no link is followed on the way.
class PinnedFile final
{
public:
    /// NotFound, NotADirectory where a link is on the way, NotARegularFile.
    [[nodiscard]] static Result<PinnedFile> open(const QByteArray &path);

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] const QByteArray &name() const { return m_name; }
    [[nodiscard]] int folder() const { return m_folder.number(); }
    [[nodiscard]] int handle() const { return m_handle.number(); } ///< names the file (O_PATH), cannot be read
    [[nodiscard]] bool isLink() const { return S_ISLNK(m_stat.st_mode); }
    /// As it was when it was opened.
    [[nodiscard]] const struct stat &stat() const { return m_stat; }
    [[nodiscard]] Result<Linux::Descriptor> openForReading() const;
    /// A path by which calls without a handle reach this very file.
    [[nodiscard]] QByteArray magicPath() const;

    /// The facts that tell it from others, as it is now: device, inode, generation, size, modified, changed; not its content.
    [[nodiscard]] QCborMap identity() const;
    /// What `name` in `folder` is, it is this file.
    [[nodiscard]] bool isAt(int folder, const QByteArray &name) const;

    /// What `path` leads to is this file. Opens nothing.
    [[nodiscard]] bool isBehind(const QByteArray &path) const;

private:
    PinnedFile(QByteArray path, Linux::Descriptor folder, Linux::Descriptor handle, const struct stat &stat);

    QByteArray m_path;
    QByteArray m_name;
    Linux::Descriptor m_folder;
    Linux::Descriptor m_handle;
    struct stat m_stat;
};

/// A folder, opened by going into one after the other: NotADirectory where one of them is a link.
[[nodiscard]] Result<Linux::Descriptor> openFolderWithoutLinks(const QByteArray &path);

} // namespace Sonde::Agent
