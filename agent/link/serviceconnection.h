// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/link/channelways.h"
#include "agent/link/identity.h"
#include "agent/link/serviceconversation.h"
#include "agent/link/untoldchanges.h"
#include "transport/base/backoff.h"

namespace Sonde::Agent {

/// Keeps this device connected to its service: opens a channel with the device's certificate, holds a conversation on it, and comes back
/// whenever it is lost.
class ServiceConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceConnection)

public:
    /// While the device is isolated, `isolation` knows where the service is. What is in `untold`, and what comes, the service is told as
    /// soon as it is there.
    ServiceConnection(const AgentIdentity &identity, CommandRunner &runner, UntoldChanges &untold,
        JournalWitness &witness, ChannelWays ways, const std::shared_ptr<Isolation> &isolation = {},
        QObject *parent = nullptr);
    ~ServiceConnection() override;

    void start();
    /// Says goodbye and does not come back.
    void stop();
    /// Tells the service, now or when it is there again.
    void report(const Message::DeviceIsolation &change);
    /// Asks for a certificate for the key of this request (PEM); nothing happens while the service is away.
    void requestCertificate(const QByteArray &request);
    /// What it is connected by: Direct or WebSocket.
    [[nodiscard]] ChannelChoice channel() const { return m_ways.latest(); }

Q_SIGNALS:
    void connected();
    void certificateRenewed(const QByteArray &certificate);

private:
    void open();
    void converse();
    void sendUntold();
    void dropOpening();
    void lost(const Error &reason);

    const AgentIdentity &m_identity;
    CommandRunner &m_runner;
    UntoldChanges &m_untold;
    JournalWitness &m_witness;
    ChannelWays m_ways;
    const std::shared_ptr<Isolation> m_isolation;
    bool m_isGreeted = false;
    const QString m_instance; ///< of this process
    Backoff m_backoff;
    QTimer m_retry;
    QElapsedTimer m_connectedFor;
    std::unique_ptr<ChannelOpening> m_opening;
    std::unique_ptr<ServiceConversation> m_conversation;
    bool m_stopped = false;
};

} // namespace Sonde::Agent
