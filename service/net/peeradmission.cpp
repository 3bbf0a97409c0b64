// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/peeradmission.h"

#include "service/net/framemasks.h"
#include "service/net/workstationpeer.h"
#include "transport/framed/framedaccepting.h"
#include "transport/tls/tlsclient.h"
#include "transport/websocket/websocketchannel.h"

#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

constexpr auto UpgradeCloseTime = 2s;
/// A network that breaks again and again is no attack; a device that comes and goes all day is.
constexpr TokenBucket::Rate ReconnectionRate{120, 0.5};
/// A frame is read when all of it is there.
constexpr qint64 ReadBufferBytes = MaxMessageBytes + 64 * 1024;

bool offersOurProtocol(const RequestHead &head)
{
    const auto offered = head.value("sec-websocket-protocol").split(',');
    return std::ranges::any_of(offered, [](const QByteArray &name) { return name.trimmed() == SubProtocol; });
}

} // namespace

PeerAdmission::PeerAdmission(Tenant &tenant, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_upgrader(u"sonde-service"_s, QWebSocketServer::NonSecureMode)
    , m_reconnections(ReconnectionRate)
{
    connect(&m_tenant, &Tenant::userRevoked, this, &PeerAdmission::endConnectionsOf);
    m_upgrader.setSupportedSubprotocols({QLatin1StringView(SubProtocol)});
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &PeerAdmission::acceptUpgraded);
}

void PeerAdmission::admit(QSslSocket *socket, const RequestHead &head)
{
    const auto identity = identify(*socket, head);
    if (!identity)
        return refuse(socket, identity.error());
    const FarEnd farEnd{socket->peerAddress(), socket->peerPort()};
    auto *masks = new FrameMasks(*socket);
    connect(masks, &FrameMasks::missing, this, [this, socket] { refuseUnmasked(*socket); });
    m_admitted.insert(farEnd, {*identity, socket, masks});
    connect(socket, &QObject::destroyed, this, [this, farEnd] { m_admitted.remove(farEnd); });
    // From here on the WebSocket owns it.
    disconnect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->setReadBufferSize(ReadBufferBytes);
    m_upgrader.handleConnection(socket);
}

void PeerAdmission::admitAgent(FramedAccepting *agent)
{
    const auto device = identifyShown(agent->shown());
    auto channel = agent->takeChannel();
    if (device) {
        agent->deleteLater();
        return m_tenant.router.adopt(*device, std::move(channel));
    }
    m_tenant.refusedPeer(agent->peerAddress(), device.error().reason);
    // Until it has heard why, it counts as one that has not said what it wants.
    auto *refused = channel.release();
    refused->setParent(agent);
    connect(refused, &Channel::closed, agent, &QObject::deleteLater);
    refused->setReading(false);
    refused->send(Message::ProtocolError{device.error()});
    refused->close(device.error());
}

Result<PeerAdmission::Identity> PeerAdmission::identify(const QSslSocket &socket, const RequestHead &head)
{
    if (head.has("origin"))
        return fail(ErrorCode::NotPermitted, QString::fromLatin1(head.value("origin")),
            u"web pages may not connect (Origin header)"_s);
    if (!offersOurProtocol(head))
        return fail(ErrorCode::VersionMismatch, {},
            u"the subprotocol %1 was not offered"_s.arg(QLatin1StringView(SubProtocol)));
    if (head.path == "/agent")
        return identifyAgent(socket);
    if (head.path == "/workstation")
        return identifyAnalyst(socket, head);
    return fail(ErrorCode::NotFound, QString::fromUtf8(head.path));
}

Result<PeerAdmission::Identity> PeerAdmission::identifyAgent(const QSslSocket &socket)
{
    const QSslCertificate certificate = socket.peerCertificate();
    if (certificate.isNull())
        return fail(ErrorCode::CertificateRefused, {}, u"an agent shows its certificate"_s);
    if (const auto errors = socket.sslHandshakeErrors(); !errors.isEmpty())
        return fail(ErrorCode::CertificateRefused, certificate.subjectDisplayName(), errors.first().errorString());
    return identifyDevice(DeviceId(certificate.subjectInfo(QSslCertificate::CommonName).value(0)),
        certificate.digest(QCryptographicHash::Sha256));
}

Result<DeviceId> PeerAdmission::identifyShown(const std::optional<ShownCertificate> &shown)
{
    if (!shown)
        return fail(ErrorCode::CertificateRefused, {}, u"an agent shows its certificate"_s);
    // Who takes up a session again has shown it before.
    if (!shown->isCurrent)
        return fail(ErrorCode::CertificateRefused, shown->commonName, u"its certificate has ended"_s);
    return identifyDevice(DeviceId(shown->commonName), shown->sha256);
}

Result<DeviceId> PeerAdmission::identifyDevice(const DeviceId &device, const QByteArray &certificate)
{
    if (!m_tenant.inventory.isKnown(device, certificate))
        return fail(ErrorCode::CertificateRefused, device.value(), u"not the certificate of an enrolled device"_s);
    if (!m_reconnections.allow(device.value()))
        return fail(ErrorCode::RateLimited, device.value(), u"it connects too often"_s)
            .with(Fact::RetryAfter, qint64(m_reconnections.retryAfter(device.value()).count()));
    m_tenant.inventory.showCertificate(device, certificate);
    return device;
}

Result<PeerAdmission::Identity> PeerAdmission::identifyAnalyst(const QSslSocket &socket, const RequestHead &head)
{
    const QByteArray authorization = head.value("authorization");
    if (!authorization.startsWith("Bearer "))
        return fail(ErrorCode::NotSignedIn);
    const QString token = QString::fromLatin1(authorization.sliced(7).trimmed());
    const auto user = m_tenant.tokens.useAccess(token, socket.peerAddress().toString());
    if (!user)
        return std::unexpected(user.error());
    const auto known = m_tenant.store.user(*user);
    if (!known || known->disabled)
        return fail(ErrorCode::UserUnknown, user->value());
    if (connectionsOf(*user) >= MostWorkstationsOfUser)
        return fail(ErrorCode::LimitReached, user->value()).with(Fact::Limit, MostWorkstationsOfUser);
    // What their roles give is looked at when the connection is there.
    Analyst analyst(known->name, known->roles, Grants());
    analyst.token = secretHash(token);
    return analyst;
}

int PeerAdmission::connectionsOf(const UserName &user) const
{
    const auto underWay = std::ranges::count_if(m_admitted, [&](const Admitted &admitted) {
        const auto *who = std::get_if<Analyst>(&admitted.identity);
        return who && who->name == user;
    });
    return int(underWay)
        + int(std::ranges::count_if(m_workstations, [&](const Analyst &who) { return who.name == user; }));
}

void PeerAdmission::refuse(QSslSocket *socket, const Error &error)
{
    m_tenant.refusedPeer(socket->peerAddress().toString(), error.reason.isEmpty() ? debugText(error) : error.reason);
    socket->write(httpRefusal(error));
    socket->disconnectFromHost();
    QTimer::singleShot(UpgradeCloseTime, socket, &QSslSocket::abort);
}

void PeerAdmission::acceptUpgraded()
{
    while (auto *raw = m_upgrader.nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(raw);
        const FarEnd farEnd{socket->peerAddress(), socket->peerPort()};
        if (!m_admitted.contains(farEnd))
            continue;
        // Out of the table first: a connection that breaks on its first word takes its entry along.
        const Admitted admitted = m_admitted.take(farEnd);
        auto channel = std::make_unique<WebSocketChannel>(std::move(socket));
        channel->setTransport(admitted.socket);
        admitted.masks->begin();
        if (const auto *device = std::get_if<DeviceId>(&admitted.identity))
            m_tenant.router.adopt(*device, std::move(channel));
        else
            addWorkstation(std::get<Analyst>(admitted.identity), std::move(channel));
    }
}

void PeerAdmission::refuseUnmasked(QSslSocket &socket)
{
    m_tenant.refusedPeer(socket.peerAddress().toString(), u"it sent a frame without a mask (RFC 6455)"_s);
    // Whoever serves it must not get to see the frame.
    socket.abort();
}

void PeerAdmission::addWorkstation(const Analyst &who, std::unique_ptr<Channel> channel)
{
    auto *peer = new WorkstationPeer(who, std::move(channel), m_tenant, this);
    m_workstations.insert(peer, who);
    connect(peer, &Peer::misbehaved, this,
        [this, peer](const Error &reason) { m_tenant.refusedPeer(peer->address(), reason.reason); });
    connect(peer, &Peer::closed, this, [this, peer] {
        m_workstations.remove(peer);
        peer->deleteLater();
    });
}

template<typename Fits>
void PeerAdmission::endAll(Fits fits)
{
    m_admitted.removeIf([&](const auto &entry) {
        const auto *who = std::get_if<Analyst>(&entry.value().identity);
        return who && fits(*who);
    });
    // Some may be gone as soon as they are closed.
    const auto workstations = m_workstations;
    for (const auto &[peer, who] : workstations.asKeyValueRange()) {
        if (fits(who))
            peer->close({ErrorCode::NotSignedIn, {}, u"signed out"_s, {}});
    }
}

void PeerAdmission::endConnections(const QByteArray &tokenHash)
{
    endAll([&](const Analyst &who) { return who.token == tokenHash; });
}

void PeerAdmission::endConnectionsOf(const UserName &user)
{
    endAll([&](const Analyst &who) { return who.name == user; });
}

} // namespace Sonde::Service

#include "moc_peeradmission.cpp"
