// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/attacks.h"

#include <QProcess>
#include <QTemporaryDir>

namespace Sonde::Service::Soak {

/// The service as a process, a real agent enrolled in it, and the attackers.
class TestService final
{
    Q_DISABLE_COPY_MOVE(TestService)

public:
    TestService() = default;
    /// Ends what still runs.
    ~TestService();

    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<void> startAgent();
    void startAttack(const NamedAttack &named, const Target &target, std::chrono::seconds time);
    void endAttacks();

    [[nodiscard]] NetworkClient client() const { return {url(), QSslCertificate::fromPath(authority()).value(0)}; }
    [[nodiscard]] QUrl url() const { return QUrl(ready(QLatin1StringView("url"))); }
    [[nodiscard]] QString authority() const { return data() + QStringLiteral("/ca.pem"); }
    [[nodiscard]] QString ready(QLatin1StringView fact) const { return m_ready.value(fact).toString(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] bool isRunning() const { return m_service.state() == QProcess::Running; }
    /// Bytes of memory that it has had at the most.
    [[nodiscard]] qint64 mostMemory() const;

private:
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    QTemporaryDir m_folder;
    QProcess m_service;
    QProcess m_agent;
    QJsonObject m_ready;
    std::vector<std::unique_ptr<QProcess>> m_attackers;
};

} // namespace Sonde::Service::Soak
