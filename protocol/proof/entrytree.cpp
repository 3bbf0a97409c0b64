// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/proof/entrytree.h"

#include "protocol/digest/quickdigest.h"

#include <algorithm>
#include <bit>

namespace Sonde {

namespace {

using Node = Sha256Bytes;
constexpr uchar LeafMark = 0;
constexpr uchar NodeMark = 1;

Node nodeFrom(QByteArrayView bytes)
{
    Node node{};
    std::copy_n(reinterpret_cast<const uchar *>(bytes.data()), std::min(bytes.size(), HashSize), node.begin());
    return node;
}

QByteArrayView viewOf(const Node &node)
{
    return {node.data(), qsizetype(node.size())};
}

Node leaf(const Node &entryHash)
{
    std::array<uchar, 1 + HashSize> text{LeafMark};
    std::ranges::copy(entryHash, text.begin() + 1);
    return sha256Of(QByteArrayView(text.data(), qsizetype(text.size())));
}

Node join(const Node &left, const Node &right)
{
    std::array<uchar, 1 + 2 * HashSize> text{NodeMark};
    std::ranges::copy(left, text.begin() + 1);
    std::ranges::copy(right, text.begin() + 1 + HashSize);
    return sha256Of(QByteArrayView(text.data(), qsizetype(text.size())));
}

QByteArrayView hashAt(QByteArrayView hashes, quint64 place)
{
    return hashes.sliced(qsizetype(place) * HashSize, HashSize);
}

/// Where a tree of so many leaves, two at least, is divided.
quint64 leftOf(quint64 count)
{
    return std::bit_floor(count - 1);
}

/// Makes a proof: from the leaves `first`…, `count` of them, with those of `numbers` among them.
class Prover
{
public:
    explicit Prover(QByteArrayView hashes)
        : m_hashes(hashes)
    {
    }

    Node prove(quint64 first, quint64 count, std::span<const quint64> numbers)
    {
        if (numbers.empty()) {
            const Node root = rootOf(first, count);
            beside += viewOf(root);
            return root;
        }
        if (count == 1)
            return leaf(nodeFrom(hashAt(m_hashes, first)));
        const quint64 left = leftOf(count);
        const auto middle = std::ranges::upper_bound(numbers, first + left);
        const auto before = size_t(middle - numbers.begin());
        const Node one = prove(first, left, numbers.first(before));
        return join(one, prove(first + left, count - left, numbers.subspan(before)));
    }

    QByteArray beside;

private:
    Node rootOf(quint64 first, quint64 count) const
    {
        if (count == 1)
            return leaf(nodeFrom(hashAt(m_hashes, first)));
        const quint64 left = leftOf(count);
        return join(rootOf(first, left), rootOf(first + left, count - left));
    }

    QByteArrayView m_hashes;
};

/// Goes the same way with what the prover left.
class Checker
{
public:
    explicit Checker(QByteArrayView beside)
        : left(beside)
    {
    }

    Node rootOf(quint64 first, quint64 count, std::span<const TreeEntry> entries)
    {
        if (entries.empty())
            return next();
        if (count == 1)
            return leaf(entries.front().hash);
        const quint64 half = leftOf(count);
        const auto middle = std::ranges::upper_bound(entries, first + half, {}, &TreeEntry::number);
        const auto before = size_t(middle - entries.begin());
        const Node one = rootOf(first, half, entries.first(before));
        return join(one, rootOf(first + half, count - half, entries.subspan(before)));
    }

    QByteArrayView left;
    bool isShort = false;

private:
    Node next()
    {
        if (left.size() < HashSize) {
            isShort = true;
            return {};
        }
        const Node node = nodeFrom(left.first(HashSize));
        left = left.sliced(HashSize);
        return node;
    }
};

QByteArray rootOfNothing()
{
    return viewOf(sha256Of({})).toByteArray();
}

} // namespace

std::optional<EntryTree> EntryTree::fromPeaks(quint64 size, const QByteArray &peaks)
{
    if (peaks.size() != std::popcount(size) * HashSize)
        return {};
    EntryTree tree;
    tree.m_size = size;
    tree.m_peaks = peaks;
    return tree;
}

void EntryTree::add(QByteArrayView entryHash)
{
    Node node = leaf(nodeFrom(entryHash));
    // Each one at the end of the size in binary is a subtree of the same height.
    for (quint64 rest = m_size; rest & 1; rest >>= 1) {
        node = join(nodeFrom(QByteArrayView(m_peaks).last(HashSize)), node);
        m_peaks.chop(HashSize);
    }
    m_peaks += viewOf(node);
    ++m_size;
}

QByteArray EntryTree::root() const
{
    if (m_size == 0)
        return rootOfNothing();
    QByteArrayView rest = m_peaks;
    Node node = nodeFrom(rest.last(HashSize));
    for (rest.chop(HashSize); !rest.isEmpty(); rest.chop(HashSize))
        node = join(nodeFrom(rest.last(HashSize)), node);
    return viewOf(node).toByteArray();
}

TreeProof proveEntries(QByteArrayView hashes, const std::vector<quint64> &numbers)
{
    if (hashes.isEmpty())
        return {rootOfNothing(), {}};
    Prover prover(hashes);
    const Node root = prover.prove(0, quint64(hashes.size() / HashSize), numbers);
    return {viewOf(root).toByteArray(), prover.beside};
}

std::optional<QByteArray> rootOf(quint64 size, std::span<const TreeEntry> entries, QByteArrayView beside)
{
    if (size == 0)
        return rootOfNothing();
    const auto outOfOrder = [](const TreeEntry &one, const TreeEntry &other) { return one.number >= other.number; };
    const bool isOrdered = std::ranges::adjacent_find(entries, outOfOrder) == entries.end();
    if (!isOrdered || (!entries.empty() && (entries.front().number == 0 || entries.back().number > size)))
        return {};
    Checker checker(beside);
    const Node root = checker.rootOf(0, size, entries);
    if (checker.isShort || !checker.left.isEmpty())
        return {};
    return viewOf(root).toByteArray();
}

} // namespace Sonde
