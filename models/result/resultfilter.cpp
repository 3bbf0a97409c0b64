// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultfilter.h"

#include "models/filter/devicefilter.h"
#include "models/filter/filtervalue.h"
#include "models/filter/foldedcolumn.h"
#include "models/result/cellformat.h"
#include "protocol/time/timetext.h"
#include "transport/threads/sharework.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Term = ResultFilter::Term;
using Test = Term::Test;

/// A word of a filter, taken apart.
struct Word {
    QStringView text; ///< as typed, with its sign and quotes
    int column = ResultFilter::AnyColumn;
    QStringView test = {};   ///< ":", "=", "<"…; empty for a plain word
    QStringList values = {}; ///< what is separated by bars, without quotes
    bool negated = false;
    bool quoted = false; ///< something in it is, so that an empty value is meant
};

/// Where the blank-separated word that begins at `start` ends; blanks inside quotes belong to it.
qsizetype wordEnd(QStringView text, qsizetype start)
{
    bool quoted = false;
    for (qsizetype i = start; i < text.size(); ++i) {
        if (text.at(i) == u'"')
            quoted = !quoted;
        else if (text.at(i).isSpace() && !quoted)
            return i;
    }
    return text.size();
}

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    for (qsizetype start = 0; start < text.size();) {
        if (text.at(start).isSpace()) {
            ++start;
            continue;
        }
        const qsizetype end = wordEnd(text, start);
        words += text.sliced(start, end - start);
        start = end;
    }
    return words;
}

int columnNamed(const CommandSpec &command, QStringView name)
{
    const auto sameId = [&](const ColumnSpec &column) { return name.compare(column.id, Qt::CaseInsensitive) == 0; };
    const auto sameEnd = [&](const ColumnSpec &column) {
        return name.compare(QStringView(column.id).sliced(column.id.lastIndexOf(u'.') + 1), Qt::CaseInsensitive) == 0;
    };
    auto found = std::ranges::find_if(command.columns, sameId);
    if (found == command.columns.end())
        found = std::ranges::find_if(command.columns, sameEnd);
    return found == command.columns.end() ? ResultFilter::AnyColumn : int(found - command.columns.begin());
}

/// What stands between bars, without its quotes; a doubled quote inside quotes is one.
void splitValues(Word &word, QStringView text)
{
    bool quoted = false;
    word.values = {QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character == u'"') {
            word.quoted = true;
            if (quoted && i + 1 < text.size() && text.at(i + 1) == u'"')
                word.values.last() += text.at(++i);
            else
                quoted = !quoted;
        } else if (character == u'|' && !quoted && !word.test.isEmpty()) {
            word.values += QString();
        } else {
            word.values.last() += character;
        }
    }
}

Word takenApart(QStringView text, const CommandSpec &command)
{
    Word word{.text = text};
    word.negated = text.size() > 1 && text.startsWith(u'-');
    const QStringView bare = text.sliced(word.negated ? 1 : 0);
    const auto isName = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.'; };
    const qsizetype end = std::ranges::find_if_not(bare, isName) - bare.begin();
    const QStringView rest = bare.sliced(end);
    const qsizetype length = rest.startsWith(">="_L1) || rest.startsWith("<="_L1) ? 2
        : !rest.isEmpty() && QStringView(u":=<>").contains(rest.front())          ? 1
                                                                                  : 0;
    const int column = length > 0 ? columnNamed(command, bare.first(end)) : ResultFilter::AnyColumn;
    if (column >= 0) {
        word.column = column;
        word.test = rest.first(length);
    }
    splitValues(word, column >= 0 ? rest.sliced(length) : bare);
    return word;
}

// ---- what a word asks for

void setTexts(Term &term, const Word &word, Test test)
{
    term.test = test;
    for (const QString &value : word.values)
        term.texts.push_back(foldedUtf8(value));
}

/// The numbers for which `test value` holds.
void setRange(Term &term, QStringView test, double value)
{
    const quint64 at = ColumnIndex::orderedBits(value);
    term.test = Test::Number;
    term.least = test == ">"_L1 ? at + 1 : test == ">="_L1 || test == "="_L1 ? at : 0;
    term.most = test == "<"_L1 ? at - 1 : test == "<="_L1 || test == "="_L1 ? at : std::numeric_limits<quint64>::max();
}

QByteArray isoText(const QDateTime &time)
{
    return foldedUtf8(TimeText::iso(time));
}

void setRange(Term &term, QStringView test, const FilterValue::Span &span)
{
    term.test = Test::Text;
    const QByteArray from = isoText(span.from);
    const QByteArray until = isoText(span.until);
    if (test == "<"_L1)
        term.until = from;
    else if (test == "<="_L1)
        term.until = until;
    else if (test == ">"_L1)
        term.from = until;
    else
        term.from = from;
    if (test == "="_L1 || test == ":"_L1)
        term.until = until;
}

void setRange(Term &term, QStringView test, const QByteArray &text)
{
    const QByteArray after = text + '\1'; // nothing comes between a text and this
    term.test = Test::Text;
    if (test.startsWith(u'<'))
        term.until = test == "<"_L1 ? text : after;
    else
        term.from = test == ">"_L1 ? after : text;
}

/// What is accepted instead, when the word means nothing.
std::optional<QString> understand(Term &term, const Word &word, ValueType type, const QDateTime &now)
{
    const bool compares = word.test.startsWith(u'<') || word.test.startsWith(u'>');
    const QString &value = word.values.first();
    if (type == ValueType::Time && word.values.size() == 1 && !value.isEmpty()) {
        if (const auto span = FilterValue::time(value, now)) {
            setRange(term, word.test, *span);
            return {};
        }
        if (compares)
            return u"2026-11-21, 14:05, 2h"_s;
    }
    if (isNumeric(type) && word.test != ":"_L1 && word.values.size() == 1 && !value.isEmpty()) {
        if (const auto number = FilterValue::number(value, type)) {
            setRange(term, word.test, *number);
            return {};
        }
        return type == ValueType::Size ? u"10M, 1.5G"_s : type == ValueType::Duration ? u"90s, 5m, 2h"_s : u"42"_s;
    }
    if (compares)
        setRange(term, word.test, foldedUtf8(value));
    else
        setTexts(term, word, word.test == "="_L1 || value.isEmpty() ? Test::Equals : Test::Contains);
    return {};
}

// ---- rows

/// `found[row]` becomes 1 for each row of the part that fits.
void look(const Term &term, const ColumnIndex &index, std::span<char> found)
{
    if (term.test == Test::Contains) {
        for (const QByteArray &text : term.texts)
            index.findAll(text, found);
        return;
    }
    for (int row = 0; row < index.rowCount(); ++row) {
        const ColumnIndex::Key &key = index.key(row);
        const QByteArrayView text = index.folded(row);
        const bool isNull = key.rank == ColumnIndex::Rank::Null;
        switch (term.test) {
        case Test::Number:
            found[size_t(row)] |=
                key.rank == ColumnIndex::Rank::Number && term.least <= key.high && key.high <= term.most;
            break;
        case Test::Text:
            found[size_t(row)] |= !isNull && text >= term.from && (term.until.isEmpty() || text < term.until);
            break;
        default:
            found[size_t(row)] |=
                std::ranges::any_of(term.texts, [text](const QByteArray &one) { return text == one; });
        }
    }
}

std::vector<char> rowsWith(const Term &term, const ResultSnapshot &rows, const QList<int> &searched)
{
    std::vector<char> found(size_t(rows.rowCount()), 0);
    for (const int column : term.column < 0 ? searched : QList<int>{term.column}) {
        const auto parts = rows.index(column);
        shareWork(parts.size(), [&](size_t number) {
            const ResultSnapshot::IndexPart &part = parts[number];
            look(term, *part.index, std::span(found).subspan(size_t(part.first), size_t(part.index->rowCount())));
        });
    }
    return found;
}

/// Quoted where it would not be read as one value otherwise.
QString valueText(const QString &value)
{
    const auto needs = [](QChar c) { return c.isSpace() || c == u'"' || c == u'|'; };
    if (!value.isEmpty() && std::ranges::none_of(value, needs))
        return value;
    return u'"' + QString(value).replace(u'"', "\"\""_L1) + u'"';
}

} // namespace

ResultFilter ResultFilter::parse(QStringView text, const CommandSpec &command, const QDateTime &now)
{
    ResultFilter filter;
    for (const QStringView one : wordsOf(text)) {
        const Word word = takenApart(one, command);
        if (word.values == QStringList{QString()} && !(word.quoted && word.column >= 0))
            continue; // still being typed
        Term term{.column = word.column, .negated = word.negated};
        if (word.column < 0) {
            setTexts(term, word, Test::Contains);
        } else if (const auto accepted = understand(term, word, command.columns.at(word.column).type, now)) {
            if (!filter.m_error)
                filter.m_error = Error{ErrorCode::BadValue, one.toString(), {}, {}}.with(Fact::Accepted, *accepted);
            continue;
        }
        filter.m_terms.push_back(std::move(term));
    }
    return filter;
}

bool ResultFilter::hasTermFor(int column) const
{
    return std::ranges::contains(m_terms, column, &Term::column);
}

std::vector<char> ResultFilter::accepted(const ResultSnapshot &rows, const QList<int> &searched) const
{
    std::vector<char> accepted(size_t(rows.rowCount()), 1);
    for (const Term &term : m_terms) {
        const std::vector<char> found = rowsWith(term, rows, searched);
        for (size_t row = 0; row < accepted.size(); ++row)
            accepted[row] = char(accepted[row] & (found[row] ^ char(term.negated)));
    }
    return accepted;
}

// ---- writing one

QString ResultFilter::columnName(const CommandSpec &command, int column)
{
    const QString &id = command.columns.at(column).id;
    const QString end = id.sliced(id.lastIndexOf(u'.') + 1);
    return columnNamed(command, end) == column ? end : id;
}

QString ResultFilter::term(const CommandSpec &command, int column, QStringView test, const QStringList &values)
{
    QStringList texts;
    for (const QString &value : values)
        texts += valueText(value);
    return columnName(command, column) % test % texts.join(u'|');
}

QString ResultFilter::replaced(QStringView text, const CommandSpec &command, int column, const QString &term)
{
    QStringList words;
    bool placed = term.isEmpty();
    for (const QStringView word : wordsOf(text)) {
        if (takenApart(word, command).column != column)
            words += word.toString();
        else if (!std::exchange(placed, true))
            words += term;
    }
    if (!placed)
        words += term;
    return words.join(u' ');
}

QStringList ResultFilter::values(QStringView text, const CommandSpec &command, int column)
{
    for (const QStringView one : wordsOf(text)) {
        const Word word = takenApart(one, command);
        if (word.column == column && word.test == "="_L1 && !word.negated)
            return word.values;
    }
    return {};
}

} // namespace Sonde::Client
