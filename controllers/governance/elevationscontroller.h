// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "protocol/access/elevation.h"

namespace Sonde::Client {

/// The roles that whoever is signed in has for a time, and may take.
class ElevationsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElevationsController)

public:
    /// An elevation, and until when it lasts by the clock of this program.
    struct Own {
        ElevationRecord record;
        std::chrono::steady_clock::time_point until;

        [[nodiscard]] std::chrono::seconds left() const
        {
            const auto left = std::chrono::ceil<std::chrono::seconds>(until - std::chrono::steady_clock::now());
            return std::max(left, std::chrono::seconds(0));
        }
    };
    using Done = std::function<void(const Result<void> &)>;

    /// `client` outlives it.
    explicit ElevationsController(TenantClient &client, QObject *parent = nullptr);

    /// As the service said last. They go on while there is no connection.
    [[nodiscard]] const std::vector<Own> &own() const { return m_own; }
    [[nodiscard]] const QStringList &eligible() const { return m_eligible; }

    /// `done` is called once, with why not when it was not.
    void elevate(const QString &role, std::chrono::minutes valid, const QString &reason, QObject *context, Done done);
    void end(const QString &role, QObject *context, Done done);

Q_SIGNALS:
    void changed();

private:
    void follow(const Message::Elevations &said);

    TenantClient &m_client;
    std::vector<Own> m_own;
    QStringList m_eligible;
};

} // namespace Sonde::Client
