// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/https/jsonpost.h"

namespace Sonde::Client {

/// POST {service}/api/sign-out: one attempt to have an access token revoked, within a short time. Nobody can do anything about its failure:
/// the token ends by itself some hours later.
class SignOut final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignOut)

public:
    SignOut(const QUrl &service, const QString &token, const QSslConfiguration &tls, QObject *parent);

Q_SIGNALS:
    void finished();

private:
    JsonPost m_post;
};

} // namespace Sonde::Client
