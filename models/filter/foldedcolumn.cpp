// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/foldedcolumn.h"

#include <algorithm>
#include <cstring>

namespace Sonde::Client {

namespace {
/// Between two rows' texts. A needle never holds one, so a match never spans rows.
constexpr char RowEnd = '\n';
constexpr qsizetype ShortText = 64;
constexpr qsizetype CompactAbove = 1024 * 1024;
} // namespace

void FoldedColumn::set(int row, QByteArrayView text)
{
    const bool known = row < rowCount();
    if (known && this->text(row) == text)
        return;
    if (known)
        m_deadBytes += this->text(row).size() + 1;
    append(row, text);
    if (m_deadBytes > CompactAbove && m_deadBytes > m_blob.size() / 2)
        compact();
}

void FoldedColumn::append(int row, QByteArrayView text)
{
    const size_t entry = m_entries.size();
    m_entries.push_back({m_blob.size(), row});
    m_blob.append(text);
    m_blob.append(RowEnd);
    if (size_t(row) == m_entryOfRow.size())
        m_entryOfRow.push_back(entry);
    else
        m_entryOfRow[size_t(row)] = entry;
}

void FoldedColumn::compact()
{
    FoldedColumn fresh;
    fresh.m_blob.reserve(m_blob.size() - m_deadBytes);
    for (int row = 0; row < rowCount(); ++row)
        fresh.append(row, text(row));
    *this = std::move(fresh);
}

qsizetype FoldedColumn::endOf(size_t entry) const
{
    return (entry + 1 < m_entries.size() ? m_entries[entry + 1].start : m_blob.size()) - 1;
}

QByteArrayView FoldedColumn::text(int row) const
{
    const size_t entry = m_entryOfRow[size_t(row)];
    return entryText(entry);
}

bool FoldedColumn::contains(int row, QByteArrayView needle) const
{
    return findBytes(text(row), needle) >= 0;
}

void FoldedColumn::findAll(QByteArrayView needle, std::vector<char> &found) const
{
    size_t entry = 0;
    for (qsizetype at = findBytes(m_blob, needle); at >= 0; at = findBytes(m_blob, needle, at)) {
        // Matches come in blob order, most often in one of the next entries.
        for (int step = 0; step < 8 && endOf(entry) < at; ++step)
            ++entry;
        if (endOf(entry) < at) {
            const auto after =
                std::ranges::upper_bound(m_entries.begin() + qsizetype(entry), m_entries.end(), at, {}, &Entry::start);
            entry = size_t(std::distance(m_entries.begin(), after)) - 1;
        }
        // Where one has it, the next ones often have it too: the first letters that one types are nearly everywhere.
        do {
            const int row = m_entries[entry].row;
            if (m_entryOfRow[size_t(row)] == entry)
                found[size_t(row)] = 1;
            if (++entry == m_entries.size())
                return;
        } while (isInShortText(entryText(entry), needle));
        at = endOf(entry) + 1;
        if (++entry == m_entries.size())
            return;
    }
}

QByteArrayView FoldedColumn::entryText(size_t entry) const
{
    const qsizetype start = m_entries[entry].start;
    return QByteArrayView(m_blob).sliced(start, endOf(entry) - start);
}

bool isInShortText(QByteArrayView text, QByteArrayView needle)
{
    if (text.size() > ShortText)
        return findBytes(text, needle) >= 0;
    const qsizetype last = text.size() - needle.size();
    for (qsizetype i = 0; i <= last; ++i) {
        if (text.at(i) == needle.front() && std::memcmp(text.data() + i, needle.data(), size_t(needle.size())) == 0)
            return true;
    }
    return false;
}

qsizetype findBytes(QByteArrayView haystack, QByteArrayView needle, qsizetype from)
{
    if (from >= haystack.size())
        return needle.isEmpty() && from == haystack.size() ? from : -1;
    const QByteArrayView rest = haystack.sliced(from);
#ifdef Q_OS_WIN
    const auto found = std::ranges::search(rest, needle);
    return found.empty() && !needle.isEmpty() ? -1 : from + (found.begin() - rest.begin());
#else
    // Several times faster than a portable search: the C library uses vector instructions.
    const void *found = ::memmem(rest.data(), size_t(rest.size()), needle.data(), size_t(needle.size()));
    return found ? from + (static_cast<const char *>(found) - rest.data()) : -1;
#endif
}

} // namespace Sonde::Client
