// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/comparing/baselinedifference.h"

#include <QCborMap>
#include <QHash>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The system gives out ports from here on to whoever asks for any (ip_local_port_range): the next time it is another one.
constexpr qint64 FirstPassingPort = 32768;

QList<qsizetype> indexesOf(const CommandSpec &command, const QStringList &ids)
{
    QList<qsizetype> indexes;
    for (const QString &id : ids)
        indexes += command.columnIndex(id);
    return indexes;
}

/// Rows of one verb, as the catalogue wants them compared.
class Comparison final
{
public:
    explicit Comparison(const CommandSpec &command)
        : m_command(command)
        , m_lasting(indexesOf(command, command.lasting))
        , m_compared(indexesOf(command, command.compared))
        , m_ownColumns(std::ranges::count(command.columns, false, &ColumnSpec::ofBaseline))
    {
    }

    /// The same for rows about the same thing.
    [[nodiscard]] QByteArray key(const QCborArray &row) const
    {
        QCborArray parts;
        for (const qsizetype column : m_lasting)
            parts.append(lasting(row, column));
        return parts.toCborValue().toCbor();
    }
    /// Which of the cells that are compared the row knows: a bit for each.
    [[nodiscard]] quint64 known(const QCborArray &row) const
    {
        quint64 known = 0;
        for (qsizetype i = 0; i < m_compared.size(); ++i)
            known |= row.at(m_compared.at(i)).isUndefined() ? 0 : 1ULL << i;
        return known;
    }
    /// What these cells of it hold: the same for rows between which there is no change.
    [[nodiscard]] QByteArray content(const QCborArray &row, quint64 cells) const
    {
        QCborArray parts;
        for (qsizetype i = 0; i < m_compared.size(); ++i) {
            if (cells & (1ULL << i))
                parts.append(row.at(m_compared.at(i)));
        }
        return parts.toCborValue().toCbor();
    }
    /// What of `now` is another value than it was; what the baseline does not know is no change.
    [[nodiscard]] QCborMap changed(const QCborArray &now, const QCborArray &before) const
    {
        QCborMap was;
        for (const qsizetype column : m_compared) {
            const QCborValue old = before.at(column);
            if (!old.isUndefined() && old != now.at(column))
                was.insert(m_command.columns.at(column).id, old);
        }
        return was;
    }
    /// A row of a baseline in the columns of this agent.
    [[nodiscard]] QCborArray inOurColumns(const QCborArray &row, const QList<QString> &columns) const
    {
        QCborArray ours;
        for (qsizetype i = 0; i < m_ownColumns; ++i) {
            const qsizetype theirs = columns.indexOf(m_command.columns.at(i).id);
            ours.append(theirs < 0 ? QCborValue(QCborValue::Undefined) : row.at(theirs));
        }
        return ours;
    }
    [[nodiscard]] QCborArray told(QCborArray row, QLatin1StringView change, const QCborMap &was) const
    {
        while (row.size() < m_ownColumns)
            row.append(QCborValue(nullptr));
        row.append(change);
        row.append(was.isEmpty() ? QCborValue(nullptr) : QCborValue(was));
        return row;
    }

private:
    [[nodiscard]] QCborValue cell(const QCborArray &row, QStringView column) const
    {
        return row.at(m_command.columnIndex(column));
    }
    /// Without what is another one every time: the number of a kernel's thread, a port that the system chose.
    [[nodiscard]] QCborValue lasting(const QCborArray &row, qsizetype column) const
    {
        const QString &id = m_command.columns.at(column).id;
        const QCborValue value = row.at(column);
        if (m_command.verb == Verbs::Processes.name && id == u"name" && cell(row, u"image_path").isNull()
            && cell(row, u"command_line").isNull())
            return value.toString().section(u'/', 0, 0);
        if (m_command.verb == Verbs::Connections.name && isPassingPort(row, id, value))
            return nullptr;
        return value.isUndefined() ? QCborValue(nullptr) : value;
    }
    [[nodiscard]] bool isPassingPort(const QCborArray &row, const QString &id, const QCborValue &value) const
    {
        if ((id != u"local_port" && id != u"remote_port") || value.toInteger() < FirstPassingPort)
            return false;
        return cell(row, u"status_display").toString() != "LISTEN"_L1; // of whatever protocol
    }

    const CommandSpec &m_command;
    const QList<qsizetype> m_lasting;
    const QList<qsizetype> m_compared;
    const qsizetype m_ownColumns;
};

struct Earlier {
    QCborArray row;
    bool isThere = false; ///< a row of now is as it was, or is what became of it
};

/// The rows of a baseline, found by what they are about, and among these by what they say: however many there are of a kind, each is looked
/// at once.
class EarlierRows final
{
public:
    EarlierRows(const Comparison &comparison, const Baseline &before, const std::stop_token &stop)
        : m_comparison(comparison)
    {
        for (const QCborArray &row : before.rows) {
            if (stop.stop_requested())
                return;
            m_rows.push_back({comparison.inOurColumns(row, before.head.columns)});
            const QCborArray &ours = m_rows.back().row;
            const quint64 known = comparison.known(ours);
            Kind &kind = m_kinds[comparison.key(ours)];
            kind.all += m_rows.size() - 1;
            kind.byContent[known][comparison.content(ours, known)] += m_rows.size() - 1;
        }
    }

    /// Whether one was as `row` is; all that were are there still.
    bool findSame(const QCborArray &row)
    {
        const auto kind = m_kinds.find(m_comparison.key(row));
        if (kind == m_kinds.end())
            return false;
        bool isSame = false;
        for (auto &&[known, rows] : kind->byContent.asKeyValueRange()) {
            const auto same = rows.find(m_comparison.content(row, known));
            if (same == rows.end())
                continue;
            isSame = true;
            for (const size_t i : std::exchange(*same, {}))
                m_rows[i].isThere = true;
        }
        return isSame;
    }
    /// One about the same thing of which nothing has become yet.
    Earlier *findOther(const QCborArray &row)
    {
        const auto kind = m_kinds.find(m_comparison.key(row));
        while (kind != m_kinds.end() && !kind->all.isEmpty()) {
            Earlier &one = m_rows[kind->all.takeLast()];
            if (!one.isThere)
                return &one;
        }
        return nullptr;
    }

    [[nodiscard]] const std::vector<Earlier> &rows() const { return m_rows; }

private:
    struct Kind {
        QList<size_t> all;
        QHash<quint64, QHash<QByteArray, QList<size_t>>> byContent; ///< by which cells they know, and what these hold
    };

    const Comparison &m_comparison;
    std::vector<Earlier> m_rows;
    QHash<QByteArray, Kind> m_kinds;
};

} // namespace

std::vector<QCborArray> differences(const CommandSpec &command, const std::vector<QCborArray> &now,
    const Baseline &before, bool isWhole, const std::stop_token &stop)
{
    const Comparison comparison(command);
    EarlierRows earlier(comparison, before, stop);
    // First those that are as they were, so that of several of a kind nothing else is taken for them.
    std::vector<const QCborArray *> others;
    for (const QCborArray &row : now) {
        if (stop.stop_requested())
            return {};
        if (!earlier.findSame(row))
            others.push_back(&row);
    }
    std::vector<QCborArray> told;
    for (const QCborArray *row : others) {
        if (stop.stop_requested())
            return {};
        Earlier *was = earlier.findOther(*row);
        if (!was) {
            told.push_back(comparison.told(*row, "new"_L1, {}));
            continue;
        }
        was->isThere = true;
        told.push_back(comparison.told(*row, "changed"_L1, comparison.changed(*row, was->row)));
    }
    for (const Earlier &one : earlier.rows()) {
        if (isWhole && !one.isThere)
            told.push_back(comparison.told(one.row, "gone"_L1, {}));
    }
    return told;
}

} // namespace Sonde::Agent
