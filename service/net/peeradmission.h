// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/net/pendingrequest.h"
#include "service/rates/ratelimit.h"
#include "service/tenant/tenant.h"

#include <QHostAddress>
#include <QPointer>
#include <QWebSocketServer>

namespace Sonde {
class FramedAccepting;
struct ShownCertificate;
} // namespace Sonde

namespace Sonde::Service {

class FrameMasks;
class WorkstationPeer;

/// Of one user at the same time, those under way included.
inline constexpr int MostWorkstationsOfUser = 32;

/// Decides who may speak the protocol: devices by their client certificate, analysts by their access token. Everybody else is refused with
/// a reason before a WebSocket exists.
class PeerAdmission final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeerAdmission)

public:
    explicit PeerAdmission(Tenant &tenant, QObject *parent = nullptr);

    /// Takes the socket, with its request unread.
    void admit(QSslSocket *socket, const RequestHead &head);
    /// Takes what an agent opened.
    void admitAgent(FramedAccepting *agent);
    [[nodiscard]] int workstationCount() const { return int(m_workstations.size()); }
    /// Ends the connections of who came in with the access token of this hash, and the ways in that are under way.
    void endConnections(const QByteArray &tokenHash);
    /// Of all that this user came in with.
    void endConnectionsOf(const UserName &user);

private:
    using Identity = std::variant<DeviceId, Analyst>;
    struct Admitted {
        Identity identity;
        QPointer<QSslSocket> socket;
        FrameMasks *masks = nullptr; ///< a child of the socket
    };
    /// While the upgrade is under way a connection is known by its far end.
    using FarEnd = std::pair<QHostAddress, quint16>;

    [[nodiscard]] Result<Identity> identify(const QSslSocket &socket, const RequestHead &head);
    [[nodiscard]] Result<Identity> identifyAgent(const QSslSocket &socket);
    [[nodiscard]] Result<DeviceId> identifyShown(const std::optional<ShownCertificate> &shown);
    /// By a certificate that the tenant's CA vouches for.
    [[nodiscard]] Result<DeviceId> identifyDevice(const DeviceId &device, const QByteArray &certificate);
    [[nodiscard]] Result<Identity> identifyAnalyst(const QSslSocket &socket, const RequestHead &head);
    [[nodiscard]] int connectionsOf(const UserName &user) const;
    void refuse(QSslSocket *socket, const Error &error);
    template<typename Fits> void endAll(Fits fits);
    void acceptUpgraded();
    void refuseUnmasked(QSslSocket &socket);
    void addWorkstation(const Analyst &who, std::unique_ptr<Channel> channel);

    Tenant &m_tenant;
    QWebSocketServer m_upgrader;
    QHash<FarEnd, Admitted> m_admitted;
    QHash<WorkstationPeer *, Analyst> m_workstations;
    RateLimit m_reconnections; ///< of each device: every one is written down
};

} // namespace Sonde::Service
