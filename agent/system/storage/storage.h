// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QFileDevice>

namespace Sonde::Agent {

/// Returns when all that was written is on disk. StorageFailed.
[[nodiscard]] Result<void> flushToDisk(QFileDevice &file);

/// A folder that only the agent's account may enter, made when it is missing.
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);

/// Writes a file that only the agent's account may read: the whole of it or nothing, also when the power fails.
[[nodiscard]] Result<void> savePrivateFile(const QString &path, const QByteArray &content);

} // namespace Sonde::Agent
