// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/homes.h"

#include "agent/system/files/filetree.h"
#include "agent/system/linux/passwdparser.h"

#include <QSet>

namespace Sonde::Agent::Linux {

std::vector<Home> listHomes(FileTree &tree)
{
    std::vector<Home> homes;
    // Nobody lives in these, though some accounts say so.
    QSet<QByteArray> seen{"", "/", "/bin", "/dev", "/usr/sbin", "/usr/bin", "/sbin", "/proc"};
    const auto add = [&](const QByteArray &user, const QByteArray &path) {
        if (!seen.contains(path) && path.startsWith('/') && tree.isFolder(path))
            homes.push_back({user, path});
        seen.insert(path);
    };
    for (const PasswdEntry &entry : parsePasswd(tree.read("/etc/passwd").value_or(QByteArray())))
        add(entry.name, entry.home);
    for (const QByteArray &path : tree.entries("/home"))
        add(baseName(path), path);
    add("root", "/root");
    return homes;
}

} // namespace Sonde::Agent::Linux
