// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Sonde::Agent {

/// "1f2e3d4c": names a line of a file by what it says, without the blanks at its sides. A line number would change with every line above.
[[nodiscard]] QByteArray lineHash(const QByteArray &content);

/// The line of `path` that says this for the `occurrence`th time (from 0): "/etc/crontab#1f2e3d4c", "/etc/crontab#1f2e3d4c-2".
[[nodiscard]] QByteArray lineId(const QByteArray &path, const QByteArray &content, int occurrence);

} // namespace Sonde::Agent
