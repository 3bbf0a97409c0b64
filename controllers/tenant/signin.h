// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantlink.h"
#include "transport/https/jsonpost.h"

#include <QDateTime>

namespace Sonde::Client {

struct AccessToken {
    QString value;
    QDateTime expires;
    bool operator==(const AccessToken &) const = default;
};

/// POST {service}/api/sign-in with {user, password} or {embedded_token}: one attempt, answered once.
class SignIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIn)

public:
    SignIn(const Credentials &credentials, const QSslConfiguration &tls);

    void start();

Q_SIGNALS:
    void finished(const Sonde::Result<Sonde::Client::AccessToken> &token);

private:
    [[nodiscard]] Result<AccessToken> tokenFrom(const QJsonObject &reply) const;

    Credentials m_credentials;
    JsonPost m_post;
};

} // namespace Sonde::Client
