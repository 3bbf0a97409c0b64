// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Service {

[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path);
/// Writes a file that only its owner may read, from its first moment, whole or not at all.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &bytes);
/// A directory that only its owner may enter.
[[nodiscard]] Result<void> makePrivateDirectory(const QString &path);

} // namespace Sonde::Service
