// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Code pages of Windows by their numbers, as pure functions.
namespace Sonde::Agent::Windows {

inline constexpr quint32 Utf8Page = 65001;

/// What others call it, by a name under which exactly its characters are meant: "IBM850", "windows-31j" and not "Shift_JIS", which has
/// fewer.
[[nodiscard]] QString encodingOfCodePage(quint32 page);
/// What Python calls it: "cp932", "utf-8".
[[nodiscard]] QByteArray pythonEncodingOfCodePage(quint32 page);

} // namespace Sonde::Agent::Windows
