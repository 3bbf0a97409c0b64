// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde {

/// A folder for what nobody else may read or change: made when it is missing, and closed to all but its owner. CannotStart when it belongs to
/// somebody else, is a link, or lies where somebody else, other than root, may put another one in its place: whoever did that would have what
/// is kept in it.
[[nodiscard]] Result<void> makeOwnFolder(const QString &path);

} // namespace Sonde
