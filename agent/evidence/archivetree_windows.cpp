// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/archivetree.h"

#include "agent/base/windowspath.h"
#include "agent/system/windows/devicetext.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>

namespace Sonde::Agent {

bool openTree(archive *in, const QByteArray &root)
{
    const auto text = Windows::deviceText(root);
    return text && archive_read_disk_open_w(in, reinterpret_cast<const wchar_t *>(text->utf16())) == ARCHIVE_OK;
}

QByteArray treePathOf(archive_entry *entry)
{
    const wchar_t *path = archive_entry_pathname_w(entry);
    QByteArray bytes = path ? Windows::deviceBytes(QString::fromWCharArray(path)) : QByteArray();
    return Windows::plainPath(bytes.replace('/', '\\'));
}

/// "C:\a" is "C/a", "\\server\share\a" is "server/share/a".
QByteArray memberName(const QByteArray &path)
{
    QByteArray name = path;
    name.replace('\\', '/').replace(':', QByteArray());
    const auto start = std::ranges::find_if_not(name, [](char c) { return c == '/'; });
    return start == name.end() ? QByteArray(".") : name.sliced(start - name.begin());
}

} // namespace Sonde::Agent
