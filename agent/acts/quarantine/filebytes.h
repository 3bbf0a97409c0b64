// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayView>
#include <optional>

/// Bytes of an open file, by its number in this program. What went wrong names no subject.
namespace Sonde::Agent::FileBytes {

/// From where the file is.
[[nodiscard]] Result<void> write(int file, QByteArrayView bytes);
[[nodiscard]] Result<void> writeAt(int file, QByteArrayView bytes, qint64 offset);
/// Fewer only at the end of the file. Without an offset from where the file is.
[[nodiscard]] Result<qsizetype> read(int file, char *bytes, qsizetype most, std::optional<qint64> offset = {});
[[nodiscard]] Result<qint64> size(int file);
[[nodiscard]] Result<void> setSize(int file, qint64 size);
/// To the beginning.
[[nodiscard]] Result<void> rewind(int file);
/// All that was written is on disk when this returns.
[[nodiscard]] Result<void> flush(int file);

/// What lies between holes.
struct Extent {
    qint64 begin = 0;
    qint64 end = 0;
};
/// The next data at or after `at`; none before `size`: both are `size`. A file system that knows no holes says that all is data.
[[nodiscard]] Extent nextData(int file, qint64 at, qint64 size);

} // namespace Sonde::Agent::FileBytes
