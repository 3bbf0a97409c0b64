// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>

namespace Sonde::Agent {

/// How the script in `path` is run here: an interpreter that is installed, its options, and the path. `name` is what people call it.
/// NoInterpreter (facts: interpreter, missing), WindowsLineEnds (facts: line) when it is a shell script with CR before a line end, ReadFailed.
[[nodiscard]] Result<QByteArrayList> interpreterFor(const QString &name, const QString &path);

} // namespace Sonde::Agent
