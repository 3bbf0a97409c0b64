// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct archive;
struct archive_entry;

namespace Sonde::Agent {

/// Begins to read what lies at `root`, whatever bytes are in the path. False: archive_error_string() says why not.
[[nodiscard]] bool openTree(archive *in, const QByteArray &root);
/// Where an entry that was read lies on this device.
[[nodiscard]] QByteArray treePathOf(archive_entry *entry);
/// What that place is called in an archive: names apart by "/", and below where it is unpacked, never where it was.
[[nodiscard]] QByteArray memberName(const QByteArray &path);

} // namespace Sonde::Agent
