// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>

/// What Qt's files do not offer of the operating system's. Results are errno values, 0 for success.
namespace Sonde::Disk {

[[nodiscard]] int writeAt(int handle, qint64 offset, std::span<const char> bytes);
/// Asks for a range to be written in the background; a hint.
void startFlush(int handle, qint64 offset, qint64 size);
/// Returns when everything written is on disk.
[[nodiscard]] int flush(int handle);
void flushFolder(const QString &folder);
/// Renames within a volume, atomically, over what is there.
[[nodiscard]] int replace(const QString &from, const QString &to);
/// Whether an errno says that there is no room, on the disk or for this user.
[[nodiscard]] bool meansFull(int error);
/// That its owner may still write to the disk of a folder; negative when that cannot be told.
[[nodiscard]] qint64 freeBytes(const QString &folder);

} // namespace Sonde::Disk
