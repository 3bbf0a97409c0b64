// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Service {

inline constexpr qsizetype MinPasswordLength = 10;
inline constexpr qsizetype MaxPasswordLength = 1024;

/// WeakPassword when nobody should have it.
[[nodiscard]] Result<void> checkPassword(const QString &password);
/// scrypt (N=2^15, r=8, p=1) with a fresh salt, in a form that names its parameters. About a tenth of a second: not on an event loop.
[[nodiscard]] QByteArray hashPassword(const QString &password);
/// Takes the same time for an empty or foreign `hash`, which no password fits.
[[nodiscard]] bool passwordFits(const QString &password, const QByteArray &hash);

} // namespace Sonde::Service
