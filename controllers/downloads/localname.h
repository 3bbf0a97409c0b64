// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

/// Names of files that came from devices nobody trusts, on the analyst's machine.
namespace Sonde::Client {

/// Local names are not longer, in UTF-8: file systems take 255 bytes, the rest is for " (2)", ".zip" and ".part".
inline constexpr qsizetype MaxLocalNameBytes = 228;

/// The name under which a device's file is kept here: one that Windows, macOS and Linux can all hold, shows nothing that misleads, and
/// is the same on each. What cannot stay is escaped byte by byte as in URLs (`a:b` is `a%3Ab`, `CON` is `%43ON`, an invalid byte E9 is
/// `%E9`), and so are characters that Unicode normalisation would change, so that two names never meet. A name that becomes too long
/// keeps its beginning and its extension around `~` and 16 digits of the SHA-256 of all of it. `deviceName` is not empty.
[[nodiscard]] QString localName(const QByteArray &deviceName);

/// The way back; nothing when the name was shortened.
[[nodiscard]] std::optional<QByteArray> deviceName(const QString &localName);

} // namespace Sonde::Client
