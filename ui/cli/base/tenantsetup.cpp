// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantsetup.h"

#include "controllers/tenant/knowntenants.h"
#include "protocol/base/codec.h"
#include "transport/tls/tlsclient.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/tenantaccess.h"

#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

TenantSetup::TenantSetup(const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

void TenantSetup::run()
{
    if (m_options.passwordFile.isEmpty() || m_options.fingerprint.isEmpty()) {
        return refuse({ErrorCode::MissingParameter,
            m_options.fingerprint.isEmpty() ? u"--fingerprint"_s : u"--password-file"_s, {},
            {{u"usage"_s, u"--tenant URL --fingerprint SHA256 --user NAME --password-file FILE setup < TOKEN"_s}}});
    }
    const auto password = readSecret(m_options.passwordFile);
    const auto token = readSecret({});
    if (!password || !token)
        return refuse((password ? token : password).error());

    auto *fetcher = new AuthorityFetcher(QUrl(m_options.tenant), m_options.fingerprint, this);
    connect(fetcher, &AuthorityFetcher::finished, this,
        [this, token = *token, password = *password](const Result<QSslCertificate> &authority) {
            if (authority)
                post(*authority, token, password);
            else
                refuse(authority.error());
        });
    fetcher->start();
}

void TenantSetup::post(const QSslCertificate &authority, const QString &token, const QString &password)
{
    QUrl url(m_options.tenant);
    url.setPath(u"/api/setup"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setSslConfiguration(clientTls(authority));
    request.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(20s);
    const QJsonObject body{{u"token"_s, token}, {u"user"_s, m_options.user.toCaseFolded()}, {u"password"_s, password}};
    QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply] { read(reply); });
}

void TenantSetup::read(QNetworkReply *reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300) {
        KnownTenants().remember(QUrl(m_options.tenant), m_options.fingerprint);
        Q_EMIT finished(ExitStatus::Completed);
        return;
    }
    if (status == 0)
        return refuse({ErrorCode::CannotConnect, m_options.tenant, reply->errorString(), {}});
    const QJsonObject error = QJsonDocument::fromJson(reply->readAll()).object().value("error"_L1).toObject();
    const auto code = Codec::fromWireName<ErrorCode>(error.value("code"_L1).toString());
    refuse({code.value_or(ErrorCode::ProtocolViolation), error.value("subject"_L1).toString(),
        error.value("reason"_L1).toString(), {}});
}

void TenantSetup::refuse(const Error &error)
{
    Printer::error(error);
    Q_EMIT finished(exitStatusFor(error));
}

} // namespace Sonde::Client

#include "moc_tenantsetup.cpp"
