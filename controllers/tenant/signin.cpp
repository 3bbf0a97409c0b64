// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/signin.h"

#include "protocol/base/reason.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QJsonObject bodyFor(const Credentials &credentials)
{
    if (!credentials.embeddedToken.isEmpty())
        return {{u"embedded_token"_s, credentials.embeddedToken}};
    return {{u"user"_s, credentials.user.value()}, {u"password"_s, credentials.password}};
}

} // namespace

SignIn::SignIn(const Credentials &credentials, const QSslConfiguration &tls)
    : m_credentials(credentials)
    , m_post(credentials.service, tls)
{
    connect(&m_post, &JsonPost::finished, this, [this](const Result<QJsonObject> &reply) {
        Q_EMIT finished(reply.and_then([this](const QJsonObject &fields) { return tokenFrom(fields); }));
    });
}

void SignIn::start()
{
    m_post.send(u"/api/sign-in"_s, bodyFor(m_credentials));
}

Result<AccessToken> SignIn::tokenFrom(const QJsonObject &reply) const
{
    const AccessToken token{
        reply.value("token"_L1).toString(), QDateTime::fromString(reply.value("expires"_L1).toString(), Qt::ISODate)};
    if (token.value.isEmpty())
        return fail(ErrorCode::CannotConnect, m_credentials.service.toString(), Reason::ReplyIncomplete);
    return token;
}

} // namespace Sonde::Client

#include "moc_signin.cpp"
