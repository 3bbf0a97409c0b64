// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqliteschema.h"

#include <QSqlError>
#include <QTimeZone>
#include <span>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr const char *Schema[] = {
    "CREATE TABLE IF NOT EXISTS journal(number INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, device "
    "TEXT NOT NULL, "
    "session INTEGER NOT NULL, command INTEGER NOT NULL, event BLOB NOT NULL, previous BLOB NOT NULL, hash BLOB NOT "
    "NULL)",
    "CREATE INDEX IF NOT EXISTS journal_session ON journal(session, number)",
    "CREATE INDEX IF NOT EXISTS journal_command ON journal(command)",
    // The kind of an event is the third byte on: "act-planned", "act-stepped", "act-ended".
    "CREATE INDEX IF NOT EXISTS journal_acts ON journal(number) WHERE substr(event, 3, 4) = x'6163742D'",
    // Likewise "session-disconnected", "command-finished", and "evidence-stored", whose last 32 bytes are the SHA-256.
    "CREATE INDEX IF NOT EXISTS journal_closed ON journal(number) WHERE substr(event, 3, 20) = "
    "x'73657373696F6E2D646973636F6E6E6563746564'",
    "CREATE INDEX IF NOT EXISTS journal_finished ON journal(session, command) WHERE substr(event, 3, 16) = "
    "x'636F6D6D616E642D66696E6973686564'",
    "CREATE INDEX IF NOT EXISTS journal_brought ON journal(session, number) WHERE substr(event, 3, 15) = "
    "x'65766964656E63652D73746F726564'",
    "CREATE INDEX IF NOT EXISTS journal_evidence ON journal(substr(event, -32), session) WHERE substr(event, 3, 15) = "
    "x'65766964656E63652D73746F726564'",
    "CREATE TRIGGER IF NOT EXISTS journal_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is "
    "append-only'); END",
    "CREATE TRIGGER IF NOT EXISTS journal_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is "
    "append-only'); END",
    "CREATE TABLE IF NOT EXISTS checkpoints(number INTEGER PRIMARY KEY, hash BLOB NOT NULL, signature BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS head(id INTEGER PRIMARY KEY CHECK(id=1), number INTEGER NOT NULL, hash BLOB NOT NULL, "
    "outputs INTEGER NOT NULL, outputs_hash BLOB NOT NULL, outputs_after INTEGER NOT NULL, since INTEGER NOT NULL, "
    "signature BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS output(command INTEGER NOT NULL, idx INTEGER NOT NULL, format INTEGER NOT NULL, rows "
    "INTEGER NOT NULL, "
    "bytes BLOB NOT NULL, UNIQUE(command, idx))",
    "CREATE TRIGGER IF NOT EXISTS output_delete BEFORE DELETE ON output BEGIN SELECT RAISE(ABORT, 'output is "
    "append-only'); END",
    // Where to look in the journal, nothing that is not in it.
    "CREATE TABLE IF NOT EXISTS sessions(id INTEGER PRIMARY KEY, device TEXT NOT NULL, live INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS sessions_live ON sessions(id) WHERE live",
    "CREATE INDEX IF NOT EXISTS sessions_device ON sessions(device, id)",
    "CREATE TABLE IF NOT EXISTS session_records(id INTEGER PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS open_commands(id INTEGER PRIMARY KEY, session INTEGER NOT NULL)",
    // Of which sessions content was removed, by which entry (0: there was none), and whether some is still there.
    "CREATE TABLE IF NOT EXISTS removals(what INTEGER NOT NULL, session INTEGER NOT NULL, entry INTEGER NOT NULL, "
    "underway INTEGER NOT NULL, PRIMARY KEY(what, session)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS removals_underway ON removals(entry) WHERE underway",
    "CREATE TABLE IF NOT EXISTS submissions(session INTEGER NOT NULL, submission TEXT NOT NULL, command INTEGER NOT "
    "NULL, "
    "PRIMARY KEY(session, submission)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS users(name TEXT PRIMARY KEY, password BLOB NOT NULL, roles TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS devices(id TEXT PRIMARY KEY, certificate BLOB NOT NULL, device_group TEXT NOT NULL, "
    "tags TEXT NOT NULL, "
    "facts BLOB NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS tokens(kind INTEGER NOT NULL, hash BLOB NOT NULL, owner TEXT NOT NULL, bound_to TEXT "
    "NOT NULL, "
    "expires INTEGER NOT NULL, PRIMARY KEY(kind, hash)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS library(name TEXT NOT NULL, version INTEGER NOT NULL, file BLOB NOT NULL, PRIMARY "
    "KEY(name, version)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS device_groups(rank INTEGER PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS roles(name TEXT PRIMARY KEY, role BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS elevations(user TEXT NOT NULL, role TEXT NOT NULL, record BLOB NOT NULL, PRIMARY "
    "KEY(user, role)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS second_factors(user TEXT PRIMARY KEY, secret BLOB NOT NULL, pending BLOB NOT NULL, "
    "last_step INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
};

/// Columns that came later: of a table, and as they are declared.
struct Column {
    const char *table;
    const char *name;
    const char *declaration;
};
constexpr Column LaterColumns[] = {
    {"users", "disabled", "INTEGER NOT NULL DEFAULT 0"},
    {"devices", "next_certificate", "BLOB NOT NULL DEFAULT x''"},
    {"tokens", "last", "INTEGER NOT NULL DEFAULT 0"},
    {"devices", "server_exception", "INTEGER NOT NULL DEFAULT 0"},
    {"settings", "changed_by", "TEXT NOT NULL DEFAULT ''"},
    {"settings", "changed", "INTEGER NOT NULL DEFAULT 0"},
    {"settings", "before", "TEXT NOT NULL DEFAULT ''"},
    {"head", "peaks", "BLOB NOT NULL DEFAULT x''"},
    {"users", "eligible", "TEXT NOT NULL DEFAULT ''"},
    {"tokens", "made_by", "TEXT NOT NULL DEFAULT ''"},
    {"tokens", "second_factor", "INTEGER NOT NULL DEFAULT 0"},
    {"head", "outputs_of_digests", "INTEGER NOT NULL DEFAULT 0"},
    // How many bytes there were, of a chunk that has only their SHA-256 any more.
    {"output", "removed", "INTEGER"},
};

/// Rules about such columns.
constexpr const char *LaterRules[] = {
    // An earlier version's: it knew of no removal.
    "DROP TRIGGER IF EXISTS output_update",
    // Nothing of a chunk changes, but that its bytes give way to their hash, once.
    "CREATE TRIGGER IF NOT EXISTS output_change BEFORE UPDATE ON output WHEN NOT (OLD.removed IS NULL AND NEW.removed "
    "IS LENGTH(OLD.bytes) AND LENGTH(NEW.bytes)=32 AND NEW.rowid=OLD.rowid AND NEW.command=OLD.command AND "
    "NEW.idx=OLD.idx AND NEW.format=OLD.format AND NEW.rows=OLD.rows) BEGIN SELECT RAISE(ABORT, 'output is "
    "append-only'); END",
};

Result<void> runAll(QSqlDatabase &database, std::span<const char *const> statements)
{
    for (const char *statement : statements) {
        QSqlQuery query(database);
        if (!query.exec(QLatin1StringView(statement)))
            return std::unexpected(storageError(query));
    }
    return {};
}

Result<void> addColumn(QSqlDatabase &database, const Column &column)
{
    QSqlQuery query(database);
    const QString table = QLatin1StringView(column.table);
    query.exec(
        u"SELECT COUNT(*) FROM pragma_table_info('%1') WHERE name='%2'"_s.arg(table, QLatin1StringView(column.name)));
    if (query.next() && query.value(0).toInt() > 0)
        return {};
    query.finish();
    const QString add = u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(
        table, QLatin1StringView(column.name), QLatin1StringView(column.declaration));
    return query.exec(add) ? Result<void>() : std::unexpected(storageError(query));
}

// The writer leaves check-pointing to WalCheckpointer: a flush to disk must not stop the event loop.
constexpr const char *Pragmas[] = {"PRAGMA busy_timeout=10000", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
    "PRAGMA wal_autocheckpoint=0", "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-8192",
    // What is removed is not left lying about in free pages.
    "PRAGMA secure_delete=ON"};

} // namespace

Error storageError(const QSqlQuery &query)
{
    constexpr int Full = 13; // SQLITE_FULL
    const bool isFull = query.lastError().nativeErrorCode().toInt() == Full;
    return {isFull ? ErrorCode::NoSpace : ErrorCode::StorageFailed, {}, query.lastError().text(), {}};
}

Result<QSqlDatabase> openSqlite(const QString &path, const QString &connection, bool readOnly)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    database.setDatabaseName(path);
    if (readOnly)
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!database.open())
        return fail(ErrorCode::StorageFailed, path, database.lastError().text());
    if (readOnly)
        return database;
    for (const char *pragma : Pragmas) {
        QSqlQuery query(database);
        if (!query.exec(QLatin1StringView(pragma)))
            return std::unexpected(storageError(query));
    }
    return database;
}

Result<void> createSchema(QSqlDatabase &database)
{
    if (const auto made = runAll(database, Schema); !made)
        return made;
    for (const Column &column : LaterColumns) {
        if (const auto added = addColumn(database, column); !added)
            return added;
    }
    return runAll(database, LaterRules);
}

Result<JournalEntry> entryFromRow(const QSqlQuery &row)
{
    auto event = eventFromBytes(row.value(6).toByteArray());
    if (!event)
        return fail(ErrorCode::JournalBroken, row.value(0).toString(), event.error().reason);
    return JournalEntry{row.value(0).toULongLong(),
        QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), QTimeZone::UTC), row.value(2).toString(),
        DeviceId(row.value(3).toString()), SessionId(row.value(4).toULongLong()), CommandId(row.value(5).toULongLong()),
        *std::move(event), row.value(7).toByteArray(), row.value(8).toByteArray()};
}

SignedHead headFromRow(const QSqlQuery &row)
{
    return {row.value(0).toULongLong(), row.value(1).toByteArray(),
        {row.value(2).toULongLong(), row.value(3).toByteArray(), row.value(4).toULongLong(), row.value(5).toBool()},
        row.value(6).toULongLong(), row.value(7).toByteArray(), row.value(8).toByteArray()};
}

} // namespace Sonde::Service
