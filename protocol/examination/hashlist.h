// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QHash>
#include <QIODevice>
#include <memory>
#include <optional>

namespace Sonde {

/// A list of hashes: a line for each, MD5, SHA-1 or SHA-256 by its length, in hexadecimal digits; what follows after a blank is a remark ("evil.exe",
/// as sha256sum writes it). Empty lines and lines that begin with # say nothing. A list of more than SmallListBytes is sorted as `LC_ALL=C sort`
/// does it, in one letter case and without # lines, and looked up where it lies: however long it is, it takes no memory.
inline constexpr qint64 SmallListBytes = 4 * 1024 * 1024;
/// No line is longer.
inline constexpr qint64 LongestHashLine = 1024;

/// A line of a list: its hash in lower case, and the remark.
struct ListedHash {
    QByteArray hash;
    QByteArray remark;
};
/// None where a line is not one; an empty hash where it says nothing.
[[nodiscard]] std::optional<ListedHash> parseHashLine(QByteArrayView line);

/// HashesMalformed (facts: line, why = "line", "order", "case") when it is not a list; ReadFailed.
[[nodiscard]] Result<void> checkHashList(QIODevice &list, const QString &name);

/// Looks hashes up in a list that checkHashList() would accept. For one thread.
class HashList final
{
public:
    /// `list`: open for reading, seekable; a small one is read at once. ReadFailed.
    [[nodiscard]] static Result<HashList> open(std::shared_ptr<QIODevice> list, const QString &name);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// The line of a hash in lower-case hexadecimal digits; none when it is not in the list. ReadFailed.
    [[nodiscard]] Result<std::optional<ListedHash>> find(const QByteArray &hash) const;

private:
    [[nodiscard]] Result<QByteArray> lineAt(qint64 offset) const;

    QString m_name;
    std::shared_ptr<QIODevice> m_list;
    bool m_isUpper = false; ///< the case of a long list
    bool m_isSmall = false;
    QHash<QByteArray, QByteArray> m_hashes; ///< of a small one, with their remarks
};

} // namespace Sonde
