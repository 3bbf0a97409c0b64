// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantlink.h"

#include <QThread>

namespace Sonde::Client {

class NetworkWorker;

/// TLS 1.3 to a sonde-service: learns its CA by fingerprint, signs in over HTTPS, then speaks over a WebSocket. Sockets, TLS and
/// decoding live on a thread of its own. Its destructor waits for nothing but a turn of that thread: who wants the access token revoked says
/// forget() first, and waits for forgotten().
class NetworkLink final : public TenantLink
{
    Q_OBJECT

public:
    explicit NetworkLink(QObject *parent = nullptr);
    ~NetworkLink() override;

    void open(const Credentials &credentials) override;
    void send(const AnyMessage &message) override;
    void close() override;
    void forget() override;
    [[nodiscard]] std::optional<BulkEndpoint> bulkEndpoint() const override { return m_bulkEndpoint; }

private:
    std::optional<BulkEndpoint> m_bulkEndpoint;
    QThread m_thread;
    NetworkWorker *m_worker; ///< lives and dies on m_thread
};

} // namespace Sonde::Client
