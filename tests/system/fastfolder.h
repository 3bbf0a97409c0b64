// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sonde::Client {

/// In memory where `bytes` more have room there (in a container often 64 MiB have), else the system's temporary folder:
/// what is tried are programs, not a disk that may be slow.
[[nodiscard]] QString fastFolder(qint64 bytes);

} // namespace Sonde::Client
