// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"

#include <QDateTime>
#include <optional>

namespace Sonde::Client {

/// What an analyst typed to narrow a result: words that must all occur somewhere in a row, and terms for one column of it.
///
///     ssh user_name=root|daemon -status:sleeping working_set>100M creation_time>2h path:"/opt/my tools"
///
/// `:` contains, `=` is, `< <= > >=` compare; `|` separates what may stand for one another; a `-` in front negates; quotes keep blanks (and
/// everything else) together, a quote inside them is doubled, and an empty pair means that there is no value. Columns go by their id or by
/// its last part. Letter case does not matter. A term still being typed (`status:`) does not narrow; one that means nothing is left out and
/// named by error().
class ResultFilter final
{
public:
    static constexpr int AnyColumn = -1;

    struct Term {
        enum class Test {
            Contains, ///< one of the texts
            Equals,   ///< one of the texts
            Number,   ///< least…most
            Text,     ///< from…until
        };
        int column = AnyColumn;
        Test test = Test::Contains;
        bool negated = false;
        std::vector<QByteArray> texts = {}; ///< folded
        quint64 least = 0;                  ///< as ColumnIndex::Key::high of numbers
        quint64 most = 0;
        QByteArray from = {};  ///< folded; empty: the first
        QByteArray until = {}; ///< folded, not part of it; empty: to the last

        bool operator==(const Term &) const = default;
    };

    /// Times are typed by the clock of `now`.
    [[nodiscard]] static ResultFilter parse(
        QStringView text, const CommandSpec &command, const QDateTime &now = QDateTime::currentDateTimeUtc());

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// The first term that means nothing: BadValue (subject: the term, facts: what is "accepted").
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool hasTermFor(int column) const;
    /// 1 for each row that every term accepts. Words for any column are looked for in `searched`. Pure; call it on any thread.
    [[nodiscard]] std::vector<char> accepted(const ResultSnapshot &rows, const QList<int> &searched) const;

    bool operator==(const ResultFilter &other) const { return m_terms == other.m_terms; }

    // ---- writing one
    /// What a column is called in a filter: the last part of its id when that is enough to tell it from the others.
    [[nodiscard]] static QString columnName(const CommandSpec &command, int column);
    /// A term such as `status=running|sleeping`; empty values are written as "".
    [[nodiscard]] static QString term(
        const CommandSpec &command, int column, QStringView test, const QStringList &values);
    /// `text` with `term` in place of all its terms for `column`; without them when `term` is empty.
    [[nodiscard]] static QString replaced(
        QStringView text, const CommandSpec &command, int column, const QString &term);
    /// What a term that is exactly `column=…` or `column=…|…` lists.
    [[nodiscard]] static QStringList values(QStringView text, const CommandSpec &command, int column);

private:
    std::vector<Term> m_terms;
    std::optional<Error> m_error;
};

} // namespace Sonde::Client
