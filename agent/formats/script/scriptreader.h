// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"

namespace Sonde::Agent {

/// None when it is not a script: text with a `#!` line, with the name of one, or with the block of a signature.
[[nodiscard]] std::unique_ptr<FormatReader> scriptReader(
    const ByteSource &source, const QString &name, ContentPass &pass, const SignatureTerms &terms);

} // namespace Sonde::Agent
