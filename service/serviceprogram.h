// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/identity/certificateauthority.h"
#include "service/net/httpapi.h"
#include "service/net/peeradmission.h"
#include "service/net/tlsserver.h"
#include "service/serviceoptions.h"
#include "service/store/sqlitestore.h"
#include "service/syslog/syslogforwarder.h"
#include "service/transfers/bulkport.h"

#include <QLockFile>

namespace Sonde::Service {

/// A running service: a data directory, its tenant, and the port.
class ServiceProgram final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceProgram)

public:
    /// AlreadyRunning when another service has the directory, CannotStart, StorageFailed, CannotConnect (the port).
    [[nodiscard]] static Result<std::unique_ptr<ServiceProgram>> start(const ServiceOptions &options);
    ~ServiceProgram() override;

    /// What is printed when it is ready: the address, the fingerprint to pin, and the secrets of this start.
    [[nodiscard]] const QJsonObject &readyFacts() const { return m_ready; }
    [[nodiscard]] Tenant &tenant() { return *m_tenant; }
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    /// Journals the orderly end; nothing is accepted any more.
    void stop();

Q_SIGNALS:
    /// It cannot go on; the process must end.
    void failed(const Sonde::Error &error);

private:
    explicit ServiceProgram(const ServiceOptions &options);
    [[nodiscard]] Result<void> openData();
    [[nodiscard]] Result<void> openPort();
    [[nodiscard]] Result<void> openSyslog();
    void fillReadyFacts();

    ServiceOptions m_options;
    QLockFile m_lock;
    std::unique_ptr<CertificateAuthority> m_authority;
    std::unique_ptr<SigningKey> m_journalKey;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<Tenant> m_tenant;
    std::unique_ptr<SyslogForwarder> m_syslog;
    std::unique_ptr<SignInService> m_signIn;
    std::unique_ptr<BulkPort> m_bulk;
    std::unique_ptr<PeerAdmission> m_peers;
    std::unique_ptr<HttpApi> m_api;
    TlsServer *m_server = nullptr; ///< the API's
    QTimer m_renewal;
    QJsonObject m_ready;
    bool m_stopped = false;
};

} // namespace Sonde::Service
