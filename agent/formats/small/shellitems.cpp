// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/shellitems.h"

#include "agent/formats/base/bytesource.h"

#include <QUuid>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr int MostItems = 256;
constexpr qint64 MostName = 2048;

struct KnownFolder {
    QLatin1StringView id;
    QLatin1StringView name;
};
constexpr std::array KnownFolders{KnownFolder{"20d04fe0-3aea-1069-a2d8-08002b30309d"_L1, "My Computer"_L1},
    KnownFolder{"208d2c60-3aea-1069-a2d7-08002b30309d"_L1, "Network"_L1},
    KnownFolder{"f02c1a0d-be21-4350-88b0-7367fc96ef3c"_L1, "Network"_L1},
    KnownFolder{"21ec2020-3aea-1069-a2dd-08002b30309d"_L1, "Control Panel"_L1},
    KnownFolder{"26ee0668-a00a-44d7-9371-beb064c98683"_L1, "Control Panel"_L1},
    KnownFolder{"645ff040-5081-101b-9f08-00aa002f954e"_L1, "Recycle Bin"_L1},
    KnownFolder{"450d8fba-ad25-11d0-98a8-0800361b1103"_L1, "My Documents"_L1},
    KnownFolder{"59031a47-3f72-44a7-89c5-5595fe6b30ee"_L1, "User's Files"_L1},
    KnownFolder{"031e4825-7b94-4dc3-b131-e946b44c8dd5"_L1, "Libraries"_L1},
    KnownFolder{"871c5380-42a0-1069-a2ea-08002b30309d"_L1, "Internet Explorer"_L1},
    KnownFolder{"b4bfcc3a-db2c-424c-b029-7fe99a87c641"_L1, "Desktop"_L1},
    KnownFolder{"374de290-123f-4565-9164-39c4925e467b"_L1, "Downloads"_L1},
    KnownFolder{"088e3905-0323-4b02-9826-5d99428e115f"_L1, "Downloads"_L1},
    KnownFolder{"679f85cb-0220-4080-b29b-5540cc05aab6"_L1, "Quick Access"_L1},
    KnownFolder{"4234d49b-0245-4df3-b780-3893943456e1"_L1, "Applications"_L1},
    KnownFolder{"2559a1f3-21d7-11d4-bdaf-00c04f60b9f0"_L1, "Run"_L1}};

/// The name of the folder with the identifier that stands at a place.
QString folderAt(const Bytes &item, qint64 at)
{
    if (!item.holds(at, 16))
        return {};
    // Its first three numbers are little-endian, what follows stands as it is written.
    const QUuid id(item.u32(at), item.u16(at + 4), item.u16(at + 6), item.u8(at + 8), item.u8(at + 9), item.u8(at + 10),
        item.u8(at + 11), item.u8(at + 12), item.u8(at + 13), item.u8(at + 14), item.u8(at + 15));
    const QString text = id.toString(QUuid::WithoutBraces);
    const auto known =
        std::ranges::find_if(KnownFolders, [&text](const KnownFolder &folder) { return text == folder.id; });
    return known == KnownFolders.end() ? u'{' + text + u'}' : QString(known->name);
}

/// The long name in the block 0xbeef0004 behind the short one; empty without.
QString longName(const Bytes &item)
{
    constexpr quint32 signature = 0xbeef0004;
    const qint64 block = item.u16(item.size() - 2); // where the first block is, says the end
    if (item.size() < 4 || item.u32(block + 4) != signature)
        return {};
    const quint16 version = item.u16(block + 2);
    qint64 at = block + 20;
    if (version >= 7)
        at += 18;
    if (version >= 8)
        at += 4;
    if (version >= 9)
        at += 4;
    return version < 3 ? QString() : item.wideText(at, MostName);
}

/// `at`: where the short name stands.
QString fileName(const Bytes &item, int type, qint64 at)
{
    constexpr int isWide = 0x04;
    const QString name = longName(item);
    if (!name.isEmpty())
        return name;
    return type & isWide ? item.wideText(at, MostName) : printable(item.text(at, MostName));
}

/// Size and flags, then some bytes that it says the length of, then the address.
QString address(const Bytes &item)
{
    constexpr int isWide = 0x80;
    const qint64 skipped = item.u16(4);
    const qint64 at = skipped == 0 ? 8 : 6 + skipped;
    return item.u8(3) & isWide ? item.wideText(at, MostName) : printable(item.text(at, MostName));
}

class ItemReader final
{
public:
    void add(const Bytes &item)
    {
        const int type = item.u8(2);
        switch (type & 0x70) {
        case 0x10: place(folderAt(item, 4)); return;
        case 0x20: volume(item, type); return;
        case 0x30: below(fileName(item, type & 0x0f, 14)); return;
        case 0x40: share(printable(item.text(5, MostName))); return;
        default: break;
        }
        if (type == 0x61)
            whole(address(item));
        else if (type == 0x71)
            place(folderAt(item, 14));
        else if (type == 0x74 && item.slice(6, 4) == "CFSF")
            below(fileName(item, item.u8(12) & 0x0f, 24));
        else
            place(nameOf(quint32(type), NoNames, u"item"));
    }

    [[nodiscard]] ShellItems items() const { return {m_names, m_target}; }

private:
    static constexpr NamedNumber NoNames[]{{0xffffffff, ""}};

    void place(const QString &name)
    {
        m_names += name;
        m_target.clear();
    }
    void volume(const Bytes &item, int type)
    {
        constexpr int hasName = 0x01;
        if (!(type & hasName)) {
            place(folderAt(item, 4));
            return;
        }
        whole(printable(item.text(3, MostName)));
        while (m_names.constLast().endsWith(u'\\'))
            m_names.last().chop(1);
    }
    /// One says the server, the next one server and share again.
    void share(const QString &name)
    {
        if (name.startsWith("\\\\"_L1))
            whole(name);
        else
            place(name);
    }
    void whole(const QString &target)
    {
        m_names += target;
        m_target = target;
    }
    void below(const QString &name)
    {
        m_names += name;
        if (m_target.isEmpty())
            return;
        if (!m_target.endsWith(u'\\'))
            m_target += u'\\';
        m_target += name;
    }

    QStringList m_names;
    QString m_target;
};

} // namespace

ShellItems readShellItems(QByteArrayView bytes)
{
    const Bytes list(bytes);
    ItemReader reader;
    qint64 at = 0;
    for (int i = 0; i < MostItems; ++i) {
        const qint64 size = list.u16(at);
        if (size < 3 || !list.holds(at, size))
            break;
        reader.add(Bytes(list.slice(at, size)));
        at += size;
    }
    return reader.items();
}

} // namespace Sonde::Agent
