// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"
#include "transport/bulk/bulkstream.h"

#include <QObject>
#include <QUrl>

namespace Sonde::Client {

/// Where a tenant is and who wants in.
struct Credentials {
    QUrl service = {};        ///< https://host:port
    QString fingerprint = {}; ///< SHA-256 of the tenant's CA, hexadecimal, colons allowed
    UserName user = {};
    QString password = {};
    QString embeddedToken = {}; ///< instead of user and password, for a tenant this program started itself
};

/// The way to a tenant: one connection at a time. Everything is said on the thread of whoever owns it; how the bytes travel is the
/// implementation's business (NetworkLink in production, a scripted one in tests).
class TenantLink : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantLink)

public:
    using QObject::QObject;

    /// Signs in when needed and opens a connection; opened() or closed() follows. Not while one is open.
    virtual void open(const Credentials &credentials) = 0;
    virtual void send(const AnyMessage &message) = 0;
    /// Ends the connection, or the attempt; closed() follows.
    virtual void close() = 0;
    /// Gives the access token up: the service is asked to revoke it, and the next open() signs in anew.
    virtual void forget() = 0;
    /// Where file bytes go to and come from, once the tenant's authority is known; nothing before, and for links without files.
    [[nodiscard]] virtual std::optional<BulkEndpoint> bulkEndpoint() const { return {}; }

Q_SIGNALS:
    void opened();
    /// After forget(): no access token is being given up any more. It is revoked, or could not be within a short time.
    void forgotten();
    void received(const Sonde::AnyMessage &message);
    /// A sign of life of the service is overdue since then. Without a time: it is heard again.
    void fellSilent(const QDateTime &since);
    /// Once for each open(), whether it was opened before or not. SignInFailed, TokenInvalid, RateLimited and CertificateRefused are the
    /// service's answer; CannotConnect, TimedOut and Interrupted may be otherwise the next time.
    void closed(const Sonde::Error &reason);
};

} // namespace Sonde::Client
