// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/peformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr quint32 VersionType = 16; ///< RT_VERSION
constexpr quint32 IsDirectory = 0x80000000;
constexpr qint64 MostVersionBytes = 64 * 1024;
constexpr qint64 MostName = 256;
constexpr qint64 MostText = 4096;

/// The first entry of a directory of resources, or the one with this id: an offset within the resources.
std::optional<quint32> entryOf(const PeImage &image, quint32 root, quint32 directory, std::optional<quint32> id)
{
    const QByteArray head = image.read(root + directory, 16);
    const int count = std::min(Bytes(head).u16(12) + Bytes(head).u16(14), 1024);
    const QByteArray entries = image.read(root + directory + 16, qint64(count) * 8);
    for (qint64 at = 0; at + 8 <= entries.size(); at += 8) {
        if (!id || Bytes(entries).u32(at) == *id)
            return Bytes(entries).u32(at + 4);
    }
    return {};
}

/// VS_VERSIONINFO: its first language's.
QByteArray versionResource(const PeImage &image)
{
    const quint32 root = image.directory(PeImage::Resources).address;
    if (root == 0)
        return {};
    std::optional<quint32> at = 0 | IsDirectory;
    for (const std::optional<quint32> id : {std::optional<quint32>(VersionType), {}, {}}) {
        if (!at || !(*at & IsDirectory))
            return {};
        at = entryOf(image, root, *at & ~IsDirectory, id);
    }
    if (!at || *at & IsDirectory)
        return {};
    const QByteArray entry = image.read(root + *at, 16);
    return image.read(Bytes(entry).u32(0), std::min<qint64>(Bytes(entry).u32(4), MostVersionBytes));
}

constexpr qint64 aligned(qint64 at)
{
    return (at + 3) & ~qint64(3);
}

/// One of the nested blocks that a version resource is made of: length, length of the value, kind, name, value, blocks.
struct Block {
    QString name;
    qint64 value = 0; ///< where it begins
    qint64 valueSize = 0;
    qint64 end = 0;
};
std::optional<Block> blockAt(const Bytes &bytes, qint64 at, qint64 end)
{
    const qint64 size = bytes.u16(at);
    if (size < 6 || at + size > end)
        return {};
    Block block;
    block.name = bytes.wideText(at + 6, MostName);
    block.value = aligned(at + 6 + 2 * (block.name.size() + 1));
    block.valueSize = bytes.u16(at + 2) * (bytes.u16(at + 4) == 1 ? 2 : 1); // characters where it is text
    block.end = at + size;
    return block;
}

template<typename Visitor>
void forEachBlock(const Bytes &bytes, qint64 at, qint64 end, Visitor visit)
{
    while (const auto block = blockAt(bytes, at, end)) {
        if (!visit(*block))
            return;
        at = aligned(block->end);
    }
}

} // namespace

QList<std::pair<QString, QString>> readPeVersion(const PeImage &image)
{
    const QByteArray resource = versionResource(image);
    const Bytes bytes(resource);
    QList<std::pair<QString, QString>> texts;
    const auto root = blockAt(bytes, 0, bytes.size());
    if (!root)
        return texts;
    const auto addText = [&](const Block &text) {
        texts.append({text.name, bytes.wideText(text.value, std::min((text.end - text.value) / 2, MostText))});
        return texts.size() < MostListed;
    };
    forEachBlock(bytes, aligned(root->value + root->valueSize), root->end, [&](const Block &child) {
        if (child.name != u"StringFileInfo")
            return true;
        const auto table = blockAt(bytes, child.value, child.end);
        if (table)
            forEachBlock(bytes, table->value, table->end, addText);
        return false;
    });
    return texts;
}

} // namespace Sonde::Agent
