// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqlitestore.h"

#include "protocol/base/codec.h"
#include "service/store/sqliteschema.h"
#include "service/store/walcheckpointer.h"

#include <QScopeGuard>
#include <QSqlError>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

qlonglong stored(quint64 value)
{
    return qlonglong(value);
}
qlonglong stored(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}
QDateTime timeFrom(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}
/// A null QString or QByteArray would be NULL in the table.
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}
QByteArray stored(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}
QStringList listFrom(const QVariant &value)
{
    return value.toString().split(u'\n', Qt::SkipEmptyParts);
}

std::vector<JournalEntry> entriesFrom(QSqlQuery &query)
{
    std::vector<JournalEntry> found;
    while (query.next()) {
        // A broken entry is the verifier's to report; the others are still history.
        if (auto entry = entryFromRow(query))
            found.push_back(*std::move(entry));
    }
    query.finish();
    return found;
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString &path)
{
    auto database = openSqlite(path, QUuid::createUuid().toString(), false);
    if (!database)
        return std::unexpected(database.error());
    if (const auto made = createSchema(*database); !made)
        return std::unexpected(made.error());
    auto store = std::unique_ptr<SqliteStore>(new SqliteStore(*database));
    store->m_checkpointer = std::make_unique<WalCheckpointer>(path);
    return store;
}

SqliteStore::SqliteStore(const QSqlDatabase &database)
    : m_database(database)
{
}

SqliteStore::~SqliteStore()
{
    m_prepared.clear();
    m_checkpointer.reset();
    const QString connection = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(connection);
}

QSqlQuery &SqliteStore::prepared(const char *sql)
{
    const auto found = m_prepared.find(sql);
    if (found != m_prepared.end())
        return found->second;
    auto &query = m_prepared.emplace(sql, QSqlQuery(m_database)).first->second;
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)) && !m_failure)
        m_failure = storageError(query);
    return query;
}

QSqlQuery &SqliteStore::run(const char *sql, const QVariantList &values)
{
    QSqlQuery &query = prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec() && !m_failure)
        m_failure = storageError(query);
    return query;
}

void SqliteStore::write(const char *sql, const QVariantList &values)
{
    if (!std::exchange(m_inTransaction, true)) {
        run("BEGIN IMMEDIATE", {}).finish();
        Q_EMIT transactionBegun();
    }
    run(sql, values).finish();
}

quint64 SqliteStore::number(const char *sql, const QVariantList &values)
{
    QSqlQuery &query = run(sql, values);
    const quint64 result = query.next() ? query.value(0).toULongLong() : 0;
    query.finish();
    return result;
}

std::vector<SessionId> SqliteStore::sessionIds(const char *sql, const QVariantList &values)
{
    QSqlQuery &query = run(sql, values);
    std::vector<SessionId> found;
    while (query.next())
        found.emplace_back(query.value(0).toULongLong());
    query.finish();
    return found;
}

Result<void> SqliteStore::commit()
{
    if (m_inTransaction && !m_failure)
        run("COMMIT", {}).finish();
    m_inTransaction = false;
    if (m_failure) {
        run("ROLLBACK", {}).finish();
        return std::unexpected(*m_failure);
    }
    m_checkpointer->noteCommit();
    return {};
}

void SqliteStore::synchronize()
{
    m_checkpointer->flushNow();
}

void SqliteStore::append(const JournalEntry &entry)
{
    write("INSERT INTO journal(number, time, actor, device, session, command, event, previous, hash) "
          "VALUES(?,?,?,?,?,?,?,?,?)",
        {stored(entry.number), stored(entry.time), stored(entry.actor), stored(entry.device.value()),
            stored(entry.session.value()), stored(entry.command.value()), eventToBytes(entry.event), entry.previous,
            entry.hash});
    indexSession(entry);
    indexCommand(entry);
}

void SqliteStore::indexSession(const JournalEntry &entry)
{
    if (std::holds_alternative<Event::SessionCreated>(entry.event))
        write("INSERT INTO sessions(id, device, live) VALUES(?,?,1)",
            {stored(entry.session.value()), stored(entry.device.value())});
    else if (std::holds_alternative<Event::SessionDisconnected>(entry.event))
        write("UPDATE sessions SET live=0 WHERE id=?", {stored(entry.session.value())});
}

void SqliteStore::indexCommand(const JournalEntry &entry)
{
    if (std::holds_alternative<Event::CommandAccepted>(entry.event))
        write("INSERT INTO open_commands(id, session) VALUES(?,?)",
            {stored(entry.command.value()), stored(entry.session.value())});
    else if (std::holds_alternative<Event::CommandFinished>(entry.event))
        write("DELETE FROM open_commands WHERE id=?", {stored(entry.command.value())});
}

JournalHead SqliteStore::head()
{
    QSqlQuery &query = run("SELECT number, time, hash FROM journal ORDER BY number DESC LIMIT 1", {});
    JournalHead head{0, {}, QByteArray(32, '\0')};
    if (query.next())
        head = {query.value(0).toULongLong(), timeFrom(query.value(1)), query.value(2).toByteArray()};
    query.finish();
    return head;
}

std::vector<JournalEntry> SqliteStore::entries(quint64 after, quint32 most, SessionId session)
{
    QSqlQuery &query = session.isValid()
        ? run("SELECT number, time, actor, device, session, command, event, previous, hash FROM journal "
              "WHERE session=? AND number>? ORDER BY number LIMIT ?",
              {stored(session.value()), stored(after), most})
        : run("SELECT number, time, actor, device, session, command, event, previous, hash FROM journal "
              "WHERE number>? ORDER BY number LIMIT ?",
              {stored(after), most});
    return entriesFrom(query);
}

void SqliteStore::replay(quint32 recent, const std::function<void(const JournalEntry &)> &visit)
{
    QSqlQuery &query =
        run("SELECT number, time, actor, device, session, command, event, previous, hash FROM journal WHERE session IN "
            "(SELECT id FROM sessions WHERE live UNION SELECT session FROM open_commands UNION "
            "SELECT id FROM (SELECT id FROM sessions ORDER BY id DESC LIMIT ?)) ORDER BY number",
            {recent});
    while (query.next()) {
        if (const auto entry = entryFromRow(query))
            visit(*entry);
    }
    query.finish();
}

void SqliteStore::replayActs(const std::function<void(const JournalEntry &)> &visit)
{
    QSqlQuery &query =
        run("SELECT number, time, actor, device, session, command, event, previous, hash FROM journal WHERE "
            "substr(event, 3, 4) = x'6163742D' ORDER BY number",
            {});
    while (query.next()) {
        if (const auto entry = entryFromRow(query))
            visit(*entry);
    }
    query.finish();
}

SessionId SqliteStore::lastSession()
{
    return SessionId(number("SELECT MAX(session) FROM journal"));
}

CommandId SqliteStore::lastCommand()
{
    return CommandId(number("SELECT MAX(command) FROM journal"));
}

std::vector<JournalEntry> SqliteStore::entriesOf(CommandId command)
{
    return entriesFrom(run("SELECT number, time, actor, device, session, command, event, previous, hash FROM journal "
                           "WHERE command=? ORDER BY number",
        {stored(command.value())}));
}

std::vector<SessionId> SqliteStore::sessionsOn(DeviceId device, quint32 most)
{
    return sessionIds("SELECT id FROM sessions WHERE device=? ORDER BY id DESC LIMIT ?", {device.value(), most});
}

void SqliteStore::saveSession(const SessionRecord &session)
{
    write("INSERT OR REPLACE INTO session_records(id, record) VALUES(?,?)",
        {stored(session.id.value()), Codec::toBytes(session)});
}

std::optional<SessionRecord> SqliteStore::session(SessionId id)
{
    QSqlQuery &query = run("SELECT record FROM session_records WHERE id=?", {stored(id.value())});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    auto record = Codec::fromBytes<SessionRecord>(query.value(0).toByteArray());
    return record ? std::optional(*std::move(record)) : std::nullopt;
}

std::vector<SessionId> SqliteStore::sessionsWithoutRecord()
{
    return sessionIds("SELECT id FROM sessions WHERE NOT live AND id NOT IN (SELECT id FROM session_records)");
}

void SqliteStore::addCheckpoint(const Checkpoint &checkpoint)
{
    write("INSERT OR IGNORE INTO checkpoints(number, hash, signature) VALUES(?,?,?)",
        {stored(checkpoint.number), checkpoint.hash, checkpoint.signature});
}

void SqliteStore::addOutput(const Message::CommandOutput &chunk)
{
    write("INSERT INTO output(command, idx, format, rows, bytes) VALUES(?,?,?,?,?)",
        {stored(chunk.command.value()), chunk.index, int(chunk.format), chunk.rows, stored(chunk.bytes)});
}

std::optional<Message::CommandOutput> SqliteStore::output(CommandId command, quint32 index)
{
    QSqlQuery &query =
        run("SELECT format, rows, bytes FROM output WHERE command=? AND idx=?", {stored(command.value()), index});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return Message::CommandOutput{
        command, index, ChunkFormat(query.value(0).toInt()), query.value(1).toUInt(), query.value(2).toByteArray()};
}

quint32 SqliteStore::outputCount(CommandId command)
{
    return quint32(number("SELECT COUNT(*) FROM output WHERE command=?", {stored(command.value())}));
}

void SqliteStore::addSubmission(SessionId session, const QString &submission, CommandId command)
{
    write("INSERT OR IGNORE INTO submissions(session, submission, command) VALUES(?,?,?)",
        {stored(session.value()), stored(submission), stored(command.value())});
}

CommandId SqliteStore::submitted(SessionId session, const QString &submission)
{
    return CommandId(number("SELECT command FROM submissions WHERE session=? AND submission=?",
        {stored(session.value()), stored(submission)}));
}

void SqliteStore::dropSubmissions(SessionId session)
{
    write("DELETE FROM submissions WHERE session=?", {stored(session.value())});
}

void SqliteStore::saveUser(const StoredUser &user)
{
    write("INSERT OR REPLACE INTO users(name, password, roles) VALUES(?,?,?)",
        {user.name.value(), stored(user.passwordHash), stored(user.roles.join(u'\n'))});
}

std::optional<StoredUser> SqliteStore::user(const UserName &name)
{
    QSqlQuery &query = run("SELECT password, roles FROM users WHERE name=?", {stored(name.value())});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return StoredUser{name, query.value(0).toByteArray(), listFrom(query.value(1))};
}

bool SqliteStore::hasUsers()
{
    return number("SELECT EXISTS(SELECT 1 FROM users)") != 0;
}

void SqliteStore::saveDevice(const StoredDevice &device)
{
    write("INSERT OR REPLACE INTO devices(id, certificate, device_group, tags, facts, first_seen, last_seen) "
          "VALUES(?,?,?,?,?,?,?)",
        {device.id.value(), stored(device.certificate), stored(device.group), stored(device.tags.join(u'\n')),
            Codec::toBytes(device.facts), stored(device.firstSeen), stored(device.lastSeen)});
}

std::vector<StoredDevice> SqliteStore::devices()
{
    QSqlQuery &query = run("SELECT id, certificate, device_group, tags, facts, first_seen, last_seen FROM devices", {});
    std::vector<StoredDevice> found;
    while (query.next()) {
        found.push_back({DeviceId(query.value(0).toString()), query.value(1).toByteArray(), query.value(2).toString(),
            listFrom(query.value(3)),
            Codec::fromBytes<DeviceFacts>(query.value(4).toByteArray()).value_or(DeviceFacts{}),
            timeFrom(query.value(5)), timeFrom(query.value(6))});
    }
    query.finish();
    return found;
}

void SqliteStore::saveToken(SecretKind kind, const StoredToken &token)
{
    write("INSERT OR REPLACE INTO tokens(kind, hash, owner, bound_to, expires) VALUES(?,?,?,?,?)",
        {int(kind), token.hash, stored(token.owner), stored(token.boundTo), stored(token.expires)});
}

std::optional<StoredToken> SqliteStore::token(SecretKind kind, const QByteArray &hash)
{
    QSqlQuery &query = run("SELECT owner, bound_to, expires FROM tokens WHERE kind=? AND hash=?", {int(kind), hash});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return StoredToken{hash, query.value(0).toString(), query.value(1).toString(), timeFrom(query.value(2))};
}

void SqliteStore::dropToken(SecretKind kind, const QByteArray &hash)
{
    write("DELETE FROM tokens WHERE kind=? AND hash=?", {int(kind), hash});
}

void SqliteStore::dropExpiredTokens(const QDateTime &now)
{
    write("DELETE FROM tokens WHERE expires<?", {stored(now)});
}

void SqliteStore::saveLibraryFile(const LibraryFile &file)
{
    write("INSERT OR REPLACE INTO library(name, version, file) VALUES(?,?,?)",
        {stored(file.name), file.version, Codec::toBytes(file)});
}

void SqliteStore::dropLibraryFile(const QString &name)
{
    write("DELETE FROM library WHERE name=?", {stored(name)});
}

std::vector<LibraryFile> SqliteStore::libraryFiles()
{
    QSqlQuery &query = run("SELECT file FROM library ORDER BY name, version", {});
    std::vector<LibraryFile> found;
    while (query.next()) {
        if (auto file = Codec::fromBytes<LibraryFile>(query.value(0).toByteArray()))
            found.push_back(*std::move(file));
    }
    query.finish();
    return found;
}

void SqliteStore::saveSetting(const QString &key, const QString &value)
{
    write("INSERT OR REPLACE INTO settings(key, value) VALUES(?,?)", {key, stored(value)});
}

QMap<QString, QString> SqliteStore::settings()
{
    QSqlQuery &query = run("SELECT key, value FROM settings", {});
    QMap<QString, QString> found;
    while (query.next())
        found.insert(query.value(0).toString(), query.value(1).toString());
    query.finish();
    return found;
}

} // namespace Sonde::Service

#include "moc_sqlitestore.cpp"
