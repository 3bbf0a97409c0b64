// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Service {

/// Whether what is at `path` is what its `name` in the library promises: YARA rules that compile, a list of hashes, definitions of artefacts, a
/// baseline. RulesMalformed, HashesMalformed, ArtifactsMalformed with the line, BaselineMalformed, BadName; of other files nothing is promised. May take seconds, on any thread.
[[nodiscard]] Result<void> checkExaminationFile(const QString &name, const QString &path);

} // namespace Sonde::Service
