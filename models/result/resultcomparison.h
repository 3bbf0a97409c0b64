// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"

namespace Sonde::Client {

/// Two runs of a command side by side: what is new, gone or changed. Which rows of the two are about the same thing is said by the
/// catalogue (CommandSpec::identity). Made once, then only read: on any thread.
class ResultComparison final
{
public:
    enum class Change : quint8 { None, New, Gone, Changed };
    /// The id of the column that says it, in a filter or a file.
    static constexpr auto ColumnId = QLatin1StringView("change");
    /// The id of the column in which a device says it, when it has compared with a baseline.
    static constexpr auto BaselineColumnId =
        QLatin1StringView(Columns::SinceBaseline.id.data(), qsizetype(Columns::SinceBaseline.id.size()));

    ResultComparison(const ResultSnapshot &now, const ResultSnapshot &earlier);

    /// Whether runs of a command can be compared.
    [[nodiscard]] static bool isPossible(const CommandSpec &command);
    /// A figure that is another one whenever one looks (processor time, memory): it makes no row a changed one.
    [[nodiscard]] static bool isMeasurement(const ColumnSpec &column);
    [[nodiscard]] static QLatin1StringView word(Change change);
    /// Where a row of this command would say it; -1: its verb takes no baseline.
    [[nodiscard]] static qsizetype baselineColumn(const CommandSpec &command);
    /// What a device says that has compared a row with a baseline; None of other columns.
    [[nodiscard]] static Change changeFrom(const ColumnSpec &column, const QCborValue &cell);

    /// The rows there are now, then those that are gone; one column more says what became of each.
    [[nodiscard]] const ResultSnapshot &rows() const { return m_rows; }
    /// How many of them there are now.
    [[nodiscard]] int nowCount() const { return m_nowCount; }
    [[nodiscard]] Change change(int row) const { return m_changes[size_t(row)].change; }
    [[nodiscard]] bool isChanged(int row, int column) const;
    /// What a changed row's cell was.
    [[nodiscard]] QCborValue was(int row, int column) const;
    [[nodiscard]] int count(Change change) const { return m_counts[size_t(change)]; }

private:
    struct Row {
        Change change = Change::None;
        int earlier = -1;
    };
    void pair(const ResultSnapshot &now);
    [[nodiscard]] Change compare(int row, int earlier) const;

    ResultSnapshot m_earlier;
    ResultSnapshot m_rows;
    int m_nowCount;
    std::vector<Row> m_changes;
    std::array<int, 4> m_counts{};
};

} // namespace Sonde::Client
