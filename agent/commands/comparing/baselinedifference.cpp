// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/comparing/baselinedifference.h"

#include <QCborMap>
#include <QHash>
#include <algorithm>

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

} // namespace

std::vector<QCborArray> differences(
    const CommandSpec &command, const std::vector<QCborArray> &now, const Baseline &before, bool isWhole)
{
    const Comparison comparison(command);
    std::vector<Earlier> earlier;
    QMultiHash<QByteArray, size_t> byKey;
    for (const QCborArray &row : before.rows) {
        earlier.push_back({comparison.inOurColumns(row, before.head.columns)});
        byKey.insert(comparison.key(earlier.back().row), earlier.size() - 1);
    }
    // First those that are as they were, so that of several of a kind nothing else is taken for them.
    std::vector<const QCborArray *> others;
    for (const QCborArray &row : now) {
        bool same = false;
        for (const size_t i : byKey.values(comparison.key(row))) {
            if (comparison.changed(row, earlier[i].row).isEmpty())
                same = earlier[i].isThere = true;
        }
        if (!same)
            others.push_back(&row);
    }
    std::vector<QCborArray> told;
    for (const QCborArray *row : others) {
        const QList<size_t> candidates = byKey.values(comparison.key(*row));
        const auto found = std::ranges::find_if(candidates, [&](size_t i) { return !earlier[i].isThere; });
        if (found == candidates.end()) {
            told.push_back(comparison.told(*row, "new"_L1, {}));
            continue;
        }
        earlier[*found].isThere = true;
        told.push_back(comparison.told(*row, "changed"_L1, comparison.changed(*row, earlier[*found].row)));
    }
    for (const Earlier &one : earlier) {
        if (isWhole && !one.isThere)
            told.push_back(comparison.told(one.row, "gone"_L1, {}));
    }
    return told;
}

} // namespace Sonde::Agent
