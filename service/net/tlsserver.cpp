// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/tlsserver.h"

#include "service/net/firstbytes.h"
#include "service/rates/addresskey.h"
#include "transport/base/processlimits.h"
#include "transport/bulk/peeraddress.h"
#include "transport/framed/framedaccepting.h"

#include <QSslConfiguration>

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
constexpr auto OneRequestTime = 30s;
/// Whoever finds it full comes again a second later, or three: as many as the system lets it be.
constexpr int Backlog = 4096;
constexpr auto OverdueInterval = 1s;
/// What the secret is for that tickets are sealed with.
constexpr auto TicketLabel = "session tickets of agents";
/// Descriptors for the database, files and those who have said what they want.
constexpr int KeptDescriptors = 512;
/// It takes so many places to keep everybody out.
constexpr int PlacesAtLeast = 4;

/// A process that may open few files keeps some for its work, and the others are shared: `most`, or this part of them.
int shareOf(int most, double part)
{
    return std::max(64, std::min(most, int((mostDescriptors() - KeptDescriptors) * part)));
}

int mostPending()
{
    static const int most = shareOf(TlsServer::MaxPending, 0.5);
    return most;
}

/// However few they are, one place leaves most of them to others.
int mostPendingOfPlace()
{
    return std::min(TlsServer::MaxPendingOfPlace, mostPending() / PlacesAtLeast);
}

HandshakeQueue::Limits agentLimits()
{
    constexpr HandshakeQueue::Limits most = TlsServer::AgentLimits;
    const int underWay = shareOf(most.underWay, 0.25);
    const int waiting = shareOf(most.waiting, 0.25);
    return {underWay, std::min(most.underWayOfPlace, underWay / PlacesAtLeast), waiting,
        std::min(most.waitingOfPlace, waiting * 3 / 4)};
}

} // namespace

TlsServer::TlsServer(const CertificateAuthority &authority, QStringList names, BulkPort &bulk, QObject *parent)
    : QSslServer(parent)
    , m_authority(authority)
    , m_names(std::move(names))
    , m_bulk(bulk)
    , m_agents(agentLimits())
{
    setListenBacklogSize(Backlog);
    setMaxPendingConnections(MaxPending);
    connect(&m_overdue, &QTimer::timeout, this, &TlsServer::refuseOverdue);
}

TlsServer::~TlsServer()
{
    for (const qintptr descriptor : m_agents.takeOlderThan(HandshakeQueue::Clock::time_point::max()))
        closeDescriptor(descriptor);
}

Result<void> TlsServer::renewCertificate()
{
    const auto credentials = m_authority.issueServer(m_names);
    if (!credentials)
        return std::unexpected(credentials.error());
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    // The CA goes along: who pins its fingerprint must see it once.
    tls.setLocalCertificateChain(credentials->chain);
    tls.setPrivateKey(credentials->key);
    // Asked for, not demanded: agents have one, workstations do not. Whether it is good decides who serves the request.
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    tls.setCaCertificates({m_authority.certificate()});
    setSslConfiguration(tls);
    const auto bulk = BulkTls::server(m_authority.certificate(), {credentials->chain, credentials->key});
    if (!bulk)
        return std::unexpected(bulk.error());
    auto agents = StreamTls::server(m_authority.certificate(), {credentials->chain, credentials->key}, AgentProtocol,
        m_authority.derive(TicketLabel));
    if (!agents)
        return std::unexpected(agents.error());
    m_bulk.setTls(*bulk);
    m_agentTls = *std::move(agents);
    return {};
}

void TlsServer::incomingConnection(qintptr descriptor)
{
    const QString place = placeOf(peerOf(descriptor));
    if (m_pending >= mostPending() || m_pendingOf.value(place) >= mostPendingOfPlace())
        return refuse(descriptor);
    auto *first = new FirstBytes(descriptor, this);
    count(*first, place);
    connect(first, &FirstBytes::bulk, &m_bulk, &BulkPort::accept);
    connect(first, &FirstBytes::agent, this, &TlsServer::queueAgent);
    connect(first, &FirstBytes::other, this, &TlsServer::encrypt);
    connect(first, &FirstBytes::gone, this, [this] { ++m_refused; });
    for (const auto over : {&FirstBytes::bulk, &FirstBytes::agent, &FirstBytes::other})
        connect(first, over, first, &QObject::deleteLater);
    connect(first, &FirstBytes::gone, first, &QObject::deleteLater);
}

void TlsServer::count(const QObject &pending, const QString &place)
{
    ++m_pending;
    ++m_pendingOf[place];
    connect(&pending, &QObject::destroyed, this, [this, place] {
        --m_pending;
        if (--m_pendingOf[place] == 0)
            m_pendingOf.remove(place);
    });
}

void TlsServer::refuse(qintptr descriptor)
{
    ++m_refused;
    closeDescriptor(descriptor);
}

void TlsServer::queueAgent(qintptr descriptor)
{
    if (!m_agents.add(descriptor, placeOf(peerOf(descriptor))))
        return refuse(descriptor);
    acceptAgents();
}

void TlsServer::acceptAgents()
{
    while (const auto turn = m_agents.next())
        acceptAgent(*turn);
    if (m_agents.waiting() == 0)
        m_overdue.stop();
    else if (!m_overdue.isActive())
        m_overdue.start(OverdueInterval);
}

void TlsServer::refuseOverdue()
{
    for (const qintptr descriptor : m_agents.takeOlderThan(HandshakeQueue::Clock::now() - LongestWait))
        refuse(descriptor);
    acceptAgents();
}

void TlsServer::acceptAgent(const HandshakeQueue::Turn &turn)
{
    auto *agent = new FramedAccepting(turn.descriptor, m_agentTls, this);
    connect(agent, &QObject::destroyed, this, [this, place = turn.place] {
        m_agents.end(place);
        acceptAgents();
    });
    connect(agent, &FramedAccepting::refused, this, [this, agent](const Error &reason) {
        ++m_refused;
        agent->deleteLater();
        if (reason.code == ErrorCode::CertificateRefused)
            Q_EMIT agentRefused(agent->peerAddress(), reason);
    });
    connect(agent, &FramedAccepting::accepted, this, [this, agent] { Q_EMIT agentArrived(agent); });
}

void TlsServer::encrypt(qintptr descriptor)
{
    const QString place = placeOf(peerOf(descriptor));
    auto *socket = new QSslSocket(this);
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    if (!socket->setSocketDescriptor(descriptor)) {
        ++m_refused;
        socket->abort();
        socket->deleteLater();
        return;
    }
    // Without it every handshake waits for a delayed acknowledgement.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSslConfiguration(sslConfiguration());
    auto *request = new PendingRequest(*socket);
    count(*request, place);
    connect(request, &PendingRequest::refused, this, [this] { ++m_refused; });
    connect(request, &PendingRequest::complete, this, [this, socket, request](const RequestHead &head) {
        request->deleteLater();
        handOver(socket, head);
    });
    socket->startServerEncryption();
}

void TlsServer::handOver(QSslSocket *socket, const RequestHead &head)
{
    if (head.isUpgrade())
        Q_EMIT upgradeRequested(socket, head);
    else
        serveOneRequest(socket);
}

void TlsServer::serveOneRequest(QSslSocket *socket)
{
    // From here on the HTTP server owns it, and deletes it when the client is gone and no answer is under way.
    disconnect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    addPendingConnection(socket);
    Q_EMIT socket->readyRead();
    // The request was complete when it was handed over; what comes after it is nobody's.
    connect(socket, &QSslSocket::readyRead, socket, [socket] {
        if (socket->bytesAvailable() > 0)
            socket->abort();
    });
    // Whoever was answered has nothing more to say here. Later: the answer is written in pieces, and the HTTP server still at it.
    connect(
        socket, &QSslSocket::bytesWritten, socket,
        [socket] {
            if (socket->bytesToWrite() == 0)
                socket->disconnectFromHost();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(OneRequestTime, socket, &QSslSocket::abort);
}

} // namespace Sonde::Service

#include "moc_tlsserver.cpp"
