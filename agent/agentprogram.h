// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentoptions.h"
#include "agent/engine/commandlog.h"
#include "agent/link/enrolment.h"
#include "agent/link/serviceconnection.h"

#include <QLockFile>
#include <QTimer>

namespace Sonde::Agent {

struct IsolationChange;

/// The agent of one folder: enrolled if need be, then connected until it is stopped.
class AgentProgram final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AgentProgram)

public:
    /// `webSocket`: makes what opens a WebSocket; empty in an agent that was built without them.
    explicit AgentProgram(AgentOptions options, ChannelOpener webSocket, QObject *parent = nullptr);
    ~AgentProgram() override;

    void start();
    /// Leaves the service and stops what runs. False when something cannot be stopped.
    [[nodiscard]] bool stop();

Q_SIGNALS:
    /// Connected for the first time.
    void ready(const Sonde::DeviceId &device, const QUrl &service, Sonde::Agent::ChannelChoice channel);
    void failed(const Sonde::Error &error);

private:
    [[nodiscard]] Result<void> prepare();
    /// Enrolled with the tenant that is asked for, or asked for none.
    [[nodiscard]] bool belongsTo(const AgentIdentity &identity) const;
    void enrol();
    void enrolled(const Result<AgentIdentity> &identity);
    void tellIsolation(const IsolationChange &change);
    void connectAs(const AgentIdentity &identity);
    /// Asks for another certificate when the one there is has not long to go.
    void renewWhenDue();
    void renewed(const QByteArray &certificate);
    /// Connects with the new certificate, as soon as nothing runs.
    void becomeRenewed();

    AgentOptions m_options;
    const ChannelOpener m_webSocket;
    AgentFolder m_folder;
    QLockFile m_lock;
    CommandLog m_log;
    UntoldChanges m_untold;
    JournalWitness m_witness;
    std::shared_ptr<BlobCache> m_blobs;
    std::shared_ptr<WorkingFolder> m_working;
    std::shared_ptr<Isolation> m_isolation;
    std::shared_ptr<Acts> m_acts;
    AgentIdentity m_identity;
    std::unique_ptr<Enrolment> m_enrolment;
    std::unique_ptr<CommandRunner> m_runner;
    std::unique_ptr<ServiceConnection> m_connection;
    QStringList m_never; ///< verbs
    QByteArray m_newKey; ///< of the certificate that was asked for
    std::optional<AgentIdentity> m_renewed;
    QTimer m_renewal;
    bool m_ready = false;
};

} // namespace Sonde::Agent
