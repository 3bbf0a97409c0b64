// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/activity/activityindexer.h"

#include "protocol/journal/activity.h"
#include "service/activity/searchtext.h"
#include "service/store/sqliteschema.h"
#include "service/store/sqlitevalues.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

Q_LOGGING_CATEGORY(activityLog, "sonde.activity")

constexpr int EntriesAtOnce = 2000;
constexpr int ChunksAtOnce = 50;
/// What comes close together is indexed together.
constexpr int RestMs = 200;
constexpr int LookAgainMs = 5000;

/// A statement that is run again and again.
class Statement
{
public:
    Statement(QSqlDatabase &database, const char *sql)
        : m_query(database)
    {
        m_query.setForwardOnly(true);
        m_query.prepare(QLatin1StringView(sql));
    }
    /// What is wrong with it otherwise.
    std::optional<QSqlError> run(const QVariantList &values)
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            m_query.bindValue(int(i), values.at(i));
        return m_query.exec() ? std::nullopt : std::optional(m_query.lastError());
    }
    /// The text that it selects; empty when there is none.
    QString text(const QVariantList &values)
    {
        const bool isFound = !run(values) && m_query.next();
        const QString found = isFound ? m_query.value(0).toString() : QString();
        m_query.finish();
        return found;
    }
    /// It wrote into a row, the last time.
    [[nodiscard]] bool hasChanged() const { return m_query.numRowsAffected() > 0; }

private:
    QSqlQuery m_query;
};

/// What the entries write.
class EntryWriter
{
public:
    EntryWriter(QSqlDatabase &database, QSqlDatabase &index)
        : m_database(database)
        , m_activity(index,
              "INSERT OR REPLACE INTO activity(number, time, actor, device, session, command, kind, what, outcome) "
              "VALUES(?,?,?,?,?,?,?,?,?)")
        , m_typed(index, "INSERT INTO typed(rowid, text) VALUES(?,?)")
        , m_removed(index, "INSERT OR REPLACE INTO removed(session, underway) VALUES(?,1)")
        , m_outcome(index, "UPDATE activity SET outcome=? WHERE command=? AND command>0 AND kind='command-accepted'")
        , m_answered(index, "UPDATE activity SET outcome=? WHERE command=? AND command>0 AND kind='approval-requested'")
        , m_line(index, "SELECT what FROM activity WHERE command=? AND command>0 ORDER BY number LIMIT 1")
        , m_owner(index, "SELECT actor FROM activity WHERE session=? AND kind='session-created'")
    {
    }

    std::optional<QSqlError> add(const JournalEntry &entry)
    {
        if (decidesOutcome(entry.event)) {
            if (auto error = m_outcome.run({int(outcomeAt(entry)), stored(entry.command.value())}))
                return error;
        }
        if (const auto *removed = std::get_if<Event::ContentRemoved>(&entry.event);
            removed && removed->what == ContentKind::Output) {
            if (auto error = m_removed.run({stored(entry.session.value())}))
                return error;
        }
        auto activity = activityOf(entry);
        if (!activity)
            return {};
        if (isAnswer(entry.event)) {
            if (auto error = m_answered.run({int(answerOf(*activity)), stored(entry.command.value())}))
                return error;
            // What was refused is the line of whoever asked for approval, and stands there as theirs.
            if (std::holds_alternative<Event::CommandRejected>(entry.event) && m_answered.hasChanged())
                return {};
        }
        complete(*activity, entry.event);
        if (auto error = m_activity.run({stored(activity->number), stored(activity->time), stored(activity->actor),
                stored(activity->device.value()), stored(activity->session.value()), stored(activity->command.value()),
                activity->kind, stored(activity->what), int(activity->outcome)}))
            return error;
        return activity->what.isEmpty() ? std::nullopt
                                        : m_typed.run({stored(activity->number), searchable(activity->what)});
    }

private:
    /// To a line that may have waited for approval.
    [[nodiscard]] static bool isAnswer(const JournalEvent &event)
    {
        return std::holds_alternative<Event::CommandAccepted>(event)
            || std::holds_alternative<Event::CommandRejected>(event);
    }
    [[nodiscard]] static ActivityOutcome answerOf(const ActivityRecord &answer)
    {
        return answer.outcome == ActivityOutcome::Underway ? ActivityOutcome::Done : answer.outcome;
    }
    /// Which line, or whose session, an earlier entry has.
    void complete(ActivityRecord &activity, const JournalEvent &event)
    {
        if (isAboutLine(event))
            join(activity.what, m_line.text({stored(activity.command.value())}), u"%1 (%2)"_s);
        else if (isAboutSession(event))
            join(activity.what, m_owner.text({stored(activity.session.value())}), u"%1: %2"_s);
    }
    static void join(QString &what, const QString &about, const QString &form)
    {
        if (what.isEmpty() || about.isEmpty())
            what = about + what;
        else
            what = form.arg(about, what);
    }
    /// Of its command, as the journal has it up to there.
    [[nodiscard]] ActivityOutcome outcomeAt(const JournalEntry &entry) const
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.exec(u"SELECT %1 FROM journal WHERE command=%2 AND number<=%3 ORDER BY number"_s.arg(
            QLatin1StringView(JournalColumns), QString::number(entry.command.value()), QString::number(entry.number)));
        Projection told;
        while (query.next()) {
            if (const auto known = entryFromRow(query))
                told.apply(*known);
        }
        const CommandRecord *command = told.command(entry.command);
        return command ? outcomeOf(*command) : ActivityOutcome::Happened;
    }

    QSqlDatabase &m_database;
    Statement m_activity;
    Statement m_typed;
    Statement m_removed;
    Statement m_outcome;
    Statement m_answered;
    Statement m_line;
    Statement m_owner;
};

/// What chunks of output write.
class OutputWriter
{
public:
    explicit OutputWriter(QSqlDatabase &index)
        : m_index(index)
        , m_chunk(index, "INSERT OR REPLACE INTO chunks(id, command) VALUES(?,?)")
        , m_printed(index, "INSERT INTO printed(rowid, text) VALUES(?,?)")
    {
    }

    /// Nothing of a command whose output is removed, though it may still be there.
    std::optional<QSqlError> add(quint64 row, quint64 command, const QStringList &lines)
    {
        if (isRemoved(command))
            return {};
        auto error = m_chunk.run({stored(row), stored(command)});
        for (qsizetype line = 0; !error && line < lines.size(); ++line) {
            if (!lines.at(line).isEmpty())
                error = m_printed.run({stored(lineNumber(row, quint64(line))), searchable(lines.at(line))});
        }
        return error;
    }

private:
    [[nodiscard]] bool isRemoved(quint64 command) const
    {
        QSqlQuery query(m_index);
        query.exec(u"SELECT 1 FROM removed WHERE session=(SELECT session FROM activity WHERE command=%1 AND command>0 "
                   "LIMIT 1)"_s.arg(command));
        return query.next();
    }

    QSqlDatabase &m_index;
    Statement m_chunk;
    Statement m_printed;
};

/// What takes chunks of output out again. The index has no text of its own: to take a line out it is told the line.
class OutputEraser
{
public:
    OutputEraser(QSqlDatabase &database, QSqlDatabase &index)
        : m_database(database)
        , m_chunk(index, "DELETE FROM chunks WHERE id=?")
        , m_printed(index, "INSERT INTO printed(printed, rowid, text) VALUES('delete',?,?)")
    {
        // At once, not when the parts of the index are put together; not before SQLite 3.42.
        QSqlQuery(index).exec(u"INSERT INTO printed(printed, rank) VALUES('secure-delete', 1)"_s);
    }

    std::optional<QSqlError> erase(quint64 row)
    {
        const QStringList lines = linesAt(row);
        std::optional<QSqlError> error;
        for (qsizetype line = 0; !error && line < lines.size(); ++line) {
            if (!lines.at(line).isEmpty())
                error = m_printed.run({stored(lineNumber(row, quint64(line))), searchable(lines.at(line))});
        }
        return error ? error : m_chunk.run({stored(row)});
    }

private:
    /// None when they are gone: the words are found no more without their chunk.
    [[nodiscard]] QStringList linesAt(quint64 row) const
    {
        QSqlQuery query(m_database);
        query.exec(u"SELECT format, bytes FROM output WHERE rowid=%1 AND removed IS NULL"_s.arg(row));
        return query.next() ? linesOf(ChunkFormat(query.value(0).toInt()), query.value(1).toByteArray())
                            : QStringList();
    }

    QSqlDatabase &m_database;
    Statement m_chunk;
    Statement m_printed;
};

/// The first of the session's chunks that are in the index.
std::vector<quint64> chunksOf(QSqlDatabase &database, QSqlDatabase &index, quint64 session)
{
    std::vector<quint64> found;
    QSqlQuery commands(database);
    commands.setForwardOnly(true);
    commands.exec(u"SELECT command FROM journal WHERE session=%1 AND substr(event, 3, 16) = "
                  "x'636F6D6D616E642D66696E6973686564'"_s.arg(session));
    while (int(found.size()) < ChunksAtOnce && commands.next()) {
        QSqlQuery chunks(index);
        chunks.exec(u"SELECT id FROM chunks WHERE command=%1 LIMIT %2"_s.arg(
            QString::number(commands.value(0).toULongLong()), QString::number(ChunksAtOnce - int(found.size()))));
        while (chunks.next())
            found.push_back(chunks.value(0).toULongLong());
    }
    return found;
}

} // namespace

ActivityIndexer::ActivityIndexer(const QString &databasePath, const QString &indexPath, HasRoom hasRoom)
    : m_databasePath(databasePath)
    , m_indexPath(indexPath)
    , m_hasRoom(std::move(hasRoom))
    , m_thread([this] { work(); })
{
}

ActivityIndexer::~ActivityIndexer()
{
    m_stop = true;
    m_ending.release();
    m_wanted.release();
    m_thread.join();
}

void ActivityIndexer::noteCommit()
{
    if (!m_noted.exchange(true))
        m_wanted.release();
}

void ActivityIndexer::noteUnreadable()
{
    std::ignore = m_open.tryAcquire(m_open.available());
    m_unreadable = true;
    m_wanted.release();
}

void ActivityIndexer::waitUntilOpen()
{
    m_open.acquire();
    m_open.release();
}

void ActivityIndexer::openGate()
{
    if (m_open.available() == 0)
        m_open.release();
}

void ActivityIndexer::work()
{
    while (!m_stop) {
        openAndFollow();
        openGate(); // who waits is told what is wrong
        rest(m_failures > 1 ? LookAgainMs : RestMs);
    }
}

void ActivityIndexer::openAndFollow()
{
    const QString reading = QUuid::createUuid().toString();
    const QString writing = QUuid::createUuid().toString();
    bool isBroken = false;
    {
        auto database = openSqlite(m_databasePath, reading, true);
        auto index = openIndex(m_indexPath, writing);
        if (database && index) {
            m_failures = 0;
            m_broken = false;
            follow(*database, *index);
            isBroken = m_broken;
        } else {
            ++m_failures;
            qCWarning(activityLog).noquote()
                << "nothing is indexed:" << debugText(database ? index.error() : database.error());
            isBroken = database.has_value() && index.error().code != ErrorCode::NoSpace;
        }
    }
    QSqlDatabase::removeDatabase(reading);
    QSqlDatabase::removeDatabase(writing);
    if (isBroken && !m_stop) {
        qCWarning(activityLog) << "the index is broken, and is made anew";
        m_indexed = 0;
        removeIndex(m_indexPath);
    }
}

/// It may be of another journal, or of a later one than this copy.
void ActivityIndexer::adoptState(QSqlDatabase &database, QSqlDatabase &index, IndexState &state)
{
    QSqlQuery known(database);
    known.exec(u"SELECT hash FROM journal WHERE number=%1"_s.arg(state.entry));
    if (state.entry == 0 || (known.next() && known.value(0).toByteArray() == state.entryHash))
        return;
    emptyIndex(index);
    state = {};
}

void ActivityIndexer::follow(QSqlDatabase &database, QSqlDatabase &index)
{
    IndexState state = indexState(index);
    adoptState(database, index, state);
    openGate();
    while (!m_stop && isGood(index)) {
        m_noted = false;
        const bool hasRoom = m_hasRoom();
        const bool moreEntries = hasRoom && addEntries(database, index, state);
        const bool moreOutput = hasRoom && addOutputs(database, index, state);
        const bool moreRemoved = hasRoom && dropOutputs(database, index, state);
        if (!moreEntries && !moreOutput && !moreRemoved) {
            if (!m_warned)
                m_indexed = state.entry;
            m_wanted.tryAcquire(std::max(1, m_wanted.available()), LookAgainMs);
            rest(RestMs);
        }
    }
}

bool ActivityIndexer::isGood(QSqlDatabase &index)
{
    if (!QFileInfo::exists(m_indexPath))
        return false;
    if (m_unreadable.exchange(false)) {
        m_broken = m_broken || !isWhole(index);
        if (!m_broken)
            openGate();
    }
    return !m_broken;
}

void ActivityIndexer::rest(int ms)
{
    std::ignore = m_ending.tryAcquire(1, ms);
}

bool ActivityIndexer::addEntries(QSqlDatabase &database, QSqlDatabase &index, IndexState &state)
{
    std::vector<JournalEntry> entries;
    IndexState next = state;
    int rows = 0;
    {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.exec(u"SELECT %1 FROM journal WHERE number>%2 ORDER BY number LIMIT %3"_s.arg(
            QLatin1StringView(JournalColumns), QString::number(state.entry), QString::number(EntriesAtOnce)));
        for (; query.next(); ++rows) {
            next.entry = query.value(0).toULongLong();
            next.entryHash = query.value(8).toByteArray();
            if (auto entry = entryFromRow(query))
                entries.push_back(*std::move(entry));
        }
    }
    if (rows == 0 || !index.transaction())
        return false;
    EntryWriter writer(database, index);
    std::optional<QSqlError> error;
    for (const JournalEntry &entry : entries) {
        if (error = writer.add(entry); error)
            break;
    }
    return keep(index, state, next, error) && rows == EntriesAtOnce;
}

bool ActivityIndexer::addOutputs(QSqlDatabase &database, QSqlDatabase &index, IndexState &state)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(
        u"SELECT rowid, command, format, bytes, removed FROM output WHERE rowid>%1 ORDER BY rowid LIMIT %2"_s.arg(
            QString::number(state.outputRow), QString::number(ChunksAtOnce)));
    if (!query.next() || !index.transaction())
        return false;
    OutputWriter writer(index);
    IndexState next = state;
    std::optional<QSqlError> error;
    int rows = 0;
    do {
        ++rows;
        next.outputRow = query.value(0).toULongLong();
        if (query.value(4).isNull())
            error = writer.add(next.outputRow, query.value(1).toULongLong(),
                linesOf(ChunkFormat(query.value(2).toInt()), query.value(3).toByteArray()));
    } while (!error && !m_stop && query.next());
    query.finish();
    return keep(index, state, next, error) && rows == ChunksAtOnce;
}

bool ActivityIndexer::dropOutputs(QSqlDatabase &database, QSqlDatabase &index, IndexState &state)
{
    QSqlQuery query(index);
    if (!query.exec(u"SELECT session FROM removed WHERE underway LIMIT 1"_s))
        return false;
    if (!query.next()) {
        m_forgotten = state.entry;
        return false;
    }
    const quint64 session = query.value(0).toULongLong();
    query.finish();
    const auto chunks = chunksOf(database, index, session);
    if (!index.transaction())
        return false;
    std::optional<QSqlError> error;
    OutputEraser eraser(database, index);
    for (size_t at = 0; !error && at < chunks.size(); ++at)
        error = eraser.erase(chunks[at]);
    if (chunks.empty() && !query.exec(u"UPDATE removed SET underway=0 WHERE session=%1"_s.arg(session)))
        error = query.lastError();
    return keep(index, state, state, error);
}

/// All of it, or nothing. It is tried again then.
bool ActivityIndexer::keep(
    QSqlDatabase &index, IndexState &state, const IndexState &next, std::optional<QSqlError> error)
{
    if (!error)
        error = saveIndexState(index, next);
    if (!error && !index.commit())
        error = index.lastError();
    if (!error) {
        state = next;
        m_warned = false;
        return true;
    }
    index.rollback();
    m_broken = m_broken || isCorrupt(*error);
    if (!std::exchange(m_warned, true))
        qCWarning(activityLog).noquote() << "the index cannot be written:" << error->text();
    return false;
}

} // namespace Sonde::Service
