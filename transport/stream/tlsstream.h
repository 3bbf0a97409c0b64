// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/stream/streamtls.h"
#include "transport/stream/wire.h"

#include <span>

namespace Sonde {

/// Who is at the other end, by the certificate that it showed now, or when its session began.
struct ShownCertificate {
    QString commonName;
    QByteArray sha256;      ///< of its DER form
    bool isCurrent = false; ///< a session may outlive it
};

/// A TLS connection that never waits: what cannot be done yet is done after `ready`. For one thread.
class TlsStream final
{
    Q_DISABLE_COPY_MOVE(TlsStream)

public:
    TlsStream(TlsSide side, std::unique_ptr<Wire> wire, std::shared_ptr<StreamTls> tls);
    ~TlsStream();

    /// True when it is done. A client fails with CertificateRefused when the service is another one, with NotSupported when it does not know
    /// the protocol; a server with CertificateRefused when what a client showed is not good. Interrupted.
    [[nodiscard]] Result<bool> shakeHands();
    /// So many bytes as are there; none: not now. Interrupted.
    [[nodiscard]] Result<size_t> read(std::span<char> space);
    /// So many bytes as there is room for; none: not now. Interrupted.
    [[nodiscard]] Result<size_t> write(QByteArrayView bytes);
    /// Bytes that were received and not read: nobody says `ready` for these.
    [[nodiscard]] bool hasInput() const;
    /// Has `ready` called for what the last call could not do and, if `reading`, for what comes.
    void watch(bool reading);
    /// `ready` is not called any more.
    void stopWatching();
    /// Says that this side is done: nothing can be written after that.
    void sayGoodbye();

    /// Nothing when none was shown.
    [[nodiscard]] std::optional<ShownCertificate> shown() const;
    /// The handshake was a short one.
    [[nodiscard]] bool isResumed() const;
    [[nodiscard]] const Wire &wire() const { return *m_wire; }

    /// May destroy the stream only later.
    std::function<void()> ready = [] {};

private:
    struct SslFree {
        void operator()(SSL *ssl) const;
    };

    [[nodiscard]] Error errorOf(int kind) const;
    [[nodiscard]] Error handshakeError(int kind) const;
    /// Whether it only has to wait.
    [[nodiscard]] bool hasToWait(int kind);

    const TlsSide m_side;
    const std::unique_ptr<Wire> m_wire;
    const std::shared_ptr<StreamTls> m_tls;
    std::unique_ptr<SSL, SslFree> m_ssl;
    bool m_wantsToWrite = false;
};

} // namespace Sonde
