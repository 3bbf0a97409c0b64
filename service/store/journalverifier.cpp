// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/journalverifier.h"

#include "protocol/digest/digest.h"
#include "service/store/journalwriter.h"
#include "service/store/signingkey.h"
#include "service/store/sqliteschema.h"

#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr int SliceEntries = 1000;
constexpr quint64 SliceChunks = 100;

QString differenceText(const JournalEntry &entry, const Event::JournalDiffers &differs)
{
    if (entry.device.isValid())
        return u"the device %1 was told of another entry %2 than there is"_s.arg(
            entry.device.value(), QString::number(differs.number));
    if (differs.number == 0)
        return u"when the service started here, nothing said where the journal ended"_s;
    return u"when the service started here, the journal did not end with the entry %1 that was signed"_s.arg(
        differs.number);
}

} // namespace

Message::JournalVerdict JournalVerifier::run()
{
    const QString connection = QUuid::createUuid().toString();
    Checked checked;
    {
        auto database = openSqlite(m_path, connection, true);
        checked = database ? checkAll(*database) : std::unexpected(Broken{0, database.error().reason});
    }
    QSqlDatabase::removeDatabase(connection);
    if (checked)
        return {0, true, m_number, 0, {}, m_removals.said()};
    return {0, false, m_number, checked.error().at, checked.error().reason};
}

JournalVerifier::Checked JournalVerifier::checkAll(QSqlDatabase &database)
{
    const auto head = loadHead(database);
    if (!head)
        return std::unexpected(head.error());
    m_outputs.after = m_outputRow = head->outputs.after;
    m_outputs.ofDigests = head->outputs.ofDigests;
    m_since = head->since;
    if (auto loaded = loadCheckpoints(database); !loaded)
        return loaded;
    if (auto checked = checkSlices(database); !checked)
        return checked;
    addOutputs(database, head->outputs.count);
    // The rest, and what has come meanwhile, as of one moment.
    database.transaction();
    auto checked = checkEnd(database);
    database.rollback();
    return checked;
}

JournalVerifier::Checked JournalVerifier::checkEnd(QSqlDatabase &database)
{
    const auto head = loadHead(database);
    if (!head)
        return std::unexpected(head.error());
    // Checkpoints of what has come meanwhile.
    m_checkpoints.clear();
    if (auto loaded = loadCheckpoints(database); !loaded)
        return loaded;
    if (auto checked = checkSlices(database); !checked)
        return checked;
    if (head->number != m_number || head->hash != m_hash)
        return std::unexpected(Broken{std::min(head->number, m_number) + (head->number == m_number ? 0 : 1),
            u"the journal ends with entry %1, but was signed with entry %2"_s.arg(m_number).arg(head->number)});
    if (!head->peaks.isEmpty() && head->peaks != m_tree.peaks())
        return std::unexpected(Broken{m_number, u"the tree over the entries is not that of the entries"_s});
    if (!m_checkpoints.empty() && m_checkpoints.rbegin()->first > m_number)
        return std::unexpected(Broken{
            m_number + 1, u"the journal ends here, but entry %1 was signed"_s.arg(m_checkpoints.rbegin()->first)});
    addOutputs(database, std::numeric_limits<quint64>::max());
    if (m_outputs.count != head->outputs.count || m_outputs.hash != head->outputs.hash)
        return std::unexpected(Broken{m_number, u"some output was added, changed or removed"_s});
    if (const auto unsaid = m_removals.unsaid())
        return std::unexpected(Broken{unsaid->entry ? unsaid->entry : m_number,
            u"the output of command %1 was removed, and no entry says so"_s.arg(unsaid->command.value())});
    if (const auto different = m_tables.difference(database))
        return std::unexpected(Broken{m_number, *different});
    return {};
}

JournalVerifier::Checked JournalVerifier::checkSlices(QSqlDatabase &database)
{
    for (bool more = true; more;) {
        if (m_stop.stop_requested())
            return std::unexpected(Broken{m_number + 1, u"the check was given up"_s});
        if (auto checked = checkSlice(database, more); !checked)
            return checked;
    }
    return {};
}

std::expected<SignedHead, JournalVerifier::Broken> JournalVerifier::loadHead(QSqlDatabase &database) const
{
    QSqlQuery query(database);
    query.exec(QLatin1StringView(HeadQuery));
    if (!query.next())
        return std::unexpected(Broken{1, u"nothing says where the journal ends: its signed head is missing"_s});
    const SignedHead head = headFromRow(query);
    if (!m_key.verify(headText(head), head.signature))
        return std::unexpected(Broken{head.number, u"the signature of the head is not the service's"_s});
    return head;
}

void JournalVerifier::noteGone(const QSqlDatabase &database, CommandId command)
{
    QSqlQuery query(database);
    query.exec(u"SELECT session, number FROM journal WHERE command=%1 ORDER BY number LIMIT 1"_s.arg(command.value()));
    if (query.next())
        m_removals.noteGone(SessionId(query.value(0).toULongLong()), {command, query.value(1).toULongLong()});
    else
        m_removals.noteGone({}, {command, 0});
}

void JournalVerifier::addOutputs(QSqlDatabase &database, quint64 upTo)
{
    for (bool more = true; more && m_outputs.count < upTo && !m_stop.stop_requested();) {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.exec(
            u"SELECT rowid, command, idx, format, rows, bytes, removed FROM output WHERE rowid>%1 ORDER BY rowid "
            "LIMIT %2"_s.arg(m_outputRow)
                .arg(std::min<quint64>(SliceChunks, upTo - m_outputs.count)));
        for (more = false; query.next(); more = true) {
            m_outputRow = query.value(0).toULongLong();
            addOutput(database, query);
        }
    }
}

void JournalVerifier::addOutput(const QSqlDatabase &database, const QSqlQuery &row)
{
    const CommandId command(row.value(1).toULongLong());
    const auto index = row.value(2).toUInt();
    const auto format = ChunkFormat(row.value(3).toInt());
    const auto rows = row.value(4).toUInt();
    const QByteArray bytes = row.value(5).toByteArray();
    if (row.value(6).isNull())
        return m_outputs.add(Message::CommandOutput{command, index, format, rows, bytes});
    if (!m_removals.isNoted(command))
        noteGone(database, command);
    m_outputs.add(RemovedOutput{command, index, format, rows, row.value(6).toULongLong(), bytes});
}

JournalVerifier::Checked JournalVerifier::loadCheckpoints(QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(u"SELECT number, hash, signature FROM checkpoints ORDER BY number"_s);
    while (query.next()) {
        const quint64 number = query.value(0).toULongLong();
        const QByteArray hash = query.value(1).toByteArray();
        if (!m_key.verify(checkpointText(number, hash), query.value(2).toByteArray()))
            return std::unexpected(Broken{number, u"the signature of this checkpoint is not the service's"_s});
        m_checkpoints.emplace(number, hash);
    }
    if (query.lastError().isValid())
        return std::unexpected(Broken{1, query.lastError().text()});
    return {};
}

JournalVerifier::Checked JournalVerifier::checkSlice(QSqlDatabase &database, bool &more)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(
        u"SELECT %1 FROM journal WHERE number>%2 ORDER BY number LIMIT %3"_s.arg(QLatin1StringView(JournalColumns))
            .arg(m_number)
            .arg(SliceEntries));
    more = false;
    while (query.next()) {
        more = true;
        const auto entry = entryFromRow(query);
        if (!entry)
            return std::unexpected(Broken{query.value(0).toULongLong(), entry.error().reason});
        if (auto checked = checkEntry(*entry, query.value(6).toByteArray()); !checked)
            return checked;
        if (const auto *finished = std::get_if<Event::CommandFinished>(&entry->event)) {
            if (auto checked = checkOutput(database, *entry, *finished); !checked)
                return checked;
        }
        m_removals.apply(*entry);
        if (const auto *differs = std::get_if<Event::JournalDiffers>(&entry->event))
            return std::unexpected(Broken{entry->number, differenceText(*entry, *differs)});
        m_tables.apply(*entry);
        m_number = entry->number;
        m_hash = entry->hash;
        m_tree.add(m_hash);
    }
    if (query.lastError().isValid())
        return std::unexpected(Broken{m_number + 1, query.lastError().text()});
    return {};
}

JournalVerifier::Checked JournalVerifier::checkEntry(const JournalEntry &entry, const QByteArray &storedEvent)
{
    if (entry.number != m_number + 1)
        return std::unexpected(Broken{m_number + 1, u"this entry is missing"_s});
    if (entry.previous != m_hash)
        return std::unexpected(Broken{entry.number, u"does not follow from the entry before"_s});
    // Bytes that decode to the same event are still not the bytes that were written.
    if (entry.hash != entryHash(entry) || storedEvent != eventToBytes(entry.event))
        return std::unexpected(Broken{entry.number, u"its content does not have its hash"_s});
    const auto signedHere = m_checkpoints.find(entry.number);
    if (signedHere != m_checkpoints.end()) {
        if (signedHere->second != entry.hash)
            return std::unexpected(Broken{entry.number, u"the service signed another entry with this number"_s});
        m_lastCheckpoint = entry.number;
    }
    if (entry.number > std::max(m_lastCheckpoint, m_since) + JournalWriter::CheckpointEvery)
        return std::unexpected(Broken{entry.number, u"the checkpoint before this entry is missing"_s});
    return {};
}

JournalVerifier::Checked JournalVerifier::checkOutput(
    QSqlDatabase &database, const JournalEntry &entry, const Event::CommandFinished &finished)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(u"SELECT idx, bytes, removed FROM output WHERE command=%1 ORDER BY idx"_s.arg(entry.command.value()));
    Sha256 hash;
    quint32 chunks = 0;
    bool isWhole = true;
    for (; query.next(); ++chunks) {
        if (query.value(0).toUInt() != chunks)
            break;
        hash.add(query.value(1).toByteArray());
        isWhole = isWhole && query.value(2).isNull();
    }
    if (chunks != finished.chunks)
        return std::unexpected(
            Broken{entry.number, u"output chunk %1 of command %2 is missing"_s.arg(chunks).arg(entry.command.value())});
    if (!isWhole)
        m_removals.noteGone(entry.session, {entry.command, entry.number});
    else if (hash.result() != finished.outputSha256)
        return std::unexpected(
            Broken{entry.number, u"the output of command %1 does not have its hash"_s.arg(entry.command.value())});
    return {};
}

} // namespace Sonde::Service
