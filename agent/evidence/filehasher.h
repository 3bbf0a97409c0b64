// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/contentpass.h"
#include "agent/system/files/files.h"

#include <functional>
#include <stop_token>

namespace Sonde::Agent {

struct FileHashes {
    QByteArray md5; ///< binary, as the other two
    QByteArray sha1;
    QByteArray sha256;
    qint64 bytes = 0; ///< read
};

/// Reads a file once and makes three hashes of it: SHA-1 and SHA-256 on this thread, MD5, which has no help from the processor, on a
/// second one. Cancelled when `stop` asks; TooLarge when there is more than `limit` to read. `progress` is told the bytes read so far; `pass`
/// sees all of them go by.
[[nodiscard]] Result<FileHashes> hashFile(OpenFile &file, qint64 limit, const std::stop_token &stop,
    const std::function<void(qint64)> &progress, ContentPass *pass = nullptr);

/// Of bytes in memory.
[[nodiscard]] FileHashes hashBytes(QByteArrayView bytes, ContentPass *pass = nullptr);

/// All that a file gives whose content is made up while it is read (OpenFile::isMadeByKernel()). TooLarge beyond 64 MiB.
[[nodiscard]] Result<QByteArray> readMade(OpenFile &file);

} // namespace Sonde::Agent
