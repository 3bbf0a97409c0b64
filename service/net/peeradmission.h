// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/net/pendingrequest.h"
#include "service/tenant/tenant.h"

#include <QHostAddress>
#include <QWebSocketServer>

namespace Sonde::Service {

class WorkstationPeer;

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
    [[nodiscard]] int workstationCount() const { return int(m_workstations.size()); }
    /// Ends the connections of who came in with the access token of this hash, and the ways in that are under way.
    void endConnections(const QByteArray &tokenHash);

private:
    struct SignedIn {
        Analyst analyst;
        QByteArray tokenHash;
    };
    using Identity = std::variant<DeviceId, SignedIn>;
    /// While the upgrade is under way a connection is known by its far end.
    using FarEnd = std::pair<QHostAddress, quint16>;

    [[nodiscard]] Result<Identity> identify(const QSslSocket &socket, const RequestHead &head);
    [[nodiscard]] Result<Identity> identifyAgent(const QSslSocket &socket) const;
    [[nodiscard]] Result<Identity> identifyAnalyst(const QSslSocket &socket, const RequestHead &head);
    void refuse(QSslSocket *socket, const Error &error);
    void acceptUpgraded();
    void addWorkstation(const SignedIn &who, std::unique_ptr<Channel> channel);

    Tenant &m_tenant;
    QWebSocketServer m_upgrader;
    QHash<FarEnd, Identity> m_admitted;
    QHash<WorkstationPeer *, QByteArray> m_workstations; ///< and the hash of the access token of each
};

} // namespace Sonde::Service
