// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/tenantfiles.h"

#include <QCborArray>

namespace Sonde {

/// A row of `library`.
[[nodiscard]] QCborArray libraryRow(const LibraryFile &file);

} // namespace Sonde
