// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantlink.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

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
    ~SignIn() override;

    void start();

Q_SIGNALS:
    void finished(const Sonde::Result<Sonde::Client::AccessToken> &token);

private:
    void read();
    [[nodiscard]] Error refusal(int status, const QJsonObject &answer) const;

    Credentials m_credentials;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
};

} // namespace Sonde::Client
