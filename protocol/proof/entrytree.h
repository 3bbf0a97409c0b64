// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <optional>
#include <span>
#include <vector>

/// The tree of RFC 6962 over the hashes of a journal's entries: leaf i is entry i + 1. Its root stands for all of them, and whoever has some
/// entries and the hashes beside them can compute it. All hashes are SHA-256.
namespace Sonde {

inline constexpr qsizetype HashSize = 32;

/// The tree of a journal that grows: what is needed to go on, about a hash for each power of two.
class EntryTree final
{
public:
    EntryTree() = default;
    /// One that had `size` entries, as peaks() gave it then; nothing when these are not so many.
    [[nodiscard]] static std::optional<EntryTree> fromPeaks(quint64 size, const QByteArray &peaks);

    void add(QByteArrayView entryHash);
    [[nodiscard]] quint64 size() const { return m_size; }
    /// Of the empty tree: the hash of nothing.
    [[nodiscard]] QByteArray root() const;
    /// The roots of its whole subtrees, largest first, one after the other.
    [[nodiscard]] const QByteArray &peaks() const { return m_peaks; }

private:
    quint64 m_size = 0;
    QByteArray m_peaks;
};

struct TreeEntry {
    quint64 number = 0;
    std::array<uchar, HashSize> hash{};
};

struct TreeProof {
    QByteArray root;
    /// Of the largest subtrees that hold none of the entries, from left to right, one after the other.
    QByteArray beside;
};

/// `hashes`: those of all entries from the first on, one after the other. `numbers`: the entries that will be shown; ascending.
[[nodiscard]] TreeProof proveEntries(QByteArrayView hashes, const std::vector<quint64> &numbers);
/// The root of the tree of `size` entries that these are in; nothing when `beside` is not what such a tree needs. The entries ascend and
/// none is above `size`. A root alone does not say of how many it is: who signs it signs the size, too.
[[nodiscard]] std::optional<QByteArray> rootOf(quint64 size, std::span<const TreeEntry> entries, QByteArrayView beside);

} // namespace Sonde
