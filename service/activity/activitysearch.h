// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/activity/activityindexer.h"
#include "service/activity/activityreader.h"
#include "service/store/turn.h"

#include <QHash>
#include <QThreadPool>
#include <functional>

namespace Sonde::Service {

/// The tenant's activity: keeps the index up with the journal, and answers what is asked on a thread of its own, one after the other.
class ActivitySearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivitySearch)

public:
    using Done = std::function<void(const Result<Message::ActivityPage> &)>;

    /// The index is in a file beside the database. It does not grow while `hasRoom` says no.
    ActivitySearch(
        Turn &turn, const QString &databasePath, const ActivityIndexer::HasRoom &hasRoom, QObject *parent = nullptr);

    /// `done` is not called when the receiver has gone. RateLimited when it waits for too many.
    [[nodiscard]] Result<void> read(QObject *receiver, const Message::FetchActivity &wanted, const Done &done);
    [[nodiscard]] quint64 indexed() const { return m_indexer.indexed(); }
    /// What entries up to this one say is removed is found no more.
    [[nodiscard]] quint64 forgotten() const { return m_indexer.forgotten(); }

private:
    QString m_databasePath;
    QString m_indexPath;
    ActivityIndexer m_indexer;
    QThreadPool m_thread;                  ///< waits for the indexer
    QHash<const QObject *, int> m_waiting; ///< for how many each receiver waits
};

} // namespace Sonde::Service
