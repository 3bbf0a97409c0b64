// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultsort.h"

#include "cellformat.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

enum class Rank : quint8 { Number, Address, Text, Null };

struct Key {
    Rank rank = Rank::Null;
    quint64 number = 0;   ///< orders as the value does
    qint64 integer = 0;   ///< exact, where doubles are the same
    QByteArray text = {}; ///< orders as the text or address does
};

quint64 orderedBits(double value)
{
    const auto bits = std::bit_cast<quint64>(value == 0 ? 0.0 : value); // -0 is 0
    constexpr quint64 sign = quint64(1) << 63;
    return bits & sign ? ~bits : bits | sign;
}

qint64 exactInteger(double value)
{
    constexpr double limit = 9.2e18;
    return std::abs(value) < limit ? qint64(value) : 0;
}

/// Eight bytes as a number that orders as they do; a text that has ended goes on with zeros.
quint64 bytesFrom(const QByteArray &text, qsizetype start)
{
    quint64 bytes = 0;
    for (qsizetype i = start; i < start + 8; ++i)
        bytes = bytes << 8 | (i < text.size() ? uchar(text.at(i)) : 0);
    return bytes;
}

Key textKey(const QString &text, const QByteArray &tieBreak)
{
    return {.rank = Rank::Text, .text = text.toCaseFolded().toUtf8() + '\0' + tieBreak};
}

/// An IPv4 or IPv6 address as bytes that order by number, v4 first; empty when it is none.
QByteArray addressBytes(const QString &text)
{
    const QStringView address = QStringView(text).first(text.indexOf(u'%') < 0 ? text.size() : text.indexOf(u'%'));
    if (!address.contains(u':')) {
        QByteArray bytes(1, '\4');
        for (const QStringView part : address.split(u'.')) {
            bool ok = false;
            const uint byte = part.toUInt(&ok);
            if (!ok || byte > 255)
                return {};
            bytes += char(byte);
        }
        return bytes.size() == 5 ? bytes : QByteArray();
    }
    const qsizetype gap = address.indexOf("::"_L1);
    const auto groups = [](QStringView side) {
        QByteArray bytes;
        for (const QStringView part : side.split(u':', Qt::SkipEmptyParts)) {
            if (part.contains(u'.')) {
                bytes += addressBytes(part.toString()).mid(1);
                continue;
            }
            const ushort group = part.toUShort(nullptr, 16);
            bytes += char(group >> 8);
            bytes += char(group & 0xFF);
        }
        return bytes;
    };
    const QByteArray head = groups(gap < 0 ? address : address.first(gap));
    const QByteArray tail = gap < 0 ? QByteArray() : groups(address.sliced(gap + 2));
    if (head.size() + tail.size() > 16)
        return {};
    return '\6' + head + QByteArray(16 - head.size() - tail.size(), '\0') + tail;
}

Key keyOf(const QCborValue &cell, ValueType type)
{
    if (cell.isNull() || cell.isUndefined())
        return {};
    if (cell.isInteger())
        return {.rank = Rank::Number, .number = orderedBits(cell.toDouble()), .integer = cell.toInteger()};
    if (cell.isDouble())
        return {.rank = Rank::Number, .number = orderedBits(cell.toDouble()), .integer = exactInteger(cell.toDouble())};
    if (cell.isBool())
        return {.rank = Rank::Number, .number = orderedBits(cell.toBool()), .integer = cell.toBool()};
    const QString text = plainText(cell, type);
    if (type == ValueType::Address) {
        if (const QByteArray bytes = addressBytes(text); !bytes.isEmpty())
            return {.rank = Rank::Address, .text = bytes};
    }
    return textKey(text, text.toUtf8());
}

using Rows = std::span<int>;

/// Sorts by numbers that are looked up once; equal rows keep the order of their numbers.
template<typename Number>
void sortBy(Rows rows, bool descending, Number number)
{
    std::vector<std::pair<decltype(number(0)), int>> pairs;
    pairs.reserve(rows.size());
    for (const int row : rows)
        pairs.emplace_back(number(row), row);
    std::ranges::sort(pairs, [descending](const auto &left, const auto &right) {
        if (left.first != right.first)
            return (left.first < right.first) != descending;
        return left.second < right.second;
    });
    std::ranges::transform(pairs, rows.begin(), [](const auto &pair) { return pair.second; });
}

/// Eight bytes of a text at a time, and further only where they are the same: nearly all comparisons are of numbers that lie side by side.
void sortTexts(const std::vector<Key> &keys, Rows rows, qsizetype depth, bool descending)
{
    const auto bytesAt = [&keys, depth](int row) { return bytesFrom(keys[size_t(row)].text, depth); };
    sortBy(rows, descending, bytesAt);
    for (size_t start = 0; start < rows.size();) {
        const quint64 bytes = bytesAt(rows[start]);
        size_t end = start;
        bool more = false;
        for (; end < rows.size() && bytesAt(rows[end]) == bytes; ++end)
            more = more || keys[size_t(rows[end])].text.size() > depth + 8;
        if (more && end - start > 1)
            sortTexts(keys, rows.subspan(start, end - start), depth + 8, descending);
        start = end;
    }
}

} // namespace

std::vector<int> sortedRows(const ResultRows &rows, int column, ValueType type, Qt::SortOrder order)
{
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const QCborArray &row : rows)
        keys.push_back(keyOf(row.at(column), type));
    const bool descending = order == Qt::DescendingOrder;

    // Kinds of cells apart, nulls last whichever way; then each kind by its own means.
    std::vector<int> sorted(rows.size());
    std::iota(sorted.begin(), sorted.end(), 0);
    const auto place = [&](int row) {
        const Rank rank = keys[size_t(row)].rank;
        return rank == Rank::Null || !descending ? int(rank) : -int(rank);
    };
    sortBy(sorted, false, place);
    for (size_t start = 0; start < sorted.size();) {
        const Rank rank = keys[size_t(sorted[start])].rank;
        const auto end = size_t(std::ranges::find_if(sorted.begin() + qsizetype(start), sorted.end(),
                                    [&](int row) { return keys[size_t(row)].rank != rank; })
            - sorted.begin());
        const Rows kind = Rows(sorted).subspan(start, end - start);
        if (rank == Rank::Number)
            sortBy(kind, descending, [&](int row) { return std::pair(keys[size_t(row)].number, keys[size_t(row)].integer); });
        else if (rank != Rank::Null)
            sortTexts(keys, kind, 0, descending);
        start = end;
    }
    return sorted;
}

} // namespace Sonde
