// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/signing/signedmessage.h"

namespace Sonde {

/// What the Authenticode signature of a PowerShell script is worth. Valid when all holds: exactly one block and nothing behind it; a
/// digest (SHA-1 or SHA-2) of the text before it; a PKCS#7 signature over that, by a certificate that `publishers` vouch for at `at`
/// (SignedMessage::judgeSigner).
///
/// Of several defects the first in this order is told: Unsigned, Malformed, Appended, Tampered, UnknownPublisher, WrongUsage, Expired.
[[nodiscard]] SignatureVerdict verifyPowerShell(
    const QByteArray &script, const TrustedRoots &publishers, const QDateTime &at);

} // namespace Sonde
