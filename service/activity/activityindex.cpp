// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/activity/activityindex.h"

#include "service/store/sqliteschema.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// Of the tables and of what is written into them: another one is made anew.
constexpr int IndexVersion = 3;

// No words are kept, only where they are.
constexpr const char *IndexSchema[] = {
    "CREATE TABLE IF NOT EXISTS state(id INTEGER PRIMARY KEY CHECK(id=1), entry INTEGER NOT NULL, hash BLOB NOT NULL, "
    "output INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS activity(number INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, "
    "device "
    "TEXT NOT NULL, session INTEGER NOT NULL, command INTEGER NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, "
    "outcome "
    "INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS activity_actor ON activity(actor, number)",
    "CREATE INDEX IF NOT EXISTS activity_device ON activity(device, number)",
    "CREATE INDEX IF NOT EXISTS activity_outcome ON activity(outcome, number)",
    // Of the entries about a command the one by which it began is the first.
    "CREATE INDEX IF NOT EXISTS activity_command ON activity(command, number) WHERE command>0",
    // Whose session it is.
    "CREATE INDEX IF NOT EXISTS activity_owner ON activity(session) WHERE kind='session-created'",
    "CREATE TABLE IF NOT EXISTS chunks(id INTEGER PRIMARY KEY, command INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS chunks_command ON chunks(command)",
    // Whose output is removed, and whether some of it may still be in the index.
    "CREATE TABLE IF NOT EXISTS removed(session INTEGER PRIMARY KEY, underway INTEGER NOT NULL)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS typed USING fts5(text, content='', columnsize=0, tokenize='unicode61')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS printed USING fts5(text, content='', columnsize=0, tokenize='unicode61')",
};

constexpr const char *IndexTables[] = {"state", "activity", "chunks", "removed", "typed", "printed"};

bool execute(QSqlDatabase &index, const QString &statement)
{
    return QSqlQuery(index).exec(statement);
}

} // namespace

Result<QSqlDatabase> openIndex(const QString &path, const QString &connection)
{
    auto index = openSqlite(path, connection, false);
    if (!index)
        return index;
    QSqlQuery query(*index);
    const bool isOurs = query.exec(u"PRAGMA user_version"_s) && query.next() && query.value(0).toInt() == IndexVersion;
    query.finish();
    // It can be made again: it need not be on the disk at once, but its log must not grow for ever.
    execute(*index, u"PRAGMA synchronous=OFF"_s);
    execute(*index, u"PRAGMA wal_autocheckpoint=2000"_s);
    execute(*index, u"PRAGMA secure_delete=FAST"_s);
    if (!isOurs)
        emptyIndex(*index);
    for (const char *statement : IndexSchema) {
        if (!query.exec(QLatin1StringView(statement)))
            return std::unexpected(storageError(query));
    }
    return index;
}

void emptyIndex(QSqlDatabase &index)
{
    for (const char *table : IndexTables)
        execute(index, u"DROP TABLE IF EXISTS %1"_s.arg(QLatin1StringView(table)));
    for (const char *statement : IndexSchema)
        execute(index, QLatin1StringView(statement));
    execute(index, u"PRAGMA user_version=%1"_s.arg(IndexVersion));
}

bool isCorrupt(const QSqlError &error)
{
    constexpr int Damaged = 11;    // SQLITE_CORRUPT
    constexpr int NoDatabase = 26; // SQLITE_NOTADB
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == Damaged || code == NoDatabase;
}

bool isWhole(QSqlDatabase &index)
{
    QSqlQuery query(index);
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next() || query.value(0).toString() != "ok"_L1)
        return false;
    query.finish();
    return std::ranges::all_of(
        std::initializer_list<QLatin1StringView>{"typed"_L1, "printed"_L1}, [&index](QLatin1StringView table) {
            return execute(index, u"INSERT INTO %1(%1) VALUES('integrity-check')"_s.arg(table));
        });
}

void removeIndex(const QString &path)
{
    for (const auto &ending : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + ending);
}

IndexState indexState(QSqlDatabase &index)
{
    QSqlQuery query(index);
    if (!query.exec(u"SELECT entry, hash, output FROM state"_s) || !query.next())
        return {};
    return {query.value(0).toULongLong(), query.value(1).toByteArray(), query.value(2).toULongLong()};
}

std::optional<QSqlError> saveIndexState(QSqlDatabase &index, const IndexState &state)
{
    QSqlQuery query(index);
    query.prepare(u"INSERT OR REPLACE INTO state(id, entry, hash, output) VALUES(1,?,?,?)"_s);
    query.addBindValue(qlonglong(state.entry));
    query.addBindValue(state.entryHash);
    query.addBindValue(qlonglong(state.outputRow));
    return query.exec() ? std::nullopt : std::optional(query.lastError());
}

} // namespace Sonde::Service
