// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

/// Names and other texts of Windows are UTF-16 that nobody checks: half of a surrogate pair can stand alone in them, and a NUL in the middle.
/// Sonde carries the bytes of the same as UTF-8, where a lone surrogate is encoded as if it were a character (WTF-8): nothing is lost.
namespace Sonde::Agent::Windows {

[[nodiscard]] QByteArray deviceBytes(QStringView text);
/// None when nothing on Windows can have that name: bytes that are neither UTF-8 nor a lone surrogate.
[[nodiscard]] std::optional<QString> deviceText(QByteArrayView bytes);

} // namespace Sonde::Agent::Windows
