// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Sonde::Agent {

/// A container of files that is opened to look into it, by its first 512 bytes: zip, 7-Zip, RAR, cabinet, tar, cpio, ar, and what gzip, bzip2, xz and
/// Zstandard make.
[[nodiscard]] bool looksLikeArchive(QByteArrayView head);

} // namespace Sonde::Agent
