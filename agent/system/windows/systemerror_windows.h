// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Agent::Windows {

/// What a function of the system failed with (GetLastError(), a LSTATUS or RPC status), with what it failed on.
[[nodiscard]] Error errorOf(quint32 code, const QString &subject);
/// The same of an NTSTATUS.
[[nodiscard]] Error errorOfStatus(qint32 status, const QString &subject);

} // namespace Sonde::Agent::Windows
