// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Sonde {

/// What a file is by its first bytes (4 KiB are enough), whatever its name says: "ELF 64-bit executable, x86-64", "PE32+ library, x86-64",
/// "script for /bin/sh", "zip archive", "UTF-8 text"… "data" when nothing is known of it, "empty" when there is nothing.
/// How much of its beginning tells what a file is: the superblocks of some file systems lie this deep.
constexpr qint64 FileTypeBytes = 68 * 1024;

[[nodiscard]] QString fileType(QByteArrayView head);

} // namespace Sonde
