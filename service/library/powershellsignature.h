// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vocabulary.h"

#include <QDateTime>
#include <QSslCertificate>

namespace Sonde {

struct SignatureVerdict {
    SignatureState state = SignatureState::None;
    QString signer; ///< the name in its certificate; also when that is not trusted, empty when it is not known

    bool operator==(const SignatureVerdict &) const = default;
};

/// What the Authenticode signature of a PowerShell script is worth. Valid when all holds: exactly one block and nothing behind it; a
/// digest (SHA-1 or SHA-2) of the text before it; a PKCS#7 signature over that by a certificate which leads to one of `publishers` (a
/// certification authority's, or the signer's own), may sign code, and was good at `at` — or when a countersignature says that it was
/// made, whose time stamping authority leads to `publishers` too.
///
/// Of several defects the first in this order is told: Unsigned, Malformed, Appended, Tampered, UnknownPublisher, WrongUsage, Expired.
[[nodiscard]] SignatureVerdict verifyPowerShell(
    const QByteArray &script, const QList<QSslCertificate> &publishers, const QDateTime &at);

} // namespace Sonde
