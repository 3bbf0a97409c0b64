// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/tls/sslcontext.h"

namespace Sonde {

/// Keys and trust of streams: TLS 1.3 with the tenant's CA as the only one trusted, buffers that are given back when nothing is said, and
/// sessions that are taken up again: whoever was here before shows a ticket instead of a certificate, and who they are is read from that.
/// For one thread.
class StreamTls final
{
    Q_DISABLE_COPY_MOVE(StreamTls)

public:
    /// Remembers the session that a service gave last. CannotStart.
    [[nodiscard]] static Result<std::shared_ptr<StreamTls>> client(
        const QSslCertificate &authority, const OwnCertificate &own, const char *protocol);
    /// `secret`: what tickets are sealed with (TicketKeys). CannotStart.
    [[nodiscard]] static Result<std::shared_ptr<StreamTls>> server(
        const QSslCertificate &authority, const OwnCertificate &own, const char *protocol, const QByteArray &secret);
    ~StreamTls();
    struct Private;

    /// The next client is to be known by its certificate again.
    void forgetSession();

private:
    friend class TlsStream;
    explicit StreamTls(std::unique_ptr<Private> own);
    std::unique_ptr<Private> d;
};

} // namespace Sonde
