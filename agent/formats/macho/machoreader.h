// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"

namespace Sonde::Agent {

/// None when it is not Mach-O, for one machine or several.
[[nodiscard]] std::unique_ptr<FormatReader> machOReader(
    const ByteSource &source, ContentPass &pass, const SignatureTerms &terms);

} // namespace Sonde::Agent
