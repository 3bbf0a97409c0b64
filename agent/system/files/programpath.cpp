// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/programpath.h"

#include "agent/system/files/filetree.h"

#include <array>

namespace Sonde::Agent::Linux {

QByteArray programPath(const FileTree &tree, const QByteArray &name)
{
    if (name.isEmpty() || name.contains('/'))
        return name;
    static constexpr std::array folders{
        "/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"};
    for (const char *folder : folders) {
        if (QByteArray path = folder + name; tree.isExecutable(path))
            return path;
    }
    return name;
}

} // namespace Sonde::Agent::Linux
