// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/activity/activitymodel.h"

namespace Sonde::Client {

/// Fills the model of the activity, as far as somebody scrolls.
class ActivityController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityController)

public:
    /// Both outlive it.
    ActivityController(TenantClient &client, ActivityModel &model, QObject *parent = nullptr);

    [[nodiscard]] ActivityModel &model() const { return m_model; }
    [[nodiscard]] TenantClient &client() const { return m_client; }
    [[nodiscard]] const ActivityFilter &filter() const { return m_wanted.filter; }
    /// Lists what the filter wants, from the newest on; what is under way for another filter is forgotten.
    void search(const ActivityFilter &filter);
    void refresh() { search(m_wanted.filter); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// So many of the journal's latest entries the service had not looked at yet: they are not here.
    [[nodiscard]] quint64 missing() const { return m_missing; }
    /// Why the last page could not be fetched.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

Q_SIGNALS:
    /// isBusy(), failure() or the model is another.
    void changed();

private:
    void fetch();
    void show(const Result<Message::ActivityPage> &page);

    TenantClient &m_client;
    ActivityModel &m_model;
    Message::FetchActivity m_wanted;
    bool m_busy = false;
    bool m_isAsked = false; ///< the service, which is asked for one thing after the other
    quint64 m_missing = 0;
    int m_search = 0; ///< counts them: an answer to an earlier one is not shown
    std::optional<Error> m_failure;
};

} // namespace Sonde::Client
