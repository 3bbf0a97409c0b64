// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/childprogram.h"
#include "controllers/tenant/tenantlink.h"

#include <QLockFile>

namespace Sonde::Client {

/// A whole tenant for one user on this computer: a child sonde-service on loopback and a child sonde-agent, with the TLS, enrolment and
/// sign-in of any other tenant. Both end with us; one that dies is started again on the same port.
class EmbeddedTenant final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmbeddedTenant)

public:
    static constexpr QLatin1StringView AgentProgram{"sonde-agent"};

    explicit EmbeddedTenant(QObject *parent = nullptr);
    ~EmbeddedTenant() override;

    /// Where sonde-service and sonde-agent are; beside the running program by default.
    void setProgramFolder(const QString &folder);
    /// Keeps the tenant's state in `folder` (made when missing, for its user only). AlreadyRunning through failed() when another
    /// workstation uses it.
    void start(const QString &folder = defaultFolder());
    /// Ends both programs; blocks for a moment.
    void stop();
    /// The same without waiting: stopped() follows, in a few seconds at most.
    void end();

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] static QString defaultFolder();
    [[nodiscard]] const ChildProgram &service() const { return m_service; }
    [[nodiscard]] const ChildProgram &agent() const { return m_agent; }

Q_SIGNALS:
    /// The service is up; again after each of its restarts (a new sign-in token).
    void ready(const Sonde::Client::Credentials &credentials);
    /// This computer is connected as a device; again after each restart of the agent.
    void deviceReady(const Sonde::DeviceId &device);
    void failed(const Sonde::Error &error);
    void childRestarted(const QString &program);
    /// Both have ended, as they were asked to.
    void stopped();

private:
    [[nodiscard]] Result<void> prepareFolder();
    void serviceReady(const QJsonObject &line);

    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    ChildProgram m_service;
    ChildProgram m_agent;
    bool m_agentStarted = false;
    Credentials m_credentials;
};

} // namespace Sonde::Client
