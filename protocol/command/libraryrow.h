// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/tenantfiles.h"

#include <QCborValue>
#include <QMap>

namespace Sonde {

/// What is said of a file of the library, by field: the columns of the console's `library`, and what only sonde-cli shows besides (its
/// signer, who made this version).
[[nodiscard]] QMap<QString, QCborValue> libraryRow(const LibraryFile &file);

} // namespace Sonde
