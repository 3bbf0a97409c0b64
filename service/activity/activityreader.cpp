// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/activity/activityreader.h"

#include "service/activity/activityindex.h"
#include "service/activity/searchtext.h"
#include "service/store/sqliteschema.h"
#include "service/store/sqlitevalues.h"

#include <QUuid>
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr quint32 MostRecords = 200;
/// Lines with the words that are looked at for one page: a command that printed them a million times is one record.
constexpr int MostLines = 20'000;
constexpr qsizetype ShownLetters = 300;
/// A line can be as long as a message, and there are many in one.
constexpr qsizetype LongestWhat = 500;
constexpr auto ActivityColumns =
    "a.number, a.time, a.actor, a.device, a.session, a.command, a.kind, a.what, a.outcome"_L1;

/// Conditions, and what is bound to them in their order.
struct Conditions {
    QString sql;
    QVariantList values;

    explicit Conditions(const ActivityFilter &filter)
    {
        if (!filter.user.isEmpty())
            add(u"a.actor=?"_s, filter.user);
        if (filter.device.isValid())
            add(u"a.device=?"_s, filter.device.value());
        if (filter.outcome)
            add(u"a.outcome=?"_s, int(*filter.outcome));
        if (filter.from)
            add(u"a.time>=?"_s, stored(*filter.from));
        if (filter.until)
            add(u"a.time<?"_s, stored(*filter.until));
    }
    void add(const QString &condition, const QVariant &value)
    {
        sql += u" AND "_s + condition;
        values += value;
    }
};

ActivityRecord recordFrom(const QSqlQuery &row)
{
    return {row.value(0).toULongLong(), timeFrom(row.value(1)), row.value(2).toString(),
        DeviceId(row.value(3).toString()), SessionId(row.value(4).toULongLong()), CommandId(row.value(5).toULongLong()),
        row.value(6).toString(), row.value(7).toString().left(LongestWhat), ActivityOutcome(row.value(8).toInt())};
}

class Reading
{
public:
    Reading(const QSqlDatabase &database, const QSqlDatabase &index, const Message::FetchActivity &wanted)
        : m_database(database)
        , m_index(index)
        , m_wanted(wanted)
        , m_conditions(wanted.filter)
        , m_most(wanted.most ? std::min(wanted.most, MostRecords) : MostRecords)
    {
        m_page.before = wanted.before;
        m_page.beforeLine = wanted.beforeLine;
        m_page.firstLine = wanted.firstLine;
    }

    Result<Message::ActivityPage> all()
    {
        auto read = select(u"SELECT %1 FROM activity a WHERE a.number<?"_s.arg(ActivityColumns), {}, u"a.number"_s);
        if (!read)
            return std::unexpected(read.error());
        m_page.complete = read->size() < m_most;
        m_page.records = std::move(*read);
        if (!m_page.records.empty())
            m_page.before = m_page.records.back().number;
        return std::move(m_page);
    }

    /// By when it was done, whether it was typed or printed.
    Result<Message::ActivityPage> matching(const QString &expression)
    {
        const auto typed = select(
            u"SELECT %1 FROM typed t JOIN activity a ON a.number=t.rowid WHERE typed MATCH ? AND t.rowid<?"_s.arg(
                ActivityColumns),
            {expression}, u"t.rowid"_s);
        if (!typed)
            return std::unexpected(typed.error());
        QSqlQuery lines(m_index);
        if (const auto begun = beginPrinted(lines, expression); !begun)
            return std::unexpected(begun.error());
        merge(*typed, lines, expression);
        // Commands that ran side by side printed in no order.
        std::ranges::stable_sort(m_page.records, std::greater(), &ActivityRecord::number);
        return std::move(m_page);
    }

private:
    /// A command, and the line for which it is named.
    struct Printed {
        quint64 line = 0;
        ActivityRecord record;
    };

    [[nodiscard]] static qlonglong upTo(quint64 before)
    {
        return before ? stored(before) : std::numeric_limits<qlonglong>::max();
    }

    Result<std::vector<ActivityRecord>> select(const QString &statement, QVariantList values, const QString &order)
    {
        QSqlQuery query(m_index);
        query.setForwardOnly(true);
        query.prepare(statement + m_conditions.sql + u" ORDER BY %1 DESC LIMIT %2"_s.arg(order).arg(m_most));
        values += upTo(m_wanted.before);
        for (const QVariant &value : values + m_conditions.values)
            query.addBindValue(value);
        if (!query.exec())
            return std::unexpected(storageError(query));
        std::vector<ActivityRecord> records;
        while (query.next())
            records.push_back(recordFrom(query));
        return records;
    }

    Result<void> beginPrinted(QSqlQuery &lines, const QString &expression)
    {
        lines.setForwardOnly(true);
        lines.prepare(u"SELECT rowid FROM printed WHERE printed MATCH ? AND rowid<? ORDER BY rowid DESC LIMIT %1"_s.arg(
            MostLines));
        lines.addBindValue(expression);
        lines.addBindValue(upTo(m_wanted.beforeLine));
        if (!lines.exec())
            return std::unexpected(storageError(lines));
        return {};
    }

    /// What does not go into this page is where the next one begins.
    void merge(const std::vector<ActivityRecord> &typed, QSqlQuery &lines, const QString &expression)
    {
        auto next = typed.begin();
        auto printed = nextPrinted(lines, expression);
        while (m_page.records.size() < m_most && (next != typed.end() || printed)) {
            if (next != typed.end() && (!printed || next->number >= printed->record.number)) {
                m_page.before = next->number;
                m_page.records.push_back(*next++);
            } else {
                passLine(printed->line);
                m_page.records.push_back(std::move(printed->record));
                printed = nextPrinted(lines, expression);
            }
        }
        m_page.complete = m_page.records.size() < m_most && m_linesRead < MostLines;
    }

    /// Passes over the lines of commands that are named already.
    std::optional<Printed> nextPrinted(QSqlQuery &lines, const QString &expression)
    {
        for (; m_linesRead < MostLines && lines.next(); ++m_linesRead) {
            const quint64 line = lines.value(0).toULongLong();
            if (auto record = printedAt(line, expression)) {
                ++m_linesRead;
                return Printed{line, std::move(*record)};
            }
            passLine(line);
        }
        return {};
    }

    void passLine(quint64 line)
    {
        m_page.beforeLine = line;
        m_page.firstLine = m_page.firstLine.value_or(line);
    }

    /// The command that printed a line, once.
    std::optional<ActivityRecord> printedAt(quint64 line, const QString &expression)
    {
        const quint64 command = commandOf(outputRowOf(line));
        if (command == 0 || !m_told.insert(command).second || isOnEarlierPage(command, expression))
            return {};
        QSqlQuery query(m_index);
        query.prepare(
            u"SELECT %1 FROM activity a WHERE a.command=? AND a.command>0 AND a.kind='command-accepted'%2"_s.arg(
                ActivityColumns, m_conditions.sql));
        query.addBindValue(qlonglong(command));
        for (const QVariant &value : m_conditions.values)
            query.addBindValue(value);
        if (!query.exec() || !query.next())
            return {};
        ActivityRecord record = recordFrom(query);
        record.hit = hitAt(line);
        // Without it, it was removed, and is soon gone from the index.
        return record.hit ? std::optional(std::move(record)) : std::nullopt;
    }

    /// Whether the command has printed the words in a later line, too, for which a page before this one has named it.
    [[nodiscard]] bool isOnEarlierPage(quint64 command, const QString &expression) const
    {
        const quint64 from = m_wanted.beforeLine;
        const quint64 end = lineNumber(lastOutputRowOf(command) + 1, 0);
        if (from == 0 || end <= from)
            return false;
        QSqlQuery query(m_index);
        query.prepare(u"SELECT 1 FROM printed WHERE printed MATCH ? AND rowid>=? AND rowid<? AND "
                      "(SELECT command FROM chunks WHERE id=printed.rowid>>%1)=? LIMIT 1"_s.arg(LineBits));
        query.addBindValue(expression);
        query.addBindValue(stored(from));
        query.addBindValue(stored(std::min(end, m_wanted.firstLine.value_or(end) + 1)));
        query.addBindValue(stored(command));
        return query.exec() && query.next();
    }

    [[nodiscard]] quint64 lastOutputRowOf(quint64 command) const
    {
        QSqlQuery query(m_index);
        query.exec(u"SELECT MAX(id) FROM chunks WHERE command=%1"_s.arg(command));
        return query.next() ? query.value(0).toULongLong() : 0;
    }

    [[nodiscard]] quint64 commandOf(quint64 outputRow)
    {
        if (outputRow == m_outputRow)
            return m_command;
        QSqlQuery query(m_index);
        query.exec(u"SELECT command FROM chunks WHERE id=%1"_s.arg(outputRow));
        m_outputRow = outputRow;
        m_command = query.next() ? query.value(0).toULongLong() : 0;
        return m_command;
    }

    [[nodiscard]] std::optional<ActivityHit> hitAt(quint64 line) const
    {
        QSqlQuery query(m_database);
        query.exec(
            u"SELECT idx, format, bytes FROM output WHERE rowid=%1 AND removed IS NULL"_s.arg(outputRowOf(line)));
        if (!query.next())
            return {};
        const QStringList lines = linesOf(ChunkFormat(query.value(1).toInt()), query.value(2).toByteArray());
        return ActivityHit{query.value(0).toUInt(), lineOf(line),
            cutAround(lines.value(lineOf(line)), m_wanted.filter.what, ShownLetters)};
    }

    const QSqlDatabase &m_database;
    const QSqlDatabase &m_index;
    const Message::FetchActivity &m_wanted;
    const Conditions m_conditions;
    const quint32 m_most;
    Message::ActivityPage m_page;
    std::set<quint64> m_told;
    int m_linesRead = 0;
    quint64 m_outputRow = 0;
    quint64 m_command = 0;
};

Result<Message::ActivityPage> readFrom(
    const Result<QSqlDatabase> &database, const Result<QSqlDatabase> &index, const Message::FetchActivity &wanted)
{
    if (!database || !index)
        return std::unexpected(database ? index.error() : database.error());
    if (wanted.filter.what.trimmed().isEmpty())
        return Reading(*database, *index, wanted).all();
    const auto expression = searchExpression(wanted.filter.what);
    if (!expression)
        return std::unexpected(expression.error());
    return Reading(*database, *index, wanted).matching(*expression);
}

} // namespace

Result<Message::ActivityPage> readActivity(
    const QString &databasePath, const QString &indexPath, const Message::FetchActivity &wanted)
{
    const QString database = QUuid::createUuid().toString();
    const QString index = QUuid::createUuid().toString();
    auto page = readFrom(openSqlite(databasePath, database, true), openSqlite(indexPath, index, true), wanted);
    QSqlDatabase::removeDatabase(database);
    QSqlDatabase::removeDatabase(index);
    if (page)
        page->request = wanted.request;
    return page;
}

} // namespace Sonde::Service
