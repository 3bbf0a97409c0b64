// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/textbuffer.h"

#include "models/text/utf8text.h"

#include <algorithm>

namespace Sonde::Client {

namespace {

constexpr char asciiLower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

constexpr char asciiUpper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

bool isAscii(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return uchar(c) < 0x80; });
}

/// Whether `hay` has the ASCII `needle` (lower case) at `at`, letter case ignored.
bool matchesAt(QByteArrayView hay, qsizetype at, const QByteArray &needle)
{
    return at + needle.size() <= hay.size()
        && std::ranges::equal(
            hay.sliced(at, needle.size()), needle, [](char left, char right) { return asciiLower(left) == right; });
}

/// The first match, -1: none. Jumps from one possible first letter to the next, which the C library finds many bytes at a time.
qsizetype findFirst(QByteArrayView hay, const QByteArray &needle)
{
    const char lower = needle.front();
    const char upper = asciiUpper(lower);
    qsizetype nextLower = hay.indexOf(lower);
    qsizetype nextUpper = upper == lower ? -1 : hay.indexOf(upper);
    while (nextLower >= 0 || nextUpper >= 0) {
        const bool isLower = nextUpper < 0 || (nextLower >= 0 && nextLower < nextUpper);
        const qsizetype at = isLower ? nextLower : nextUpper;
        if (matchesAt(hay, at, needle))
            return at;
        (isLower ? nextLower : nextUpper) = hay.indexOf(isLower ? lower : upper, at + 1);
    }
    return -1;
}

qsizetype findLast(QByteArrayView hay, const QByteArray &needle)
{
    for (qsizetype at = hay.size() - needle.size(); at >= 0; --at) {
        if (matchesAt(hay, at, needle))
            return at;
    }
    return -1;
}

} // namespace

TextBuffer::TextBuffer(QObject *parent)
    : QObject(parent)
{
}

void TextBuffer::append(QByteArrayView bytes, TextStream stream)
{
    if (bytes.isEmpty())
        return;
    if (stream != m_pieces.back().stream)
        beginPiece(stream);
    // Qt would double: a quarter more keeps memory near the text, and large blocks move by remapping.
    if (m_bytes.size() + bytes.size() > m_bytes.capacity())
        m_bytes.reserve(std::max(m_bytes.size() + bytes.size(), m_bytes.size() + m_bytes.size() / 4));
    m_bytes.append(bytes);
    const qsizetype first = std::max<qsizetype>(0, m_lineCount - 1);
    indexFrom(m_lastStart);
    Q_EMIT appended(first, m_lineCount - 1);
}

void TextBuffer::beginPiece(TextStream stream)
{
    const bool midLine = !m_bytes.isEmpty() && !m_bytes.endsWith('\n');
    if (midLine)
        m_bytes.append('\n');
    m_pieces.push_back({m_bytes.size(), stream, midLine});
    m_hasErrors = m_hasErrors || stream == TextStream::Errors;
}

QByteArray TextBuffer::bytesOf(TextStream stream) const
{
    if (m_pieces.size() == 1)
        return stream == m_pieces.front().stream ? m_bytes : QByteArray();
    QByteArray all;
    for (const StreamText &piece : streamsFrom(0)) {
        if (piece.stream == stream)
            all += piece.bytes;
    }
    return all;
}

std::vector<TextBuffer::StreamText> TextBuffer::streamsFrom(qsizetype from) const
{
    std::vector<StreamText> pieces;
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const bool isLast = i + 1 == m_pieces.size();
        const qsizetype start = std::max(from, m_pieces[i].start);
        const qsizetype end =
            isLast ? m_bytes.size() : m_pieces[i + 1].start - (m_pieces[i + 1].afterAddedBreak ? 1 : 0);
        if (start < end)
            pieces.push_back({m_pieces[i].stream, m_bytes.sliced(start, end - start)});
    }
    return pieces;
}

TextStream TextBuffer::streamOf(qsizetype line) const
{
    if (m_pieces.size() == 1)
        return m_pieces.front().stream;
    const auto after = std::ranges::upper_bound(m_pieces, extent(line).start, {}, &Piece::start);
    return std::prev(after)->stream;
}

/// Counts lines from the last one on (again: it may have grown). A text that ends with a line break has no empty line behind it.
void TextBuffer::indexFrom(qsizetype start)
{
    qsizetype number = std::max<qsizetype>(0, m_lineCount - 1);
    while (start < m_bytes.size()) {
        const Extent extent = extentFrom(start);
        if (number % Stride == 0 && size_t(number / Stride) == m_starts.size())
            m_starts.push_back(start);
        m_longest = std::max(m_longest, extent.end - extent.start);
        m_lastStart = start;
        m_lineCount = ++number;
        start = extent.next;
    }
}

TextBuffer::Extent TextBuffer::extentFrom(qsizetype start) const
{
    const qsizetype most = std::min(m_bytes.size(), start + MaxPieceBytes);
    // One more: the break of a line that is just short enough.
    const QByteArrayView piece = QByteArrayView(m_bytes).sliced(start, std::min(m_bytes.size(), most + 1) - start);
    const qsizetype lineBreak = piece.indexOf('\n');
    if (lineBreak >= 0) {
        const qsizetype end = start + lineBreak;
        const bool carriage = end > start && m_bytes.at(end - 1) == '\r';
        return {start, carriage ? end - 1 : end, end + 1};
    }
    if (most == m_bytes.size())
        return {start, most, most};
    // Cut between characters: never before a UTF-8 continuation byte.
    qsizetype cut = most;
    while (cut > most - 4 && (uchar(m_bytes.at(cut)) & 0xC0) == 0x80)
        --cut;
    return {start, cut, cut};
}

TextBuffer::Extent TextBuffer::extent(qsizetype line) const
{
    Extent extent = extentFrom(m_starts.at(size_t(line / Stride)));
    for (qsizetype i = line % Stride; i > 0; --i)
        extent = extentFrom(extent.next);
    return extent;
}

QString TextBuffer::line(qsizetype i) const
{
    const Extent where = extent(i);
    return fromUtf8Lossless(QByteArrayView(m_bytes).sliced(where.start, where.end - where.start));
}

bool TextBuffer::isContinued(qsizetype i) const
{
    const Extent where = extent(i);
    return where.next == where.end && where.next < m_bytes.size();
}

qsizetype TextBuffer::memoryBytes() const
{
    return m_bytes.capacity()
        + qsizetype(m_starts.capacity() * sizeof(qsizetype) + m_pieces.capacity() * sizeof(Piece));
}

QString TextBuffer::text(Position from, Position to) const
{
    const auto byteAt = [this](Position position) {
        if (position.line >= m_lineCount)
            return m_bytes.size();
        const Extent where = extent(position.line);
        const QString whole = fromUtf8Lossless(QByteArrayView(m_bytes).sliced(where.start, where.end - where.start));
        if (position.column >= whole.size())
            return where.end;
        return where.start + toUtf8Lossless(QStringView(whole).first(position.column)).size();
    };
    const qsizetype start = byteAt(from);
    const qsizetype end = byteAt(to);
    return start < end ? QString::fromUtf8(QByteArrayView(m_bytes).sliced(start, end - start)) : QString();
}

/// The line that holds the byte.
qsizetype TextBuffer::lineAt(qsizetype byte) const
{
    const auto after = std::ranges::upper_bound(m_starts, byte);
    qsizetype line = (std::distance(m_starts.begin(), after) - 1) * Stride;
    Extent where = extentFrom(m_starts.at(size_t(line / Stride)));
    while (where.next <= byte && where.next < m_bytes.size()) {
        where = extentFrom(where.next);
        ++line;
    }
    return line;
}

std::optional<TextBuffer::Match> TextBuffer::find(const QString &text, Position from, Direction direction) const
{
    const bool backward = direction == Direction::Backward;
    if (text.isEmpty() || m_lineCount == 0)
        return {};
    qsizetype number = std::clamp<qsizetype>(from.line, 0, m_lineCount - 1);
    const QString first = line(number);
    const qsizetype column = from.line < m_lineCount ? from.column : first.size() + 1;
    const qsizetype inFirst = backward ? (column > 0 ? first.lastIndexOf(text, column - 1, Qt::CaseInsensitive) : -1)
        : column <= first.size()       ? first.indexOf(text, column, Qt::CaseInsensitive)
                                       : -1;
    if (inFirst >= 0)
        return Match{{number, inFirst}, text.size()};

    // The rest is looked through as bytes when it can be; a match never goes over a line break, as `text` has none.
    const QByteArray needle = text.toLower().toUtf8();
    if (isAscii(needle)) {
        const Extent where = extent(number);
        const qsizetype begin = backward ? 0 : where.next;
        const qsizetype end = backward ? where.start : m_bytes.size();
        const QByteArrayView rest = QByteArrayView(m_bytes).sliced(begin, end - begin);
        const qsizetype found = backward ? findLast(rest, needle) : findFirst(rest, needle);
        if (found < 0)
            return {};
        const qsizetype lineNumber = lineAt(begin + found);
        const qsizetype lineStart = extent(lineNumber).start;
        return Match{
            {lineNumber, fromUtf8Lossless(QByteArrayView(m_bytes).sliced(lineStart, begin + found - lineStart)).size()},
            text.size()};
    }
    for (number += backward ? -1 : 1; number >= 0 && number < m_lineCount; number += backward ? -1 : 1) {
        const QString candidate = line(number);
        const qsizetype at = backward ? candidate.lastIndexOf(text, -1, Qt::CaseInsensitive)
                                      : candidate.indexOf(text, 0, Qt::CaseInsensitive);
        if (at >= 0)
            return Match{{number, at}, text.size()};
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_textbuffer.cpp"
