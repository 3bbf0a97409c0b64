// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"

namespace Sonde::Client {

/// A tag, and how many of some devices have it.
struct TagUse {
    QString tag;
    qsizetype devices = 0;

    bool operator==(const TagUse &) const = default;
};

/// Those that some of these devices have, by name.
[[nodiscard]] std::vector<TagUse> tagUses(const std::vector<DeviceRecord> &devices);

} // namespace Sonde::Client
