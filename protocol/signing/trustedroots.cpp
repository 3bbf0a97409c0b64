// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/trustedroots.h"

#include <openssl/x509_vfy.h>

namespace Sonde {

TrustStore trustStore(const TrustedRoots &roots)
{
    TrustStore store(X509_STORE_new(), &X509_STORE_free);
    for (const QSslCertificate &certificate : roots.certificates) {
        const QByteArray der = certificate.toDer();
        const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
        const std::unique_ptr<X509, decltype(&X509_free)> parsed(
            d2i_X509(nullptr, &bytes, long(der.size())), &X509_free);
        if (parsed)
            X509_STORE_add_cert(store.get(), parsed.get());
    }
    if (roots.andSystems)
        X509_STORE_set_default_paths(store.get());
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

} // namespace Sonde
