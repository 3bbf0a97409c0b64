// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/openfiles.h"

#include "agent/acts/files/pinnedfile.h"
#include "agent/system/files/files.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The names of a folder that are numbers. Taken before any of them is looked into: a visit must not read another folder.
std::vector<QByteArray> numbersIn(const QByteArray &folder)
{
    std::vector<QByteArray> names;
    std::ignore = readDirectory(folder, [&names](const DirectoryEntry &entry) {
        bool isNumber = false;
        std::ignore = entry.name.toLongLong(&isNumber);
        if (isNumber)
            names.push_back(entry.name.toByteArray());
        return true;
    });
    return names;
}

} // namespace

OpenFiles OpenFiles::take(const std::stop_token &stop)
{
    OpenFiles files;
    for (const QByteArray &pid : numbersIn("/proc")) {
        if (stop.stop_requested())
            break;
        if (pid.toLongLong() == ::getpid())
            continue;
        const QByteArray process = "/proc/" + pid;
        const QString name = u"%1 (%2)"_s.arg(
            QString::fromUtf8(Linux::readWhole(process + "/comm").value_or("?").trimmed()), QString::fromLatin1(pid));
        files.add(process + "/exe", name);
        for (const QByteArray &handle : numbersIn(process + "/fd"))
            files.add(process + "/fd/" + handle, name);
    }
    return files;
}

void OpenFiles::add(const QByteArray &link, const QString &process)
{
    struct stat stat;
    if (::stat(link.constData(), &stat) != 0 || !S_ISREG(stat.st_mode))
        return;
    QStringList &known = m_processes[Identity(stat.st_dev, stat.st_ino)];
    if (!known.contains(process))
        known += process;
}

QStringList OpenFiles::openersOf(const PinnedFile &file) const
{
    return m_processes.value(Identity(file.stat().st_dev, file.stat().st_ino));
}

} // namespace Sonde::Agent
