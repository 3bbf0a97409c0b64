// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/sessionwatchers.h"

#include <QStringList>

namespace Sonde::Service {

void SessionWatchers::add(SessionId session, const QString &user, const QObject *connection)
{
    const QStringList before = of(session);
    m_watchers[session].insert(connection, user);
    if (of(session) != before)
        Q_EMIT changed(session);
}

void SessionWatchers::remove(SessionId session, const QObject *connection)
{
    const auto found = m_watchers.find(session);
    if (found == m_watchers.end())
        return;
    const QStringList before = of(session);
    found->remove(connection);
    if (found->isEmpty())
        m_watchers.erase(found);
    if (of(session) != before)
        Q_EMIT changed(session);
}

void SessionWatchers::removeAll(const QObject *connection)
{
    for (const SessionId session : m_watchers.keys())
        remove(session, connection);
}

QStringList SessionWatchers::of(SessionId session) const
{
    QStringList users = m_watchers.value(session).values();
    users.removeDuplicates();
    users.sort();
    return users;
}

} // namespace Sonde::Service

#include "moc_sessionwatchers.cpp"
