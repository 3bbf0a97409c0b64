// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/administeredlist.h"

namespace Sonde::Client {

AdministeredList::AdministeredList(
    TenantClient &client, std::optional<Permission> toSee, Permission toChange, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_toSee(toSee)
    , m_toChange(toChange)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &AdministeredList::refresh);
    connect(&client, &TenantClient::stateChanged, this, &AdministeredList::followClient);
    connect(&client, &TenantClient::grantsChanged, this, &AdministeredList::followClient);
}

std::optional<Error> AdministeredList::whyNotSeen() const
{
    return m_toSee ? whyNotPermitted(m_client, *m_toSee) : std::nullopt;
}

void AdministeredList::follow()
{
    ++m_followers;
    refresh();
}

void AdministeredList::unfollow()
{
    if (--m_followers == 0)
        m_next.stop();
}

/// Also on a new connection: meanwhile others may have changed everything.
void AdministeredList::followClient()
{
    refresh();
    Q_EMIT changed();
}

void AdministeredList::refresh()
{
    m_next.stop();
    if (m_followers == 0 || !m_client.isOnline() || whyNotSeen())
        return;
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    fetch();
}

void AdministeredList::finishLoad(const std::optional<Error> &failure)
{
    m_loading = false;
    m_failure = failure;
    m_listed = m_listed || !failure;
    if (std::exchange(m_again, false))
        refresh();
    else if (m_followers > 0)
        m_next.start(FetchedEvery);
    Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_administeredlist.cpp"
