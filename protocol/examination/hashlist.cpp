// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/examination/hashlist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isHashSize(qsizetype digits)
{
    return digits == 32 || digits == 40 || digits == 64;
}

bool hasLetter(const QByteArray &hash, char from, char to)
{
    return std::ranges::any_of(hash, [from, to](char c) { return c >= from && c <= to; });
}

std::unexpected<Error> malformed(const QString &name, qint64 line, const QString &why)
{
    return fail(ErrorCode::HashesMalformed, name).with(Fact::Line, line).with(Fact::Why, why);
}

/// What the lines of a long list have in common.
class LongList final
{
public:
    /// What is wrong with the next line; empty: nothing.
    QString add(QByteArrayView line)
    {
        const auto parsed = parseHashLine(line);
        if (!parsed || parsed->hash.isEmpty())
            return u"line"_s;
        const QByteArray written = line.first(parsed->hash.size()).toByteArray();
        m_lower = m_lower || hasLetter(written, 'a', 'f');
        m_upper = m_upper || hasLetter(written, 'A', 'F');
        if (m_lower && m_upper)
            return u"case"_s;
        const bool isSorted = m_before <= written;
        m_before = written;
        return isSorted ? QString() : u"order"_s;
    }

private:
    QByteArray m_before;
    bool m_lower = false;
    bool m_upper = false;
};

QByteArrayView withoutEnd(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

std::optional<ListedHash> parseHashLine(QByteArrayView line)
{
    line = withoutEnd(line);
    if (line.trimmed().isEmpty() || line.startsWith('#'))
        return ListedHash();
    const auto end = std::ranges::find_if_not(line, isHexDigit);
    const qsizetype digits = end - line.begin();
    const bool endsThere = end == line.end() || *end == ' ' || *end == '\t';
    if (!isHashSize(digits) || !endsThere)
        return std::nullopt;
    return ListedHash{line.first(digits).toByteArray().toLower(), line.sliced(digits).toByteArray().trimmed()};
}

Result<void> checkHashList(QIODevice &list, const QString &name)
{
    const bool isLong = list.size() > SmallListBytes;
    LongList all;
    for (qint64 number = 1; !list.atEnd(); ++number) {
        const QByteArray line = list.readLine(LongestHashLine + 2);
        if (line.isEmpty())
            return fail(ErrorCode::ReadFailed, name, list.errorString());
        if (line.size() > LongestHashLine || !parseHashLine(line))
            return malformed(name, number, u"line"_s);
        if (const QString why = isLong ? all.add(line) : QString(); !why.isEmpty())
            return malformed(name, number, why);
    }
    return {};
}

Result<HashList> HashList::open(std::shared_ptr<QIODevice> list, const QString &name)
{
    HashList opened;
    opened.m_name = name;
    opened.m_list = std::move(list);
    opened.m_isSmall = opened.m_list->size() <= SmallListBytes;
    if (!opened.m_list->seek(0))
        return fail(ErrorCode::ReadFailed, name, opened.m_list->errorString());
    while (!opened.m_list->atEnd()) {
        const QByteArray line = opened.m_list->readLine(LongestHashLine + 2);
        if (line.isEmpty())
            return fail(ErrorCode::ReadFailed, name, opened.m_list->errorString());
        const auto parsed = parseHashLine(line);
        if (parsed && !parsed->hash.isEmpty() && opened.m_isSmall)
            opened.m_hashes.insert(parsed->hash, parsed->remark);
        opened.m_isUpper = parsed && hasLetter(line.first(parsed->hash.size()), 'A', 'F');
        const bool isCaseKnown = opened.m_isUpper || (parsed && hasLetter(line.first(parsed->hash.size()), 'a', 'f'));
        if (!opened.m_isSmall && isCaseKnown)
            break;
    }
    return opened;
}

/// The first line that begins at `offset` or behind it; empty at the end.
Result<QByteArray> HashList::lineAt(qint64 offset) const
{
    if (!m_list->seek(std::max<qint64>(0, offset - 1)))
        return fail(ErrorCode::ReadFailed, m_name, m_list->errorString());
    if (offset > 0)
        std::ignore = m_list->readLine(LongestHashLine + 2); // the rest of the one before
    return m_list->readLine(LongestHashLine + 2);
}

Result<std::optional<ListedHash>> HashList::find(const QByteArray &hash) const
{
    if (m_isSmall) {
        const auto found = m_hashes.constFind(hash);
        return found == m_hashes.cend() ? std::nullopt : std::optional(ListedHash{hash, *found});
    }
    const QByteArray wanted = m_isUpper ? hash.toUpper() : hash;
    qint64 low = 0;
    qint64 high = m_list->size();
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const auto line = lineAt(middle);
        if (!line)
            return std::unexpected(line.error());
        if (line->isEmpty() || line->first(std::min(line->size(), wanted.size())) >= wanted)
            high = middle;
        else
            low = middle + 1;
    }
    const auto line = lineAt(low);
    if (!line)
        return std::unexpected(line.error());
    const auto parsed = parseHashLine(*line);
    return parsed && parsed->hash == hash ? parsed : std::nullopt;
}

} // namespace Sonde
