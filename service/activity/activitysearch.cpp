// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/activity/activitysearch.h"

#include "transport/threads/guardedpool.h"

#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {
/// Of one receiver: nobody keeps others from theirs.
constexpr int MostSearches = 4;
} // namespace

ActivitySearch::ActivitySearch(
    Turn &turn, const QString &databasePath, const ActivityIndexer::HasRoom &hasRoom, QObject *parent)
    : QObject(parent)
    , m_databasePath(databasePath)
    , m_indexPath(QFileInfo(databasePath).path() + u"/search.db"_s)
    , m_indexer(m_databasePath, m_indexPath, hasRoom)
{
    m_thread.setMaxThreadCount(1);
    connect(&turn, &Turn::committed, this, [this] { m_indexer.noteCommit(); });
}

Result<void> ActivitySearch::read(QObject *receiver, const Message::FetchActivity &wanted, const Done &done)
{
    if (m_waiting.value(receiver) >= MostSearches)
        return fail(ErrorCode::RateLimited);
    ++m_waiting[receiver];
    const quint64 indexed = m_indexer.indexed();
    runGuardedOn(
        m_thread, this,
        [this, wanted] {
            m_indexer.waitUntilOpen();
            auto page = readActivity(m_databasePath, m_indexPath, wanted);
            if (page || page.error().code != ErrorCode::StorageFailed)
                return page;
            m_indexer.noteUnreadable();
            m_indexer.waitUntilOpen();
            return readActivity(m_databasePath, m_indexPath, wanted);
        },
        [this, place = receiver, receiver = QPointer(receiver), indexed, done](Result<Message::ActivityPage> page) {
            if (--m_waiting[place] <= 0)
                m_waiting.remove(place);
            if (page)
                page->indexed = indexed;
            if (receiver)
                done(page);
        });
    return {};
}

} // namespace Sonde::Service

#include "moc_activitysearch.cpp"
