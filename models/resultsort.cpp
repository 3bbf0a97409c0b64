// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultsort.h"

#include "cellformat.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

enum class Rank : quint8 { Number, Address, Text, Null };

struct Key {
    Rank rank = Rank::Null;
    quint64 prefix = 0;   ///< orders as the value does, as far as it goes
    qint64 integer = 0;   ///< exact, where doubles are the same
    QByteArray text = {}; ///< the whole, for what has the same prefix
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

quint64 firstBytes(const QByteArray &text)
{
    quint64 prefix = 0;
    for (qsizetype i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < text.size() ? uchar(text.at(i)) : 0);
    return prefix;
}

Key textKey(const QString &text, const QByteArray &tieBreak)
{
    Key key{.rank = Rank::Text, .text = text.toCaseFolded().toUtf8()};
    key.prefix = firstBytes(key.text);
    key.text += '\0' + tieBreak;
    return key;
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
        return {.rank = Rank::Number, .prefix = orderedBits(cell.toDouble()), .integer = cell.toInteger()};
    if (cell.isDouble())
        return {.rank = Rank::Number, .prefix = orderedBits(cell.toDouble()), .integer = exactInteger(cell.toDouble())};
    if (cell.isBool())
        return {.rank = Rank::Number, .prefix = orderedBits(cell.toBool()), .integer = cell.toBool()};
    const QString text = plainText(cell, type);
    if (type == ValueType::Address) {
        if (const QByteArray bytes = addressBytes(text); !bytes.isEmpty())
            return {.rank = Rank::Address, .prefix = firstBytes(bytes), .text = bytes};
    }
    return textKey(text, text.toUtf8());
}

int compare(const Key &left, const Key &right)
{
    if (left.prefix != right.prefix)
        return left.prefix < right.prefix ? -1 : 1;
    if (left.integer != right.integer)
        return left.integer < right.integer ? -1 : 1;
    return left.text.compare(right.text);
}

} // namespace

std::vector<int> sortedRows(const ResultRows &rows, int column, ValueType type, Qt::SortOrder order)
{
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const QCborArray &row : rows)
        keys.push_back(keyOf(row.at(column), type));

    std::vector<int> sorted(rows.size());
    std::iota(sorted.begin(), sorted.end(), 0);
    const bool descending = order == Qt::DescendingOrder;
    std::ranges::stable_sort(sorted, [&](int left, int right) {
        const Key &a = keys[size_t(left)];
        const Key &b = keys[size_t(right)];
        if (a.rank == Rank::Null || b.rank == Rank::Null)
            return a.rank != Rank::Null && b.rank == Rank::Null;
        if (a.rank != b.rank)
            return (a.rank < b.rank) != descending;
        const int difference = compare(a, b);
        return descending ? difference > 0 : difference < 0;
    });
    return sorted;
}

} // namespace Sonde
