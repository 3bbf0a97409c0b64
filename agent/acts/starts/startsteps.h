// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/files/filesteps.h"

namespace Sonde::Agent {

/// Where a path of the device is, when the device lies in a folder (tests), without links on the way. NotFound.
[[nodiscard]] Result<QByteArray> placeOf(const QByteArray &root, const QByteArray &path);

/// Linux only. Adds the step that takes one line out of it; `name`: TextLines::find(). NotFound when it has no such line.
[[nodiscard]] Result<void> addRemoveLine(
    ActPlan &plan, const QByteArray &place, const QByteArray &name, const QString &subject);

} // namespace Sonde::Agent
