// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Sonde::Agent {

class ByteSource;

/// How much of its beginning tells what a file is: the superblocks of some file systems lie this deep.
constexpr qint64 FileTypeBytes = 68 * 1024;

struct FileType {
    QString name;     ///< "ELF 64-bit executable, x86-64", "script for /bin/sh", "zip archive", "UTF-8 text"…
    QString mimeType; ///< as file(1) names it
};

/// What a file is by its first bytes, whatever its name says: "data" when nothing is known of it, "empty" when there is nothing.
[[nodiscard]] FileType fileType(QByteArrayView head);
/// The same of a whole file: what an ELF file is may stand far behind its beginning.
[[nodiscard]] FileType fileType(const ByteSource &source);

/// UTF-16 with its mark, or no control characters but those that texts have: as file(1) judges it, by the first 64 KiB.
[[nodiscard]] bool isTextHead(QByteArrayView head);

} // namespace Sonde::Agent
