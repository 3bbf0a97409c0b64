// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqlitestore.h"

#include "protocol/base/codec.h"
#include "service/store/sqliteschema.h"
#include "service/store/sqlitevalues.h"
#include "service/store/walcheckpointer.h"

#include <QScopeGuard>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

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
    m_writes.emplace_back(sql, values);
    if (!std::exchange(m_inTransaction, true)) {
        if (!m_isFull)
            run("BEGIN IMMEDIATE", {}).finish();
        Q_EMIT transactionBegun();
    }
    // Once one has failed the engine may have ended the transaction: none of the others may be there without it.
    if (!m_isFull && !m_failure)
        run(sql, values).finish();
}

/// Everything once more that could not be written.
void SqliteStore::writeAgain()
{
    run("BEGIN IMMEDIATE", {}).finish();
    for (const auto &[sql, values] : m_writes) {
        if (m_failure)
            return;
        run(sql, values).finish();
    }
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
    if (m_inTransaction)
        Q_EMIT aboutToCommit();
    if (std::exchange(m_isFull, false))
        writeAgain();
    if (m_inTransaction && !m_failure)
        run("COMMIT", {}).finish();
    if (m_failure) {
        const Error why = *m_failure;
        QSqlQuery(m_database).exec(u"ROLLBACK"_s); // the engine may have done so itself
        m_isFull = why.code == ErrorCode::NoSpace;
        if (m_isFull)
            m_failure.reset();
        return std::unexpected(why);
    }
    m_inTransaction = false;
    m_writes.clear();
    m_checkpointer->noteCommit();
    return {};
}

void SqliteStore::synchronize()
{
    m_checkpointer->flushNow();
}

quint64 SqliteStore::commits() const
{
    return m_checkpointer->commits();
}

quint64 SqliteStore::flushedCommits() const
{
    return m_checkpointer->flushed();
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
    indexRemoval(entry);
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

void SqliteStore::visitHashes(const std::function<void(const QByteArray &)> &visit)
{
    QSqlQuery &query = run("SELECT hash FROM journal ORDER BY number", {});
    while (query.next())
        visit(query.value(0).toByteArray());
    query.finish();
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

std::optional<SignedHead> SqliteStore::signedHead()
{
    QSqlQuery &query = run(HeadQuery, {});
    const auto done = qScopeGuard([&query] { query.finish(); });
    return query.next() ? std::optional(headFromRow(query)) : std::nullopt;
}

void SqliteStore::saveSignedHead(const SignedHead &head)
{
    write("INSERT OR REPLACE INTO head(id, number, hash, outputs, outputs_hash, outputs_after, outputs_of_digests, "
          "since, signature, peaks) VALUES(1,?,?,?,?,?,?,?,?,?)",
        {stored(head.number), head.hash, stored(head.outputs.count), head.outputs.hash, stored(head.outputs.after),
            head.outputs.ofDigests, stored(head.since), head.signature, head.peaks});
}

const OutputChain &SqliteStore::outputChain()
{
    if (!m_chain) {
        const auto head = signedHead();
        // What there was before chains, or in an earlier version's, is not in one.
        m_chain = head && head->outputs.ofDigests ? head->outputs
                                                  : OutputChain{.after = number("SELECT MAX(rowid) FROM output")};
    }
    return *m_chain;
}

void SqliteStore::addOutput(const Message::CommandOutput &chunk)
{
    std::ignore = outputChain();
    m_chain->add(chunk);
    write("INSERT INTO output(command, idx, format, rows, bytes) VALUES(?,?,?,?,?)",
        {stored(chunk.command.value()), chunk.index, int(chunk.format), chunk.rows, stored(chunk.bytes)});
}

std::optional<Message::CommandOutput> SqliteStore::output(CommandId command, quint32 index)
{
    QSqlQuery &query = run("SELECT format, rows, bytes FROM output WHERE command=? AND idx=? AND removed IS NULL",
        {stored(command.value()), index});
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

namespace {

constexpr auto RowsOfCommand = "FROM output WHERE command=? AND format=?";

void bindRows(QSqlQuery &query, CommandId command)
{
    query.addBindValue(stored(command.value()));
    query.addBindValue(int(ChunkFormat::Rows));
}

/// Of the chunks only their lengths are read.
Result<qint64> sizeOfRows(const QSqlDatabase &database, CommandId command)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT COALESCE(SUM(LENGTH(bytes)), 0) "_s + QLatin1StringView(RowsOfCommand));
    bindRows(query, command);
    if (!query.exec() || !query.next())
        return std::unexpected(storageError(query));
    return query.value(0).toLongLong();
}

Result<std::vector<QByteArray>> rowsIn(const QSqlDatabase &database, CommandId command, qint64 most)
{
    const auto size = sizeOfRows(database, command);
    if (!size)
        return std::unexpected(size.error());
    if (*size > most)
        return fail(ErrorCode::TooLarge).with(Fact::Limit, most).with(Fact::Actual, *size);
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT bytes "_s + QLatin1StringView(RowsOfCommand) + u" ORDER BY idx"_s);
    bindRows(query, command);
    if (!query.exec())
        return std::unexpected(storageError(query));
    std::vector<QByteArray> chunks;
    while (query.next())
        chunks.push_back(query.value(0).toByteArray());
    return chunks;
}

} // namespace

Result<std::vector<QByteArray>> readRowChunks(const QString &path, CommandId command, qint64 most)
{
    const QString connection = QUuid::createUuid().toString();
    Result<std::vector<QByteArray>> rows = fail(ErrorCode::StorageFailed);
    {
        const auto database = openSqlite(path, connection, true);
        rows = database ? rowsIn(*database, command, most) : std::unexpected(database.error());
    }
    QSqlDatabase::removeDatabase(connection);
    return rows;
}

} // namespace Sonde::Service

#include "moc_sqlitestore.cpp"
