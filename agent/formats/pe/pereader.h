// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"

namespace Sonde::Agent {

/// None when it is not a Windows program.
[[nodiscard]] std::unique_ptr<FormatReader> peReader(
    const ByteSource &source, ContentPass &pass, const SignatureTerms &terms);

} // namespace Sonde::Agent
