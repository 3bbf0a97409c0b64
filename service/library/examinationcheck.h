// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

class QFile;

namespace Sonde::Service {

/// Whether a file of this name promises something that is checked before it becomes one of the library's.
[[nodiscard]] bool isChecked(const QString &name);
/// Whether what is in an open `file` is what its `name` promises: YARA rules that compile, a list of hashes, definitions of artefacts, a
/// baseline. RulesMalformed, HashesMalformed, ArtifactsMalformed with the line, BaselineMalformed, BadName; of other files nothing is promised.
/// What is in it may take all memory, any time, or the process: FileCheck is how the service calls it.
[[nodiscard]] Result<void> checkExaminationFile(const QString &name, QFile &file);

} // namespace Sonde::Service
