// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "tests/system/testtenant.h"

namespace Sonde::Client::Bench {

/// An analyst at work: signed in to a tenant, with a session on a real device, through the workstation's own controllers.
class Analyst final
{
    Q_DISABLE_COPY_MOVE(Analyst)

public:
    /// The tenant is running.
    [[nodiscard]] static Result<std::unique_ptr<Analyst>> at(const TestTenant &tenant);
    [[nodiscard]] static Result<std::unique_ptr<Analyst>> at(const Credentials &credentials, const DeviceId &device);

    /// Returns when the service has accepted the line.
    [[nodiscard]] Result<CommandId> submit(const QString &line);

    /// Seconds from submitting a line until its end has been seen. Fails when the command does.
    [[nodiscard]] Result<double> run(const QString &line);
    /// Seconds from submitting a getfile until its file is whole and verified at `target`, and the command has ended.
    [[nodiscard]] Result<double> download(const QString &line, const QString &target);
    [[nodiscard]] TenantClient &client() { return m_client; }
    [[nodiscard]] SessionController &session() { return *m_session; }
    /// The median of so many runs, in milliseconds.
    [[nodiscard]] Result<double> medianOf(int runs, const QString &line);

private:
    Analyst();
    [[nodiscard]] Result<void> signIn(const Credentials &credentials);
    [[nodiscard]] Result<void> openSession(const DeviceId &device);

    TenantClient m_client;
    QObject m_context;
    std::unique_ptr<SessionController> m_session;
};

} // namespace Sonde::Client::Bench
