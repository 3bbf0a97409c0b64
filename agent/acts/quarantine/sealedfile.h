// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <stop_token>

/// A file's content encrypted (AES-256-GCM), in pieces that know their place, so that holes stay holes and nothing can be left out,
/// repeated or brought from another file:
///
///     "SONDEQ1\n"  nonce (12)  piece…  last
///     piece: offset (8)  length (4)  bytes (length)  tag (16)          the offset in the content, little endian
///     last:  size   (8)  0       (4)  SHA-256 of the content (32, encrypted)  tag (16)
///
/// Handles are read and written from where they are; whoever calls has made them.
namespace Sonde::Agent::SealedFile {

struct Seal {
    qint64 size = 0;
    QByteArray sha256; ///< of the content, holes read as zeros
};

/// Encrypts all of `from` into `to`, under the name it will be opened by. Cancelled when `stop` asks.
[[nodiscard]] Result<Seal> write(
    int from, int to, const QByteArray &key, const QByteArray &name, const std::stop_token &stop);
/// The content again, with its holes. HashMismatch when it is not, to the last byte, what was sealed under this name.
[[nodiscard]] Result<Seal> read(int from, int to, const QByteArray &key, const QByteArray &name);
/// Whether it was written to its end. Does not read what is between.
[[nodiscard]] bool isWhole(int handle);

inline constexpr qsizetype KeyBytes = 32;

} // namespace Sonde::Agent::SealedFile
