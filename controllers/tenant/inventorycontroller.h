// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/inventory/devicemodel.h"
#include "models/session/sessionlistmodel.h"

namespace Sonde::Client {

/// Keeps the inventory and the tenant's sessions up to date while there is a connection, and opens sessions.
class InventoryController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InventoryController)

public:
    using EligibilityAnswer = std::function<void(Result<Message::Eligibility>)>;
    using SessionAnswer = std::function<void(Result<SessionRecord>)>;

    InventoryController(
        TenantClient &client, DeviceModel &devices, SessionListModel &sessions, QObject *parent = nullptr);

    [[nodiscard]] DeviceModel &devices() { return m_devices; }
    [[nodiscard]] SessionListModel &sessions() { return m_sessions; }
    /// The first listing is all there.
    [[nodiscard]] bool isComplete() const { return m_devicesComplete && m_sessionsComplete; }

    void fetchEligibility(const DeviceId &device, QObject *context, EligibilityAnswer answer);
    /// DeviceHeld names the holder ("holder", "since"); `takeOver` ends their session when the service allows it.
    void startSession(const DeviceId &device, QObject *context, SessionAnswer answer, const QString &reason = {},
        bool takeOver = false);
    void closeSession(SessionId session, QObject *context, std::function<void(Result<Message::Done>)> answer);

Q_SIGNALS:
    /// After each connection: everything listed.
    void completed();
    void failed(const Sonde::Error &error);

private:
    void watch();
    void apply(const AnyMessage &message);
    void flush();

    TenantClient &m_client;
    DeviceModel &m_devices;
    SessionListModel &m_sessions;
    std::vector<DeviceRecord> m_pendingDevices; ///< shown together, once per frame
    std::vector<SessionRecord> m_pendingSessions;
    QTimer m_frame;
    bool m_devicesComplete = false;
    bool m_sessionsComplete = false;
};

} // namespace Sonde::Client
