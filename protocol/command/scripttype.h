// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>

namespace Sonde {

enum class ScriptLanguage { Sh, Bash, Python, PowerShell, Batch };

/// What a script is written in. The service's policy and the device's choice of an interpreter go by the same rule.
struct ScriptType {
    ScriptLanguage language = ScriptLanguage::Sh;
    QByteArrayList options; ///< of its `#!` line: `#!/bin/bash -eu` has "-eu"

    bool operator==(const ScriptType &) const = default;
};

/// From the beginning of a file: its `#!` line if it has one (with or without env), else the extension of its name: .sh, .bash, .py, .ps1,
/// .cmd, .bat.
/// NoInterpreter with the reason when it is none of these.
[[nodiscard]] Result<ScriptType> scriptType(const QString &name, QByteArrayView head);
/// This many bytes of a file are enough for it.
inline constexpr qsizetype ScriptHeadBytes = 512;

/// The program that runs it: "sh", "bash", "python3", "pwsh", "cmd".
[[nodiscard]] QString interpreterName(ScriptLanguage language);
/// For a shell, the CR of a Windows line end is part of the command; the other languages take both.
[[nodiscard]] bool needsUnixLines(ScriptLanguage language);

} // namespace Sonde
