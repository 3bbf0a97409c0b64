// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// The escapes of C, as systemd and udev take them in their files: systemd.syntax(7), udev(7).
namespace Sonde::Agent::Linux {

/// Appends what the escape at `at` stands for, where a backslash is: \n, \s (a blank), \x20, \040, \u00e9, \U0001f600. How many characters it
/// takes; 0 when it is none.
[[nodiscard]] qsizetype takeEscape(QByteArrayView text, qsizetype at, QByteArray &into);

/// The whole text with its escapes undone; a backslash that begins none stays.
[[nodiscard]] QByteArray withoutEscapes(QByteArrayView text);

} // namespace Sonde::Agent::Linux
