// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/type/filetype.h"

#include <optional>

namespace Sonde::Agent {

/// What shows itself by a few bytes at one place.
[[nodiscard]] std::optional<FileType> typeByMagic(QByteArrayView head);

} // namespace Sonde::Agent
