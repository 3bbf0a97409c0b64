// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantlink.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace Sonde::Client {

/// A stand-alone tenant of real processes on loopback: a service with one administrator, and an agent of this computer. Every process is
/// ended with the object; each can be killed and started again on the way.
class TestTenant final
{
public:
    struct Run {
        int status = -1;
        QByteArray output;
        QByteArray errors;
    };

    /// Keeps its data in a folder of its own below `where`.
    explicit TestTenant(const QString &where = QDir::tempPath());
    ~TestTenant();

    /// From now on the agent is started by this program and its arguments, and sees files of this system below `root`.
    void useAgent(const QStringList &command, const QString &root);
    /// Service, first administrator, enrolled agent. False with `whatFailed()` when one of them does not come up.
    [[nodiscard]] bool start();
    [[nodiscard]] QString whatFailed() const { return m_failure; }

    /// On the same port and data as before.
    [[nodiscard]] bool startService();
    /// `launcher`: a program and its arguments, which starts the agent's command line that is put behind them.
    [[nodiscard]] bool startAgent(const QStringList &launcher = {});
    void killService();
    void killAgent();
    void stopService();
    [[nodiscard]] qint64 servicePid() const { return m_service ? m_service->processId() : 0; }
    [[nodiscard]] qint64 agentPid() const { return m_agent ? m_agent->processId() : 0; }

    [[nodiscard]] QString dataDirectory() const { return m_directory.path(); }
    [[nodiscard]] QString serviceData() const { return m_directory.filePath(QStringLiteral("service")); }
    [[nodiscard]] Credentials credentials() const;

    /// sonde-cli as the administrator of this tenant; again, when the service says that it was too often.
    [[nodiscard]] QStringList cliArguments(const QStringList &verb) const;
    [[nodiscard]] Run cli(const QStringList &verb, const QByteArray &input = {}) const;
    [[nodiscard]] static Run run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] static QString program(const QString &name);

private:
    [[nodiscard]] bool setUp(const QByteArray &token);
    [[nodiscard]] bool enrol();
    /// The agent's command line, with these arguments after the ones that it always has.
    void beginAgent(const QStringList &launcher, const QStringList &arguments = {});
    [[nodiscard]] QJsonObject readyLine(QProcess &process, const QString &name);
    bool fails(const QString &what);

    QTemporaryDir m_directory;
    std::unique_ptr<QProcess> m_service;
    std::unique_ptr<QProcess> m_agent;
    QStringList m_agentCommand;
    QString m_agentRoot;
    QUrl m_url;
    QString m_fingerprint;
    QString m_failure;
};

} // namespace Sonde::Client
