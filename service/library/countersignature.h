// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <memory>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <optional>

namespace Sonde {

using TrustStore = std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)>;

/// These certificates are trusted as they are, whether they are authorities' or not.
[[nodiscard]] TrustStore trustStore(const QList<QSslCertificate> &certificates);

/// When a time stamping authority (RFC 3161) that `trusted` vouches for `at` this time saw this signature; nothing when none did.
[[nodiscard]] std::optional<QDateTime> countersignedAt(
    const PKCS7_SIGNER_INFO &signature, X509_STORE &trusted, const QDateTime &at);

} // namespace Sonde
