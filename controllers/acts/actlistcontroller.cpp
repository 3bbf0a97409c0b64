// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/acts/actlistcontroller.h"

namespace Sonde::Client {

ActListController::ActListController(TenantClient &client, ActListModel &acts, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_acts(acts)
{
    connect(&client, &TenantClient::stateChanged, this, &ActListController::fetch);
    connect(&client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        if (std::holds_alternative<Message::ActsChanged>(message))
            fetch();
    });
}

void ActListController::follow()
{
    m_follows = true;
    if (!m_listed)
        fetch();
}

/// Also on a new connection, which is not told of changes before it has asked.
void ActListController::fetch()
{
    if (!m_follows || !m_client.isOnline())
        return;
    if (m_fetching) {
        m_again = true;
        return;
    }
    m_fetching = true;
    m_client.request<Message::Acts>(
        Message::FetchActs{.after = m_last}, this, [this](const Result<Message::Acts> &page) { show(page); });
}

void ActListController::show(const Result<Message::Acts> &page)
{
    m_fetching = false;
    m_failure = page ? std::nullopt : std::optional(page.error());
    if (page && !page->acts.empty()) {
        m_acts.update(page->acts);
        m_last = page->acts.back().changed;
    }
    m_listed = m_listed || (page && page->complete);
    const bool goOn = std::exchange(m_again, false) || (page && !page->complete && !page->acts.empty());
    if (goOn)
        fetch();
    Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_actlistcontroller.cpp"
