// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/unnamedfile.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace Sonde::Agent {

namespace {

const QByteArray BesideName("file");

} // namespace

UnnamedFile::UnnamedFile(int folder, const QString &item)
    : m_folder(folder)
    , m_file(::openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR))
{
    // Also EISDIR, ENOENT and EINVAL are how kernels and file systems say that they do not know the flag.
    if (!m_file.isOpen() && errno != ENOSPC && errno != EDQUOT && errno != EROFS && errno != EACCES)
        makeBeside(item);
}

void UnnamedFile::makeBeside(const QString &item)
{
    tidy(m_folder, item);
    m_side.reset(new SideFolder(SideFolder::make(m_folder, item))); // it cannot be moved
    if (m_side->isOpen())
        m_file = Linux::Descriptor(::openat(m_side->handle(), BesideName.constData(),
            O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
}

UnnamedFile::~UnnamedFile()
{
    if (m_side && m_side->isOpen())
        ::unlinkat(m_side->handle(), BesideName.constData(), 0);
}

bool UnnamedFile::setName(const QByteArray &name)
{
    if (!m_side) {
        const QByteArray same = "/proc/self/fd/" + QByteArray::number(handle());
        return ::linkat(AT_FDCWD, same.constData(), m_folder, name.constData(), AT_SYMLINK_FOLLOW) == 0;
    }
    if (renameWithoutReplacing(m_side->handle(), BesideName, m_folder, name))
        return true;
    // Not every file system can rename so; a link is never made over what is there.
    return errno == EINVAL && ::linkat(m_side->handle(), BesideName.constData(), m_folder, name.constData(), 0) == 0;
}

void UnnamedFile::tidy(int folder, const QString &item)
{
    const SideFolder side = SideFolder::find(folder, item);
    if (side.isOpen())
        ::unlinkat(side.handle(), BesideName.constData(), 0);
}

} // namespace Sonde::Agent
