// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/clioptions.h"
#include "ui/cli/base/exitstatus.h"

#include <QJsonObject>
#include <QSslCertificate>

namespace Sonde::Client {

/// The first administrator of a new tenant: the one-time token that sonde-service printed at its first start, a user name and a
/// password become a user (POST {service}/api/setup).
class TenantSetup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantSetup)

public:
    explicit TenantSetup(const CliOptions &options, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void finished(Sonde::Client::ExitStatus status);

private:
    void post(const QSslCertificate &authority, const QString &token, const QString &password);
    void read(const Result<QJsonObject> &reply);
    void refuse(const Error &error);

    const CliOptions &m_options;
};

} // namespace Sonde::Client
