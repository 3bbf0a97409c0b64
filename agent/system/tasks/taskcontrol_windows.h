// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

/// What the scheduler is told, by the path of a task: "\Microsoft\Windows\X".
namespace Sonde::Agent::TaskControl {

/// All of it that is needed to make it again.
struct Definition {
    QString xml;
    QString security; ///< SDDL; empty: that could not be asked for
};
/// NotFound.
[[nodiscard]] Result<Definition> read(const QString &path);
[[nodiscard]] Result<void> remove(const QString &path);
/// FileExists when there is one of that path.
[[nodiscard]] Result<void> add(const QString &path, const Definition &definition);

} // namespace Sonde::Agent::TaskControl
