// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/networkworker.h"

#include "controllers/tenant/signout.h"
#include "transport/websocket/websocketopening.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

NetworkWorker::NetworkWorker() = default;

NetworkWorker::~NetworkWorker() = default;

void NetworkWorker::open(const Credentials &credentials)
{
    if (credentials.service != m_credentials.service || credentials.fingerprint != m_credentials.fingerprint)
        m_authorityKnown = false;
    if (!m_authorityKnown || credentials.user != m_credentials.user || credentials.password != m_credentials.password
        || credentials.embeddedToken != m_credentials.embeddedToken)
        forget();
    m_credentials = credentials;
    m_busy = true;
    m_tokenIsFresh = false;
    if (!m_authorityKnown)
        learnAuthority();
    else if (m_token.value.isEmpty())
        signIn();
    else
        connectSocket();
}

void NetworkWorker::learnAuthority()
{
    m_fetcher = std::make_unique<AuthorityFetcher>(m_credentials.service, m_credentials.fingerprint);
    connect(m_fetcher.get(), &AuthorityFetcher::finished, this, [this](const Result<QSslCertificate> &authority) {
        m_fetcher.release()->deleteLater();
        if (!authority)
            return finish(authority.error());
        trust(*authority);
    });
    m_fetcher->start();
}

void NetworkWorker::trust(const QSslCertificate &authority)
{
    const auto bulk = BulkTls::client(authority);
    if (!bulk)
        return finish(bulk.error());
    m_tls = clientTls(authority);
    m_authorityKnown = true;
    Q_EMIT trusted({m_credentials.service, *bulk});
    signIn();
}

void NetworkWorker::signIn()
{
    m_signIn = std::make_unique<SignIn>(m_credentials, *m_tls);
    connect(m_signIn.get(), &SignIn::finished, this, [this](const Result<AccessToken> &token) {
        m_signIn.release()->deleteLater();
        if (!token)
            return finish(token.error());
        m_token = *token;
        m_tokenIsFresh = true;
        connectSocket();
    });
    m_signIn->start();
}

void NetworkWorker::connectSocket()
{
    m_opening =
        std::make_unique<WebSocketOpening>(ChannelOpening::Order{.service = m_credentials.service, .tls = *m_tls},
            u"/workstation"_s, m_token.value.toLatin1());
    connect(m_opening.get(), &WebSocketOpening::opened, this, &NetworkWorker::converse);
    connect(m_opening.get(), &WebSocketOpening::failed, this, &NetworkWorker::socketFailed);
    m_opening->start();
}

void NetworkWorker::converse()
{
    m_channel = m_opening->takeWebSocket();
    m_opening.release()->deleteLater();
    connect(m_channel.get(), &Channel::received, this, &NetworkWorker::received);
    connect(m_channel.get(), &Channel::fellSilent, this, &NetworkWorker::fellSilent);
    connect(m_channel.get(), &Channel::closed, this, &NetworkWorker::finish);
    Q_EMIT opened();
}

/// It did not become a WebSocket.
void NetworkWorker::socketFailed(const Error &reason)
{
    if (reason.code != ErrorCode::TokenInvalid)
        return finish(reason);
    m_token = {};
    if (m_tokenIsFresh)
        return finish(reason);
    // It expired, or was revoked while we were away: once more from the beginning.
    dropSteps();
    signIn();
}

void NetworkWorker::send(const AnyMessage &message)
{
    if (m_channel)
        m_channel->send(message);
}

void NetworkWorker::close()
{
    if (m_channel && m_channel->socket().state() == QAbstractSocket::ConnectedState)
        m_channel->close({ErrorCode::Interrupted, {}, u"closed here"_s, {}});
    else
        finish({ErrorCode::Interrupted, {}, u"closed here"_s, {}});
}

void NetworkWorker::forget()
{
    const AccessToken token = std::exchange(m_token, {});
    if (token.value.isEmpty()) {
        if (m_signOuts == 0)
            Q_EMIT forgotten();
        return;
    }
    auto *signOut = new SignOut(m_credentials.service, token.value, *m_tls, this);
    ++m_signOuts;
    connect(signOut, &SignOut::finished, this, [this, signOut] {
        signOut->deleteLater();
        if (--m_signOuts == 0)
            Q_EMIT forgotten();
    });
}

void NetworkWorker::finish(const Error &reason)
{
    if (!std::exchange(m_busy, false))
        return;
    dropSteps();
    Q_EMIT closed(reason);
}

void NetworkWorker::dropSteps()
{
    // Called from inside their signals: they go on the next turn.
    for (QObject *done : {static_cast<QObject *>(m_channel.release()), static_cast<QObject *>(m_opening.release()),
             static_cast<QObject *>(m_signIn.release()), static_cast<QObject *>(m_fetcher.release())}) {
        if (done) {
            done->disconnect(this);
            done->deleteLater();
        }
    }
}

} // namespace Sonde::Client

#include "moc_networkworker.cpp"
