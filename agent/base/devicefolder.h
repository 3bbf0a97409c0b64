// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Sonde::Agent {

/// `path` as seen from the absolute `folder`, absolute and without `.`, `..` and doubled separators. As in a shell's `cd`, `..` leaves
/// the folder that is written before it, also when that is a link; `~` is an ordinary name.
[[nodiscard]] QByteArray absolutePath(const QByteArray &folder, const QByteArray &path);

/// Somewhere inside `folder`, both absolute.
[[nodiscard]] bool liesBelow(const QByteArray &path, const QByteArray &folder);

/// `name` inside `folder`.
[[nodiscard]] QByteArray joinedPath(const QByteArray &folder, QByteArrayView name);

} // namespace Sonde::Agent
