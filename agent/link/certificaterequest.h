// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>

namespace Sonde::Agent {

/// A new P-256 key and the request (PKCS#10) to certify it, both PEM.
struct CertificateRequest {
    QByteArray key;
    QByteArray request;
};
[[nodiscard]] Result<CertificateRequest> makeCertificateRequest(const QString &commonName);

} // namespace Sonde::Agent
