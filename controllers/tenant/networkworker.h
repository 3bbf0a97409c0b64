// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/signin.h"
#include "transport/bulk/bulkstream.h"
#include "transport/channel/channel.h"
#include "transport/tls/tlsclient.h"

namespace Sonde {
class WebSocketChannel;
class WebSocketOpening;
} // namespace Sonde

namespace Sonde::Client {

/// NetworkLink's other half, on the network thread: authority → token → WebSocket, each step skipped when its result is still good.
class NetworkWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkWorker)

public:
    NetworkWorker();
    ~NetworkWorker() override;

    void open(const Credentials &credentials);
    void send(const AnyMessage &message);
    void close();
    void forget();

Q_SIGNALS:
    /// The tenant's authority is known, before opened(): file bytes may travel too.
    void trusted(const Sonde::BulkEndpoint &endpoint);
    void opened();
    void received(const Sonde::AnyMessage &message);
    void fellSilent(const QDateTime &since);
    void closed(const Sonde::Error &reason);
    void forgotten();

private:
    void learnAuthority();
    void trust(const QSslCertificate &authority);
    void signIn();
    void connectSocket();
    void converse();
    void socketFailed(const Error &reason);
    void dropSteps();
    void finish(const Error &reason);

    Credentials m_credentials;
    std::optional<QSslConfiguration>
        m_tls; ///< made late: the first one initialises TLS, which takes longer than a window's first paint
    bool m_authorityKnown = false;
    AccessToken m_token;
    std::unique_ptr<AuthorityFetcher> m_fetcher;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<WebSocketOpening> m_opening;
    std::unique_ptr<WebSocketChannel> m_channel;
    bool m_tokenIsFresh = false; ///< made by this open()
    int m_signOuts = 0;          ///< under way
    bool m_busy = false;         ///< between open() and closed()
};

} // namespace Sonde::Client
