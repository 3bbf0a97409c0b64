// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/base/devicefolder.h"

/// Paths of Windows as pure functions of their bytes (WTF-8), whatever this runs on. What they return has backslashes.
namespace Sonde::Agent::Windows {

/// `path` as seen from the absolute `folder`, without `.`, `..` and doubled separators: "C:\a", "\\server\share\a". "C:a" is taken from the
/// root of another drive; what begins with a separator from the folder's own root, which is C:\ where the folder has none. A path of the form
/// "\\?\…" is as it is.
[[nodiscard]] QByteArray absolutePath(const QByteArray &folder, const QByteArray &path);
/// Somewhere inside `folder`, both absolute; upper and lower case of ASCII are the same.
[[nodiscard]] bool liesBelow(const QByteArray &path, const QByteArray &folder);
[[nodiscard]] QByteArray joinedPath(const QByteArray &folder, QByteArrayView name);
/// "C:\a\b" is "C:\", a and b; "\\server\share\a" is "\\server\share\" and a.
[[nodiscard]] PathNames namesOf(const QByteArray &path);
/// An absolute path in the form that the system neither shortens nor interprets: "\\?\C:\a", "\\?\UNC\server\share\a". Names in it may
/// end with a dot or a blank, or be called "nul", and it may have 32,767 characters.
[[nodiscard]] QByteArray verbatimPath(const QByteArray &path);
/// The same path as people write it.
[[nodiscard]] QByteArray plainPath(const QByteArray &verbatim);

} // namespace Sonde::Agent::Windows
