// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/acts/actlistmodel.h"

namespace Sonde::Client {

/// Keeps the list of acts as the service's journal has it, from the first time that somebody wants to see it.
class ActListController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActListController)

public:
    /// Both outlive it.
    ActListController(TenantClient &client, ActListModel &acts, QObject *parent = nullptr);

    [[nodiscard]] ActListModel &acts() const { return m_acts; }
    /// Fetches the list, and what is new of it from then on.
    void follow();
    /// All that there was when it was asked is here.
    [[nodiscard]] bool isListed() const { return m_listed; }
    /// Why it could not be fetched the last time.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

Q_SIGNALS:
    /// isListed() or failure() is another.
    void changed();

private:
    void fetch();
    void show(const Result<Message::Acts> &page);

    TenantClient &m_client;
    ActListModel &m_acts;
    bool m_follows = false;
    bool m_fetching = false;
    bool m_again = false; ///< something changed while it was being fetched
    bool m_listed = false;
    quint64 m_last = 0; ///< the journal's entry up to which everything is here
    std::optional<Error> m_failure;
};

} // namespace Sonde::Client
