// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>

namespace Sonde::Agent::Linux {

/// The content of a file compressed by xz, zstd or gzip, and of one that is not. TooLarge when it is more than `most` bytes.
[[nodiscard]] Result<QByteArray> decompressed(const QByteArray &bytes, qint64 most);

} // namespace Sonde::Agent::Linux
