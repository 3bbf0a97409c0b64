// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

namespace Sonde::Service {

inline constexpr qsizetype MostNameLength = 64;

/// What somebody typed as a name, as names are kept: without blanks around it, of one case, and composed (NFC).
[[nodiscard]] UserName userNameFrom(const QString &typed);
/// BadValue (NotAName) unless it is one that nobody takes for another: letters of one script, digits, `. - _ @`, at most 64 of them, and
/// none of those that the journal has for itself.
[[nodiscard]] Result<void> checkUserName(const UserName &name);
/// Of a name that the system gives somebody, what is left as one here.
[[nodiscard]] UserName userNameOfSystem(const QString &name);

/// Nobody adds or enables it: it is armed at the service's own console, for a time.
inline const UserName BreakGlassAccount(QStringLiteral("break-glass"));

} // namespace Sonde::Service
