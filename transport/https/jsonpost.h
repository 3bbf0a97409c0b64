// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QUrl>

namespace Sonde {

/// One POST of a JSON object to a service: to that service and nobody else, as what is sent may be a password or a token. The certificate
/// must be the service's own (by ServiceTlsName, whatever its address is) and vouched for by whom the TLS configuration trusts; no
/// redirect is followed; a long reply is not read to its end. Reports once, unless it is destroyed before.
class JsonPost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonPost)

public:
    static constexpr std::chrono::seconds Patience{10};
    static constexpr qint64 MostReplyBytes = 64 * 1024;

    /// `service`: https://host:port. `tls`: clientTls() of the tenant's authority. `patience`: how long nothing may move.
    JsonPost(const QUrl &service, const QSslConfiguration &tls, std::chrono::milliseconds patience = Patience,
        QObject *parent = nullptr);
    ~JsonPost() override;

    /// Once. `path` from the root: "/api/…".
    void send(const QString &path, const QJsonObject &body);

Q_SIGNALS:
    /// The object that came with a status of 2xx. Else the error that the service names (RateLimited with the fact retry_after: seconds),
    /// CertificateRefused, CannotConnect (also for what no Sonde service would say, such as a redirect), or ProtocolViolation (far more than a service replies).
    void finished(const Sonde::Result<QJsonObject> &reply);

private:
    void checkSize();
    void read();
    [[nodiscard]] Result<QJsonObject> result() const;
    [[nodiscard]] Error refusal(int status, const QJsonObject &reply) const;

    QUrl m_service;
    QSslConfiguration m_tls;
    std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    bool m_tooLarge = false;
};

} // namespace Sonde
