// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/alternatives.h"
#include "transport/bulk/bulksocket.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <variant>

/// Where file bytes travel: a TLS connection of their own on the service's one port, chosen by ALPN, one transfer each. It is made for
/// threads that may wait, and speaks OpenSSL directly: QSslSocket moves about 40 % as many bytes in a second.
///
/// A frame is a 32-bit length (big-endian), a kind (0: file bytes, 1: control) and as many bytes. Who connects says Open with a ticket it
/// was given over the control channel; the rest is in bulktransfer.h.
namespace Sonde {

inline constexpr auto BulkProtocol = "sonde-bulk/1";
inline constexpr qsizetype BulkChunkBytes = 256 * 1024;

namespace Bulk {
template<int Line> struct At;
constexpr int First = __LINE__;
// clang-format off
SONDE_ALTERNATIVE(Open) { QString ticket; };
/// From the receiver: it has the first `offset` bytes, which have this hash.
SONDE_ALTERNATIVE(Ready) { qint64 offset = 0; QByteArray sha256; };
/// From the receiver: so many bytes more may be sent.
SONDE_ALTERNATIVE(Credit) { qint64 bytes = 0; };
/// From the sender, before any bytes: what the receiver has is no beginning of this; all of it follows.
SONDE_ALTERNATIVE(Restart) { };
/// From the sender: that was all, and this is its hash.
SONDE_ALTERNATIVE(End) { qint64 size = 0; QByteArray sha256; };
/// From the receiver: it has all of it, whole, verified and on disk.
SONDE_ALTERNATIVE(Verified) { };
/// From the sender: it has written down that the receiver has it.
SONDE_ALTERNATIVE(Noted) { };
/// From either: it cannot go on, and trying again would not help.
SONDE_ALTERNATIVE(Failed) { Error error; };
// clang-format on
constexpr int Last = __LINE__;

using Control = Alternatives<At, First, Last>;

/// File bytes (valid until the next receive()), or a control.
using Frame = std::variant<std::span<const char>, Control>;
} // namespace Bulk

/// Keys and trust for bulk connections: TLS 1.3 with the tenant's CA as the only one trusted. Shared by connections and threads.
class BulkTls final
{
    Q_DISABLE_COPY_MOVE(BulkTls)

public:
    struct Own {
        QList<QSslCertificate> chain;
        QSslKey key;
    };

    /// `own` may be empty: a workstation has no certificate, its ticket says who it is.
    [[nodiscard]] static Result<std::shared_ptr<const BulkTls>> client(
        const QSslCertificate &authority, const Own &own = {});
    [[nodiscard]] static Result<std::shared_ptr<const BulkTls>> server(
        const QSslCertificate &authority, const Own &own);
    ~BulkTls();

private:
    friend class BulkStream;
    struct Private;
    explicit BulkTls(std::unique_ptr<Private> d);
    [[nodiscard]] static Result<std::shared_ptr<const BulkTls>> make(
        bool isServer, const QSslCertificate &authority, const Own &own);
    std::unique_ptr<Private> d;
};

/// Where the service is and how to trust it.
struct BulkEndpoint {
    QUrl service; ///< https://host:port
    std::shared_ptr<const BulkTls> tls;
};

/// One bulk connection. Every call waits until it is done, until nothing has moved for Patience (TimedOut), until the other side hung up
/// (Interrupted), or until `stop` is asked for (Cancelled). For one thread.
class BulkStream final
{
    Q_DISABLE_COPY_MOVE(BulkStream)

public:
    static constexpr std::chrono::seconds Patience{60};
    /// For the TLS handshake and the first frame.
    static constexpr std::chrono::seconds OpeningPatience{10};

    /// Connects and says Open. CannotConnect, CertificateRefused.
    [[nodiscard]] static Result<std::unique_ptr<BulkStream>> connect(
        const BulkEndpoint &endpoint, const QString &ticket, const std::stop_token &stop);
    /// The other side of it: takes over an accepted connection and hears its Open.
    struct Accepted {
        std::unique_ptr<BulkStream> stream;
        QString ticket;
        QByteArray certificate; ///< SHA-256 of the client's, which the tenant's CA vouches for; empty: it showed none
    };
    [[nodiscard]] static Result<Accepted> accept(qintptr descriptor, const BulkTls &tls, const std::stop_token &stop);
    ~BulkStream();

    /// Where to put file bytes that sendData() then sends: no copy is made of them.
    [[nodiscard]] std::span<char> dataBuffer();
    [[nodiscard]] Result<void> sendData(qsizetype size);
    [[nodiscard]] Result<void> send(const Bulk::Control &control);
    /// ProtocolViolation for what is no frame. A Failed is returned as its error.
    [[nodiscard]] Result<Bulk::Frame> receive();
    /// The next frame, which must be a T.
    template<typename T>
    [[nodiscard]] Result<T> expect()
    {
        auto frame = receive();
        if (!frame)
            return std::unexpected(frame.error());
        if (auto *control = std::get_if<Bulk::Control>(&*frame)) {
            if (auto *wanted = std::get_if<T>(control))
                return std::move(*wanted);
        }
        return fail(ErrorCode::ProtocolViolation, {}, QStringLiteral("another bulk frame was due"));
    }
    /// Whether receive() would not wait.
    [[nodiscard]] bool hasInput() const;
    /// Other than Patience, while the other side has much to do.
    void setPatience(std::chrono::milliseconds patience);
    [[nodiscard]] const std::stop_token &stopToken() const;
    /// File bytes so far, in either direction.
    [[nodiscard]] qint64 moved() const;
    /// From any thread: what waits here ends, with Interrupted.
    void hangUp() const;

private:
    struct Private;
    explicit BulkStream(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Sonde
