// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>

/// What Windows does with files at the next start, before anybody can have them open: its list is a value of the registry.
namespace Sonde::Agent::PendingMoves {

/// Moves a file then, or deletes it when `to` is empty.
[[nodiscard]] Result<void> add(const QByteArray &path, const QByteArray &to);
[[nodiscard]] bool has(const QByteArray &path);
/// The file stays. NotFound when nothing was going to be done to it.
[[nodiscard]] Result<void> remove(const QByteArray &path);

} // namespace Sonde::Agent::PendingMoves
