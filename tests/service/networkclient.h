// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/testpeer.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>
#include <QWebSocket>

namespace Sonde::Service {

struct HttpAnswer {
    int status = 0;
    QJsonObject body;
    QByteArray text;
};
[[nodiscard]] QString errorCode(const HttpAnswer &answer);

/// What a device has after enrolment; `tls` shows its certificate.
struct DeviceIdentity {
    DeviceId id;
    QSslConfiguration tls;
};

/// A key of P-256 and a certificate request for it, in PEM.
struct KeyAndRequest {
    QByteArray key;
    QByteArray request;
};
[[nodiscard]] KeyAndRequest makeRequest();
/// A certificate of the authority in `directory` for `device` that ended yesterday.
[[nodiscard]] QSslCertificate expiredCertificate(
    const QString &directory, const DeviceId &device, const QByteArray &keyPem);

/// Speaks to a service over its real port; waits for each answer.
class NetworkClient final
{
public:
    NetworkClient() = default;
    NetworkClient(const QUrl &service, const QSslCertificate &authority);

    [[nodiscard]] const QSslConfiguration &tls() const { return m_tls; }
    [[nodiscard]] HttpAnswer get(const QString &path, const QString &token = {});
    [[nodiscard]] HttpAnswer post(const QString &path, const QJsonObject &body);
    [[nodiscard]] DeviceIdentity enrol(const QString &token, const QString &name = QStringLiteral("desk-1"));

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    /// Connected, or null with the reason in `refusal()`.
    [[nodiscard]] std::unique_ptr<QWebSocket> open(
        const QString &path, const QSslConfiguration &tls, const Headers &headers = {});
    [[nodiscard]] std::unique_ptr<TestPeer> openAgent(
        const DeviceIdentity &device, const std::vector<CommandId> &held = {});
    [[nodiscard]] std::unique_ptr<TestPeer> openWorkstation(const QString &token);
    [[nodiscard]] QString refusal() const { return m_refusal; }
    /// The status and JSON error of an upgrade request, spoken by hand.
    [[nodiscard]] HttpAnswer upgrade(
        const QString &path, const QSslConfiguration &tls, const QByteArray &extraHeaders = {});
    /// A TLS connection to write bytes into; null when there is none.
    [[nodiscard]] std::unique_ptr<QSslSocket> connectRaw(const QSslConfiguration &tls) const;

private:
    [[nodiscard]] HttpAnswer finish(QNetworkReply *reply);
    [[nodiscard]] QNetworkRequest request(const QString &path) const;

    QUrl m_service;
    QSslConfiguration m_tls;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QString m_refusal;
};

} // namespace Sonde::Service
