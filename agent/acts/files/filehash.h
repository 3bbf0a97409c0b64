// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/acts/files/pinnedfile.h"

namespace Sonde::Agent {

/// SHA-256 of the content. TooLarge, Cancelled; FileChanged when it was written to meanwhile.
[[nodiscard]] Result<QByteArray> hashOf(const PinnedFile &file, const LookTerms &terms = {});

} // namespace Sonde::Agent
