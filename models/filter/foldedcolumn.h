// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <vector>

namespace Sonde::Client {

/// One folded text per row, kept end to end in one blob so that a single pass of memmem looks through all rows.
class FoldedColumn final
{
public:
    [[nodiscard]] int rowCount() const { return int(m_entryOfRow.size()); }
    /// Sets the text of a row that exists, or of the one after the last. It holds no '\n' (see foldedUtf8()).
    void set(int row, QByteArrayView text);
    [[nodiscard]] QByteArrayView text(int row) const;
    [[nodiscard]] bool contains(int row, QByteArrayView needle) const;
    /// `found[row]` becomes 1 for each row containing `needle`, in one pass over the blob; the rest is left as it is.
    void findAll(QByteArrayView needle, std::vector<char> &found) const;

private:
    struct Entry {
        qsizetype start = 0;
        int row = 0;
    };
    void append(int row, QByteArrayView text);
    void compact();
    [[nodiscard]] qsizetype endOf(size_t entry) const;
    [[nodiscard]] QByteArrayView entryText(size_t entry) const;

    QByteArray m_blob;
    std::vector<Entry> m_entries; ///< in blob order; those not in m_entryOfRow are dead
    std::vector<size_t> m_entryOfRow;
    qsizetype m_deadBytes = 0;
};

/// Whether `needle`, which is not empty, is in a text that most often has a few words: findBytes() is for much text, and takes longer to
/// begin.
[[nodiscard]] bool isInShortText(QByteArrayView text, QByteArrayView needle);
/// Where `needle` begins in `haystack` at or after `from`; -1: nowhere.
[[nodiscard]] qsizetype findBytes(QByteArrayView haystack, QByteArrayView needle, qsizetype from = 0);

} // namespace Sonde::Client
