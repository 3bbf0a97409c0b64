// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QSslCertificate>
#include <QSslKey>
#include <memory>
#include <openssl/types.h>

namespace Sonde {

/// What one side shows; an analyst shows nothing.
struct OwnCertificate {
    QList<QSslCertificate> chain;
    QSslKey key;
};

enum class TlsSide { Client, Server };

struct SslContextFree {
    void operator()(SSL_CTX *context) const;
};
using SslContext = std::unique_ptr<SSL_CTX, SslContextFree>;

/// TLS 1.3 that trusts `authority` alone, for what speaks OpenSSL directly. Of a client a certificate is asked for, not demanded; one that
/// is shown must be good. A server chooses `protocol` (ALPN) and refuses who does not offer it; a client offers it. No sessions are kept.
/// CannotStart.
[[nodiscard]] Result<SslContext> makeSslContext(
    TlsSide side, const QSslCertificate &authority, const OwnCertificate &own, const char *protocol);

/// What OpenSSL says went wrong last in this thread; it is forgotten by that.
[[nodiscard]] QString takeSslReason();

} // namespace Sonde
