// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QByteArray>
#include <QCborArray>
#include <compare>
#include <functional>
#include <span>
#include <vector>

namespace Sonde::Client {

using ResultRows = std::vector<QCborArray>;

/// One column of some rows as what it is sorted, searched, grouped and compared by. Made once, then only read: on any thread.
class ColumnIndex final
{
public:
    /// Kinds of cells, in the order they are sorted in.
    enum class Rank : quint8 { Number, Address4, Address6, Text, Null };

    /// Keys of one rank order by `high`, then `low`, then, unless they are numbers, by their text.
    struct Key {
        quint64 high = 0;
        quint64 low = 0;
        quint32 start = 0;
        quint32 size = 0;   ///< of the exact text
        quint32 folded = 0; ///< of the folded text, which the exact one begins with
        Rank rank = Rank::Null;
    };

    ColumnIndex(const ResultRows &rows, int column, ValueType type);
    /// A column of words of our own, for `count` rows.
    ColumnIndex(int count, const std::function<QLatin1StringView(int)> &word);

    [[nodiscard]] int rowCount() const { return int(m_keys.size()); }
    [[nodiscard]] const Key &key(int row) const { return m_keys[size_t(row)]; }
    /// What a filter's text is looked for in: letter case and composition folded away.
    [[nodiscard]] QByteArrayView folded(int row) const;
    /// The same exactly when the cells read the same.
    [[nodiscard]] QByteArrayView exact(int row) const;
    /// `found[row]` becomes 1 for each row whose folded text contains `needle`; the rest is left as it is.
    void findAll(QByteArrayView needle, std::span<char> found) const;

    /// Orders as the number does.
    [[nodiscard]] static quint64 orderedBits(double value);

private:
    [[nodiscard]] QByteArrayView allOf(size_t row) const;
    void add(const QCborValue &cell, ValueType type);
    void addText(Key &key, const QString &text);
    void addDigits(Key &key, qint64 number);

    QByteArray m_texts; ///< each ends with a line break, so that none is found across two
    std::vector<Key> m_keys;
};

} // namespace Sonde::Client
