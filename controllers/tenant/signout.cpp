// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/signout.h"

#include "transport/tls/tlsclient.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {
/// A program that ends waits for it.
constexpr auto SignOutDeadline = 2s;
} // namespace

SignOut::SignOut(const QUrl &service, const QString &token, const QSslConfiguration &tls, QObject *parent)
    : QObject(parent)
{
    QUrl url = service;
    url.setPath(u"/api/sign-out"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setSslConfiguration(tls);
    request.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(SignOutDeadline);
    const QJsonObject body{{u"token"_s, token}};
    m_reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(m_reply, &QNetworkReply::finished, this, &SignOut::finished);
}

SignOut::~SignOut()
{
    m_reply->disconnect(this);
}

} // namespace Sonde::Client

#include "moc_signout.cpp"
