// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/columnindex.h"

#include "models/filter/devicefilter.h"
#include "models/filter/foldedcolumn.h"
#include "models/result/cellformat.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Rank = ColumnIndex::Rank;

/// Between a folded text and the text itself, where folding lost something.
constexpr char Unfolded = '\0';
constexpr char TextEnd = '\n';
constexpr qsizetype BytesExpected = 24;

qint64 exactInteger(double value)
{
    constexpr double limit = 9.2e18;
    return std::abs(value) < limit ? qint64(value) : 0;
}

/// Orders as the signed number does.
quint64 orderedBits(qint64 value)
{
    return quint64(value) ^ (quint64(1) << 63);
}

/// Eight bytes as a number that orders as they do; a text that has ended goes on with zeros.
quint64 bytesFrom(QByteArrayView text, qsizetype start)
{
    quint64 bytes = 0;
    for (qsizetype i = start; i < start + 8; ++i)
        bytes = bytes << 8 | (i < text.size() ? uchar(text.at(i)) : 0);
    return bytes;
}

/// Four bytes, or none when `address` is no IPv4 address.
QByteArray bytesOfV4(QStringView address)
{
    QByteArray bytes;
    for (const QStringView part : address.split(u'.')) {
        bool ok = false;
        const uint byte = part.toUInt(&ok);
        if (!ok || byte > 255)
            return {};
        bytes += char(byte);
    }
    return bytes.size() == 4 ? bytes : QByteArray();
}

QByteArray bytesOfGroups(QStringView groups)
{
    QByteArray bytes;
    for (const QStringView part : groups.split(u':', Qt::SkipEmptyParts)) {
        if (part.contains(u'.')) {
            bytes += bytesOfV4(part);
            continue;
        }
        const ushort group = part.toUShort(nullptr, 16);
        bytes += char(group >> 8);
        bytes += char(group & 0xFF);
    }
    return bytes;
}

/// Sixteen bytes, or none when `address` is no IPv6 address.
QByteArray bytesOfV6(QStringView address)
{
    const qsizetype gap = address.indexOf("::"_L1);
    const QByteArray head = bytesOfGroups(gap < 0 ? address : address.first(gap));
    const QByteArray tail = gap < 0 ? QByteArray() : bytesOfGroups(address.sliced(gap + 2));
    const qsizetype missing = 16 - head.size() - tail.size();
    return missing < 0 ? QByteArray() : head + QByteArray(missing, '\0') + tail;
}

/// An address orders by its number; false when the text is none.
bool readAddress(ColumnIndex::Key &key, QStringView text)
{
    const QStringView address =
        text.first(text.indexOf(u'%') < 0 ? text.size() : text.indexOf(u'%')); // without its zone
    const bool isV6 = address.contains(u':');
    const QByteArray bytes = isV6 ? bytesOfV6(address) : bytesOfV4(address);
    if (bytes.isEmpty())
        return false;
    key.rank = isV6 ? Rank::Address6 : Rank::Address4;
    key.high = bytesFrom(bytes, 0);
    key.low = bytesFrom(bytes, 8);
    return true;
}

/// Appends `text` folded and says whether it was folded already. Plain ASCII, which nearly all text is, needs no copies.
bool appendFolded(QByteArray &bytes, const QString &text)
{
    const qsizetype start = bytes.size();
    bytes.resize(start + text.size());
    char *to = bytes.data() + start;
    bool same = true;
    for (const QChar character : text) {
        const char16_t c = character.unicode();
        if (c >= 0x80) {
            const QByteArray folded = foldedUtf8(text);
            bytes.resize(start);
            bytes += folded;
            return folded == text.toUtf8();
        }
        const bool changes = c == u'\n' || (c >= u'A' && c <= u'Z');
        same = same && !changes;
        *to++ = c == u'\n' ? ' ' : changes ? char(c + ('a' - 'A')) : char(c);
    }
    return same;
}

} // namespace

ColumnIndex::ColumnIndex(const ResultRows &rows, int column, ValueType type)
{
    m_keys.reserve(rows.size());
    m_texts.reserve(qsizetype(rows.size()) * BytesExpected);
    for (const QCborArray &row : rows)
        add(row.at(column), type);
}

ColumnIndex::ColumnIndex(int count, const std::function<QLatin1StringView(int)> &word)
{
    m_keys.reserve(size_t(count));
    for (int row = 0; row < count; ++row)
        add(word(row).isEmpty() ? QCborValue(nullptr) : QCborValue(word(row)), ValueType::Text);
}

void ColumnIndex::add(const QCborValue &cell, ValueType type)
{
    Key &key = m_keys.emplace_back();
    key.start = quint32(m_texts.size());
    if (cell.isNull() || cell.isUndefined()) {
        m_texts += TextEnd;
        return;
    }
    if (cell.isInteger() || cell.isDouble()) {
        const qint64 whole = cell.isInteger() ? cell.toInteger() : exactInteger(cell.toDouble());
        key.rank = Rank::Number;
        key.high = orderedBits(cell.toDouble());
        key.low = Sonde::Client::orderedBits(whole);
        return cell.isInteger() ? addDigits(key, whole) : addText(key, plainText(cell, type));
    }
    const QString text = type == ValueType::Object ? readableText(cell, type) : plainText(cell, type);
    addText(key, text);
    if (cell.isBool()) {
        key.rank = Rank::Number;
        key.high = orderedBits(double(cell.toBool()));
    } else if (type != ValueType::Address || !readAddress(key, text)) {
        key.rank = Rank::Text;
        key.high = bytesFrom(exact(rowCount() - 1), 0);
        key.low = bytesFrom(exact(rowCount() - 1), 8);
    }
}

void ColumnIndex::addText(Key &key, const QString &text)
{
    const bool same = appendFolded(m_texts, text);
    key.folded = quint32(m_texts.size()) - key.start;
    if (!same) {
        m_texts += Unfolded;
        m_texts += text.toUtf8().replace('\n', '\x1f');
    }
    key.size = quint32(m_texts.size()) - key.start;
    m_texts += TextEnd;
}

void ColumnIndex::addDigits(Key &key, qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    m_texts.append(digits, end - digits);
    key.folded = key.size = quint32(end - digits);
    m_texts += TextEnd;
}

QByteArrayView ColumnIndex::folded(int row) const
{
    const Key &at = key(row);
    return QByteArrayView(m_texts).sliced(at.start, at.folded);
}

QByteArrayView ColumnIndex::exact(int row) const
{
    const Key &at = key(row);
    return QByteArrayView(m_texts).sliced(at.start, at.size);
}

void ColumnIndex::findAll(QByteArrayView needle, std::span<char> found) const
{
    if (needle.contains(TextEnd) || needle.contains(Unfolded))
        return;
    if (needle.isEmpty())
        return void(std::ranges::fill(found.first(m_keys.size()), 1));
    // Whatever of a needle is in the text itself is in the folded one too, so one pass looks through both.
    const size_t rows = m_keys.size();
    size_t next = 0; // the row after the one with the match
    for (qsizetype at = findBytes(m_texts, needle); at >= 0 && next < rows;) {
        // Most often it is in one of the next rows.
        for (int step = 0; step < 8 && next < rows && m_keys[next].start <= quint32(at); ++step)
            ++next;
        if (next < rows && m_keys[next].start <= quint32(at))
            next = size_t(
                std::ranges::upper_bound(m_keys.begin() + qsizetype(next), m_keys.end(), quint32(at), {}, &Key::start)
                - m_keys.begin());
        found[next - 1] = 1;
        // Where one row has it, the next ones often have it too: the first letters that one types are nearly everywhere.
        for (; next < rows && isInShortText(allOf(next), needle); ++next)
            found[next] = 1;
        if (++next < rows)
            at = findBytes(m_texts, needle, m_keys[next].start);
    }
}

/// Folded, and as it is where folding lost something.
QByteArrayView ColumnIndex::allOf(size_t row) const
{
    return QByteArrayView(m_texts).sliced(m_keys[row].start, m_keys[row].size);
}

quint64 ColumnIndex::orderedBits(double value)
{
    const auto bits = std::bit_cast<quint64>(value == 0 ? 0.0 : value); // -0 is 0
    constexpr quint64 sign = quint64(1) << 63;
    return bits & sign ? ~bits : bits | sign;
}

} // namespace Sonde::Client
