// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/sweep.h"

namespace Sonde::Agent {

struct Volumes;

/// Where something bad is found most often: the images of all processes, what starts by itself with the programs that it starts, and the
/// folders of temporary and downloaded files. `root`: where the device's configuration lies.
[[nodiscard]] SweepRequest usualPlaces(const QByteArray &root, const Volumes &volumes, const std::stop_token &stop);

} // namespace Sonde::Agent
