// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/sidefolder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

namespace Sonde::Agent {

SideFolder::SideFolder(int parent, const QString &item, Make make)
    : m_parent(parent)
    , m_name(".sonde-" + item.toLatin1())
{
    if (make == Make::Yes && ::mkdirat(parent, m_name.constData(), S_IRWXU) != 0)
        return;
    Linux::Descriptor handle(::openat(parent, m_name.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat stat;
    const bool isOurs = handle.isOpen() && ::fstat(handle.number(), &stat) == 0 && stat.st_uid == ::geteuid()
        && (stat.st_mode & 07777) == S_IRWXU;
    if (isOurs)
        m_handle = std::move(handle);
}

SideFolder::~SideFolder()
{
    if (isOpen())
        ::unlinkat(m_parent, m_name.constData(), AT_REMOVEDIR);
}

bool renameWithoutReplacing(int fromFolder, const QByteArray &from, int toFolder, const QByteArray &to)
{
    return ::renameat2(fromFolder, from.constData(), toFolder, to.constData(), RENAME_NOREPLACE) == 0;
}

void flushFolder(int handle)
{
    const Linux::Descriptor folder(::openat(handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    ::fsync(folder.number());
}

} // namespace Sonde::Agent
