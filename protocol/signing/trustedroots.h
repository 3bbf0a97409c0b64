// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <memory>
#include <openssl/x509.h>

namespace Sonde {

/// Whose word counts: these certificates as they are, whether they are authorities' or not, and where `andSystems` the authorities that the
/// operating system trusts.
struct TrustedRoots {
    // NOLINTNEXTLINE(google-explicit-constructor): a list of certificates is such roots
    TrustedRoots(QList<QSslCertificate> trusted, bool andTheSystems = false)
        : certificates(std::move(trusted))
        , andSystems(andTheSystems)
    {
    }

    QList<QSslCertificate> certificates;
    bool andSystems;
};

using TrustStore = std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)>;

/// The system's authorities are looked up when a chain asks for them, not loaded here.
[[nodiscard]] TrustStore trustStore(const TrustedRoots &roots);

} // namespace Sonde
