// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/embeddedtenant.h"
#include "controllers/tenant/headwitness.h"
#include "controllers/tenant/tenantclient.h"
#include "ui/cli/base/clioptions.h"

#include <QTemporaryDir>

namespace Sonde::Client {

/// The tenant that was asked for, signed in: an embedded one started for the duration, or one at a URL.
class TenantAccess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantAccess)

public:
    explicit TenantAccess(const CliOptions &options, QObject *parent = nullptr);
    ~TenantAccess() override;

    void start();
    [[nodiscard]] TenantClient &client() { return m_client; }
    /// The embedded tenant's own device; invalid for another tenant.
    [[nodiscard]] const DeviceId &ownDevice() const { return m_ownDevice; }

Q_SIGNALS:
    void ready();
    void failed(const Sonde::Error &error);

private:
    void startEmbedded();
    void signIn();
    void showSecondFactor();
    void readyWhenComplete();
    void fail(const Error &error);

    const CliOptions &m_options;
    TenantClient m_client;
    HeadWitness m_witness{m_client};
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<EmbeddedTenant> m_embedded;
    DeviceId m_ownDevice;
    bool m_reported = false;
    bool m_showed = false; ///< the code of a second factor, or is about to
};

} // namespace Sonde::Client
