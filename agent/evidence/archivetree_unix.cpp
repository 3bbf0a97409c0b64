// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/archivetree.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>

namespace Sonde::Agent {

bool openTree(archive *in, const QByteArray &root)
{
    return archive_read_disk_open(in, root.constData()) == ARCHIVE_OK;
}

QByteArray treePathOf(archive_entry *entry)
{
    return archive_entry_pathname(entry);
}

QByteArray memberName(const QByteArray &path)
{
    const auto start = std::ranges::find_if_not(path, [](char c) { return c == '/'; });
    return start == path.end() ? QByteArray(".") : path.sliced(start - path.begin());
}

} // namespace Sonde::Agent
