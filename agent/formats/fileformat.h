// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"

namespace Sonde::Agent {

/// The reader of a file's format, which has asked `pass` for what it needs to see; none: there is no more to tell of it. `source`
/// and `terms` have to outlive it. `name`: the file's own, which says of some scripts what they are.
[[nodiscard]] std::unique_ptr<FormatReader> formatReader(
    const ByteSource &source, const QString &name, ContentPass &pass, const SignatureTerms &terms);

} // namespace Sonde::Agent
