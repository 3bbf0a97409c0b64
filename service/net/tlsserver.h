// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/identity/certificateauthority.h"
#include "service/net/handshakequeue.h"
#include "service/net/pendingrequest.h"
#include "service/transfers/bulkport.h"

#include <QSslServer>

namespace Sonde {
class FramedAccepting;
class StreamTls;
} // namespace Sonde

namespace Sonde::Service {

/// The one TLS port. Bounds every connection in time and size until it has said what it wants, then hands it on: to the HTTP server it is
/// bound to, one request per connection, as an upgrade, as an agent's channel, or to the bulk port. Agents that are more than can shake hands
/// at once wait for their turn: they are all back after a restart, and whoever is refused comes again, later and later.
class TlsServer final : public QSslServer
{
    Q_OBJECT

public:
    /// More connections than this that have not said what they want are not taken: they would only wait for each other.
    static constexpr int MaxPending = 4096;
    /// …of one place; a quarter of all where few files may be open. It may be a building full of devices back after a power cut.
    static constexpr int MaxPendingOfPlace = 512;
    /// Agents that have said hello. Not all at once: each handshake has some memory, and one that the other side does not go on with has it
    /// until its deadline.
    static constexpr HandshakeQueue::Limits AgentLimits{
        .underWay = 2048, .underWayOfPlace = 256, .waiting = 16'384, .waitingOfPlace = 12'288};
    /// An agent gives up after 15 s: later than that its handshake would be in vain.
    static constexpr std::chrono::seconds LongestWait{12};

    TlsServer(const CertificateAuthority &authority, QStringList names, BulkPort &bulk, QObject *parent = nullptr);
    ~TlsServer() override;

    /// A fresh server certificate; to be called before listening, and again before it runs out.
    [[nodiscard]] Result<void> renewCertificate();
    [[nodiscard]] int pendingCount() const { return m_pending + m_agents.waiting() + m_agents.underWay(); }
    [[nodiscard]] quint64 refusedCount() const { return m_refused; }

Q_SIGNALS:
    /// Its handshake is done; whoever takes the signal owns it. It takes the place of a handshake as long as it is there.
    void agentArrived(Sonde::FramedAccepting *agent);
    /// It showed a certificate that the tenant's CA does not vouch for.
    void agentRefused(const QString &address, const Sonde::Error &reason);
    /// The request is still to be read from the socket; whoever takes the signal owns it.
    void upgradeRequested(QSslSocket *socket, const Sonde::Service::RequestHead &head);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void queueAgent(qintptr descriptor);
    /// As many as there are places for.
    void acceptAgents();
    void acceptAgent(const HandshakeQueue::Turn &turn);
    void refuse(qintptr descriptor);
    void refuseOverdue();
    /// Serves all others.
    void encrypt(qintptr descriptor);
    /// Counts it as one that has not said what it wants, until `pending` goes.
    void count(const QObject &pending, const QString &place);
    void handOver(QSslSocket *socket, const RequestHead &head);
    void serveOneRequest(QSslSocket *socket);

    const CertificateAuthority &m_authority;
    QStringList m_names;
    BulkPort &m_bulk;
    std::shared_ptr<StreamTls> m_agentTls;
    HandshakeQueue m_agents;
    QTimer m_overdue; ///< runs while an agent waits
    int m_pending = 0;
    QHash<QString, int> m_pendingOf; ///< of each place
    quint64 m_refused = 0;
};

} // namespace Sonde::Service
