// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/shelllink.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/small/shellitems.h"

#include <QTimeZone>

namespace Sonde::Agent {

namespace {

constexpr QByteArrayView Header("L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0\x46", 20);
constexpr qint64 HeaderBytes = 76;
constexpr qint64 MostText = 32 * 1024;
constexpr int MostBlocks = 64;
constexpr qint64 MostRead = 260; ///< characters of a text, by Windows (MAX_PATH), whatever its length says

enum Flag : quint32 {
    HasItems = 0x1,
    HasInfo = 0x2,
    HasDescription = 0x4,
    HasRelativePath = 0x8,
    HasWorkingDirectory = 0x10,
    HasArguments = 0x20,
    HasIcon = 0x40,
    IsWide = 0x80,
    RunsAsUser = 0x2000
};
enum Block : quint32 { Environment = 0xa0000001, Tracker = 0xa0000003, ItemsOfVista = 0xa000000c };

/// 100 ns since 1601.
QDateTime fileTime(quint64 time)
{
    constexpr qint64 to1970 = 11'644'473'600'000;
    if (time == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(qint64(time / 10'000) - to1970, QTimeZone::UTC);
}

class LinkParser final
{
public:
    explicit LinkParser(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    std::optional<ShellLink> parse()
    {
        if (m_bytes.slice(0, Header.size()) != Header)
            return {};
        m_flags = m_bytes.u32(20);
        m_link.created = fileTime(m_bytes.u64(28));
        m_link.accessed = fileTime(m_bytes.u64(36));
        m_link.modified = fileTime(m_bytes.u64(44));
        m_link.size = m_bytes.u32(52);
        m_link.show = m_bytes.u32(60);
        m_link.runsAsAdministrator = m_flags & RunsAsUser;
        m_at = HeaderBytes;
        if (m_flags & HasItems) {
            m_items = readShellItems(m_bytes.slice(m_at + 2, m_bytes.u16(m_at)));
            m_at += 2 + m_bytes.u16(m_at);
        }
        if (m_flags & HasInfo)
            readInfo();
        const qint64 texts = m_at;
        const LinkTexts written = takeTexts(Lengths::AsWritten);
        m_at = texts;
        m_link.texts = takeTexts(Lengths::AsWindowsReads);
        if (m_isLonger)
            m_link.written = written;
        readBlocks();
        takeItems();
        return std::move(m_link);
    }

private:
    void readInfo()
    {
        const qint64 size = m_bytes.u32(m_at);
        const Bytes info(m_bytes.slice(m_at, size));
        constexpr quint32 withWideTexts = 0x24;
        const bool isWide = info.u32(4) >= withWideTexts;
        const auto text = [&info](qint64 narrowAt, qint64 wideAt, bool wide) {
            if (wide && info.u32(wideAt) != 0)
                return info.wideText(info.u32(wideAt), MostText);
            return info.u32(narrowAt) == 0 ? QString() : printable(info.text(info.u32(narrowAt), MostText));
        };
        QString base = text(16, 28, isWide);
        if (base.isEmpty() && info.u32(20) != 0) { // a share: its name stands in a structure of its own
            const qint64 network = info.u32(20);
            base = printable(info.text(network + info.u32(network + 8), MostText));
        }
        const QString suffix = text(24, 32, isWide);
        m_link.target = base;
        if (!suffix.isEmpty())
            m_link.target += base.isEmpty() || base.endsWith(u'\\') ? suffix : QString(u'\\' + suffix);
        m_at += size;
    }

    enum class Lengths { AsWritten, AsWindowsReads };

    LinkTexts takeTexts(Lengths lengths)
    {
        const bool isCut = lengths == Lengths::AsWindowsReads;
        LinkTexts texts;
        texts.description = takeText(HasDescription, isCut);
        texts.relativePath = takeText(HasRelativePath, isCut);
        texts.workingDirectory = takeText(HasWorkingDirectory, isCut);
        texts.arguments = takeText(HasArguments, false);
        texts.icon = takeText(HasIcon, false);
        return texts;
    }

    QString takeText(Flag flag, bool isCut)
    {
        if (!(m_flags & flag))
            return {};
        qint64 length = m_bytes.u16(m_at);
        const qint64 begin = m_at + 2;
        qint64 shown = length;
        if (isCut && length >= MostRead) {
            m_isLonger = true;
            length = MostRead;
            shown = length - 1; // the last one is taken for the end
        }
        m_at = begin + length * (m_flags & IsWide ? 2 : 1);
        return m_flags & IsWide ? m_bytes.wideText(begin, shown) : printable(m_bytes.slice(begin, shown).toByteArray());
    }

    void takeItems()
    {
        m_link.items = m_items.names;
        if (m_link.target.isEmpty())
            m_link.target = m_items.target;
        else if (m_link.target.compare(m_items.target, Qt::CaseInsensitive) != 0)
            m_link.itemTarget = m_items.target;
    }

    void readBlocks()
    {
        for (int i = 0; i < MostBlocks; ++i) {
            const qint64 size = m_bytes.u32(m_at);
            if (size < 8 || !m_bytes.holds(m_at, size))
                return;
            const Bytes block(m_bytes.slice(m_at, size));
            if (block.u32(4) == Environment)
                m_link.environmentTarget = block.wideText(8 + 260, 260);
            else if (block.u32(4) == Tracker)
                m_link.machine = printable(block.text(16, 16));
            else if (block.u32(4) == ItemsOfVista)
                m_items = readShellItems(m_bytes.slice(m_at + 8, size - 8));
            m_at += size;
        }
    }

    Bytes m_bytes;
    quint32 m_flags = 0;
    qint64 m_at = 0;
    bool m_isLonger = false;
    ShellItems m_items;
    ShellLink m_link;
};

} // namespace

std::optional<ShellLink> readShellLink(const QByteArray &bytes)
{
    return LinkParser(bytes).parse();
}

} // namespace Sonde::Agent
