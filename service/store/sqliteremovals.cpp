// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/digest/digest.h"
#include "service/store/sqliteschema.h"
#include "service/store/sqlitestore.h"
#include "service/store/sqlitevalues.h"

#include <QScopeGuard>

/// What is not kept for ever.
namespace Sonde::Service {

void SqliteStore::indexRemoval(const JournalEntry &entry)
{
    if (const auto *removed = std::get_if<Event::ContentRemoved>(&entry.event))
        write("INSERT OR REPLACE INTO removals(what, session, entry, underway) VALUES(?,?,?,1)",
            {int(removed->what), stored(entry.session.value()), stored(entry.number)});
}

std::vector<ClosedSession> SqliteStore::sessionsClosed(
    quint64 after, const QDateTime &until, ContentKind what, quint32 most)
{
    QSqlQuery &query =
        run("SELECT number, session, device, NOT EXISTS(SELECT 1 FROM open_commands o WHERE o.session=j.session), "
            "EXISTS(SELECT 1 FROM removals r WHERE r.what=? AND r.session=j.session) FROM journal j "
            "WHERE substr(event, 3, 20) = x'73657373696F6E2D646973636F6E6E6563746564' AND number>? AND time<=? "
            "ORDER BY number LIMIT ?",
            {int(what), stored(after), stored(until), most});
    std::vector<ClosedSession> found;
    while (query.next())
        found.push_back({query.value(0).toULongLong(), SessionId(query.value(1).toULongLong()),
            DeviceId(query.value(2).toString()), query.value(3).toBool(), query.value(4).toBool()});
    query.finish();
    return found;
}

void SqliteStore::noteNothingToRemove(SessionId session, ContentKind what)
{
    write("INSERT OR IGNORE INTO removals(what, session, entry, underway) VALUES(?,?,0,0)",
        {int(what), stored(session.value())});
}

std::vector<StoredRemoval> SqliteStore::removalsUnderway()
{
    QSqlQuery &query = run("SELECT what, session, entry FROM removals WHERE underway ORDER BY entry", {});
    std::vector<StoredRemoval> found;
    while (query.next())
        found.push_back({ContentKind(query.value(0).toInt()), SessionId(query.value(1).toULongLong()),
            query.value(2).toULongLong()});
    query.finish();
    return found;
}

void SqliteStore::finishRemoval(const StoredRemoval &removal)
{
    write("UPDATE removals SET underway=0 WHERE what=? AND session=?",
        {int(removal.what), stored(removal.session.value())});
}

std::vector<CommandId> SqliteStore::commandsOf(SessionId session)
{
    QSqlQuery &query = run("SELECT DISTINCT command FROM journal WHERE session=? AND substr(event, 3, 16) = "
                           "x'636F6D6D616E642D66696E6973686564' ORDER BY command",
        {stored(session.value())});
    std::vector<CommandId> found;
    while (query.next())
        found.emplace_back(query.value(0).toULongLong());
    query.finish();
    return found;
}

ContentSize SqliteStore::outputOf(SessionId session)
{
    QSqlQuery &query =
        run("SELECT COUNT(DISTINCT command), COALESCE(SUM(LENGTH(bytes)), 0) FROM output WHERE command IN "
            "(SELECT command FROM journal WHERE session=? AND substr(event, 3, 16) = "
            "x'636F6D6D616E642D66696E6973686564')",
            {stored(session.value())});
    const auto done = qScopeGuard([&query] { query.finish(); });
    return query.next() ? ContentSize{query.value(0).toUInt(), query.value(1).toULongLong()} : ContentSize();
}

void SqliteStore::removeOutput(const Message::CommandOutput &chunk)
{
    write("UPDATE output SET bytes=?, removed=? WHERE command=? AND idx=? AND removed IS NULL",
        {Sonde::Digest::of(chunk.bytes, *EVP_sha256()), qlonglong(chunk.bytes.size()), stored(chunk.command.value()),
            chunk.index});
}

std::vector<StoredEvidence> SqliteStore::evidenceOf(SessionId session)
{
    QSqlQuery &query = run("SELECT command, event FROM journal WHERE session=? AND substr(event, 3, 15) = "
                           "x'65766964656E63652D73746F726564' ORDER BY number",
        {stored(session.value())});
    std::vector<StoredEvidence> found;
    while (query.next()) {
        const auto event = eventFromBytes(query.value(1).toByteArray());
        if (const auto *evidence = event ? std::get_if<Event::EvidenceStored>(&*event) : nullptr)
            found.push_back({CommandId(query.value(0).toULongLong()), evidence->size, evidence->sha256});
    }
    query.finish();
    return found;
}

bool SqliteStore::isEvidenceKept(const QByteArray &sha256)
{
    return number(
               "SELECT EXISTS(SELECT 1 FROM journal j WHERE substr(event, 3, 15) = "
               "x'65766964656E63652D73746F726564' AND substr(event, -32) = ? AND NOT EXISTS(SELECT 1 FROM removals r "
               "WHERE r.what=? AND r.session=j.session))",
               {sha256, int(ContentKind::Evidence)})
        > 0;
}

} // namespace Sonde::Service
