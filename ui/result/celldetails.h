// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/time/timetext.h"

class QModelIndex;

namespace Sonde::Client {

/// What a cell's text leaves out: of a time the milliseconds, other zones and its age, of a size the bytes. Empty for others. The index
/// has ResultModel's roles.
[[nodiscard]] QString cellDetails(const QModelIndex &cell, const TimeText &times);

} // namespace Sonde::Client
