// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QHash>
#include <QSslSocket>
#include <QTimer>

namespace Sonde::Service {

/// The head of an HTTP/1.1 request.
struct RequestHead {
    QByteArray method;
    QByteArray path;                                  ///< without the query
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case

    [[nodiscard]] bool has(QByteArrayView name) const;
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] bool isUpgrade() const { return value("upgrade").toLower() == "websocket"; }
};

/// The head of a request that begins these bytes; nothing while it is not all there. ProtocolViolation when it is none.
[[nodiscard]] Result<std::optional<RequestHead>> parseHead(const QByteArray &bytes);

/// A whole answer on a connection that is then closed.
[[nodiscard]] QByteArray httpRefusal(const Error &error);
[[nodiscard]] int httpStatus(ErrorCode code);
[[nodiscard]] QByteArray errorJson(const Error &error);

/// Waits for the first request on a new connection, TLS handshake included, within a deadline and a size, and leaves its bytes in the
/// socket for whoever serves it. Nothing is parsed twice and nothing unbounded is ever held for someone who has not signed in.
class PendingRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PendingRequest)

public:
    /// For everything until the request is there: TLS and the head, also when they come a byte at a time.
    static constexpr std::chrono::seconds Deadline{10};
    static constexpr qint64 MaxBytes = 64 * 1024;

    /// Becomes a child of the socket, which is being encrypted.
    explicit PendingRequest(QSslSocket &socket);

Q_SIGNALS:
    void complete(const Sonde::Service::RequestHead &head);
    /// The socket was told (when it could be) and is being closed.
    void refused(const Sonde::Error &reason);

private:
    void look();
    void refuse(const Error &error);
    [[nodiscard]] Result<bool> isBodyThere(const RequestHead &head, const QByteArray &bytes) const;

    QSslSocket &m_socket;
    QTimer m_deadline;
    bool m_over = false;
};

} // namespace Sonde::Service
