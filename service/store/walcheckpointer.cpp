// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/walcheckpointer.h"

#include "service/store/sqliteschema.h"

#include <QLoggingCategory>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

Q_LOGGING_CATEGORY(storeLog, "sonde.service.store", QtInfoMsg)

namespace {

constexpr int FlushIntervalMs = 2000;
/// Above this many pages the log is emptied even if that makes the writer wait once.
constexpr int LargeLogPages = 32'768;

/// Whether all of the log is in the database file now.
bool fold(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s) || !query.next())
        return false;
    const bool isAll = query.value(1).toInt() == query.value(2).toInt();
    if (query.value(1).toInt() > LargeLogPages) {
        query.finish();
        query.exec(u"PRAGMA wal_checkpoint(RESTART)"_s);
    }
    return isAll;
}

} // namespace

WalCheckpointer::WalCheckpointer(const QString &path)
    : m_thread([this, path] { work(path); })
{
}

WalCheckpointer::~WalCheckpointer()
{
    m_stop = true;
    m_wanted.release();
    m_thread.join();
}

void WalCheckpointer::flushNow()
{
    m_dirty = true;
    m_wanted.release();
    m_done.acquire();
}

void WalCheckpointer::work(const QString &path)
{
    const QString connection = QUuid::createUuid().toString();
    {
        auto database = openSqlite(path, connection, false);
        if (!database)
            qCWarning(storeLog).noquote() << "the write-ahead log is not folded:" << debugText(database.error());
        while (!m_stop) {
            const bool wanted = m_wanted.tryAcquire(1, FlushIntervalMs);
            const quint64 commits = m_commits;
            if (m_dirty.exchange(false) && database && fold(*database))
                m_flushed = commits;
            if (wanted && !m_stop)
                m_done.release();
        }
        if (database)
            fold(*database);
    }
    QSqlDatabase::removeDatabase(connection);
}

} // namespace Sonde::Service
