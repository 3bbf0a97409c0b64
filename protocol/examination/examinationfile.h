// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde {

/// What of the library judges files and processes: such a file goes along with every command that examines. And what says which files are
/// worth collecting.
enum class ExaminationFile { None, Rules, KnownBad, KnownGood, Artifacts };

/// By its name, so that it can be seen: .yar and .yara are YARA rules, .bad.hashes and .good.hashes are lists of what is known to be bad, or
/// good, .artifacts.yaml are definitions of artefacts. A list that does not say which is no list (checkListName).
[[nodiscard]] ExaminationFile examinationFile(QStringView name);

/// It goes along with commands that examine.
[[nodiscard]] inline bool examines(QStringView name)
{
    const ExaminationFile kind = examinationFile(name);
    return kind != ExaminationFile::None && kind != ExaminationFile::Artifacts;
}

/// BadName (facts: why = hashes) when a name ends with .hashes and does not say whether it lists the bad or the good.
[[nodiscard]] Result<void> checkListName(const QString &name);

/// No command takes more of them along.
inline constexpr qsizetype MostExaminationFiles = 100;

} // namespace Sonde
