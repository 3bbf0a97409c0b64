// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"

namespace Sonde::Client {

/// A secret as authenticator apps take it over.
struct SecondFactorSecret {
    QString text; ///< base32, in groups of four to be typed
    QString uri; ///< otpauth://…, with the name of the tenant's host: somebody may have one for each of several tenants
};
[[nodiscard]] SecondFactorSecret secretFrom(const QString &base32, const TenantClient &client);

/// The second factor of whoever is signed in.
class SecondFactorController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecondFactorController)

public:
    using Made = std::function<void(const Result<SecondFactorSecret> &)>;
    using Done = std::function<void(const Result<void> &)>;

    /// `client` outlives it.
    explicit SecondFactorController(TenantClient &client, QObject *parent = nullptr);

    /// As the service said last.
    [[nodiscard]] SecondFactorState state() const { return m_state; }
    /// It was shown, and holds for this sign-in.
    [[nodiscard]] bool isShown() const { return m_shown; }
    /// Something that their roles give waits for it.
    [[nodiscard]] bool isNeeded() const { return m_client.isOnline() && m_client.grants().isLocked(); }

    /// A new one, which is said only now.
    void make(QObject *context, Made made);
    /// The code of this moment. The first one of a new secret confirms that.
    void show(const QString &code, QObject *context, Done done);

Q_SIGNALS:
    void changed();

private:
    TenantClient &m_client;
    SecondFactorState m_state = SecondFactorState::None;
    bool m_shown = false;
};

} // namespace Sonde::Client
