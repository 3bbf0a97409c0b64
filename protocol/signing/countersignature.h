// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <optional>

namespace Sonde {

[[nodiscard]] std::optional<QDateTime> toDateTime(const ASN1_TIME &time);

/// When a time stamping authority (RFC 3161) that `trusted` vouches for `at` this time saw this signature; nothing when none did.
[[nodiscard]] std::optional<QDateTime> countersignedAt(
    const PKCS7_SIGNER_INFO &signature, X509_STORE &trusted, const QDateTime &at);

} // namespace Sonde
