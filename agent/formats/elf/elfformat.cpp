// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/elf/elfformat.h"

#include "agent/formats/elf/elfconstants.h"

#include <algorithm>

namespace Sonde::Agent {

using namespace Elf;

namespace {

constexpr qint64 MostTable = 4 * 1024 * 1024;
constexpr qint64 MostProgramHeaders = 1024;
constexpr qint64 MostDynamicEntries = 4096;
constexpr qint64 MostText = 4096;
constexpr qint64 MostName = 256;
/// Of all tables together: a hostile file has a thousand, all in the same place.
constexpr qint64 MostRead = 64 * 1024 * 1024;

struct Segment {
    quint32 type = 0;
    quint32 flags = 0;
    quint64 address = 0;
    qint64 offset = 0;
    qint64 fileSize = 0;
};

/// Walks the tables of one file into the facts.
class ElfParser final
{
public:
    explicit ElfParser(const ByteSource &source)
        : m_source(source)
        , m_head(source.read(0, 64))
    {
    }

    std::optional<ElfFile> parse()
    {
        if (!m_head.startsWith("\177ELF") || m_head.size() < 20)
            return {};
        m_file.is64 = m_head.at(ClassByte) == Class64;
        m_file.order = m_head.at(DataByte) == DataBig ? ByteOrder::Big : ByteOrder::Little;
        m_file.abi = quint8(m_head.at(AbiByte));
        const Bytes head(m_head, m_file.order);
        m_file.type = head.u16(16);
        m_file.machine = head.u16(18);
        m_file.entry = address(head, 24);
        m_file.end = head.u16(m_file.is64 ? 52 : 40);
        readSegments(head);
        readSections(head);
        readDynamic();
        m_file.isPie = m_file.isPie || (m_file.type == SharedObject && !m_file.interpreter.isEmpty());
        m_file.isUpx = m_source.read(0, MostText).contains("UPX!");
        return std::move(m_file);
    }

private:
    [[nodiscard]] quint64 address(const Bytes &bytes, qint64 at) const
    {
        return m_file.is64 ? bytes.u64(at) : bytes.u32(at);
    }
    /// Of two places the one of this file's class.
    [[nodiscard]] qint64 by(qint64 in64, qint64 in32) const { return m_file.is64 ? in64 : in32; }
    [[nodiscard]] QByteArray table(qint64 offset, qint64 size)
    {
        const QByteArray bytes = m_source.read(offset, std::min({size, MostTable, m_mayRead}));
        m_mayRead -= bytes.size();
        return bytes;
    }
    void reaches(qint64 offset, qint64 size)
    {
        if (offset >= 0 && size >= 0 && size <= m_source.size() && offset <= m_source.size() - size)
            m_file.end = std::max(m_file.end, offset + size);
    }

    void readSegments(const Bytes &head)
    {
        const qint64 offset = qint64(address(head, by(32, 28)));
        const qint64 entrySize = head.u16(by(54, 42));
        const qint64 count = std::min<qint64>(head.u16(by(56, 44)), MostProgramHeaders);
        if (entrySize < by(56, 32))
            return;
        const QByteArray bytes = table(offset, count * entrySize);
        reaches(offset, count * entrySize);
        const Bytes entries(bytes, m_file.order);
        for (qint64 at = 0; entries.holds(at, entrySize); at += entrySize) {
            const Segment segment{entries.u32(at), entries.u32(at + by(4, 24)), address(entries, at + by(16, 8)),
                qint64(address(entries, at + by(8, 4))), qint64(address(entries, at + by(32, 16)))};
            m_segments.push_back(segment);
            take(segment);
        }
    }

    void take(const Segment &segment)
    {
        reaches(segment.offset, segment.fileSize);
        switch (segment.type) {
        case Interpreter:
            m_file.interpreter =
                Bytes(m_source.read(segment.offset, std::min(segment.fileSize, MostText))).text(0, MostText);
            break;
        case Note: readNotes(segment); break;
        case GnuStack: m_file.hasExecutableStack = segment.flags & SegmentExecutes; break;
        case GnuRelro: m_file.relro = ElfFile::Relro::Partial; break;
        case Dynamic: m_file.isDynamic = true; break;
        case Load:
            if (segment.flags & SegmentExecutes) {
                m_file.hasWritableCode |= bool(segment.flags & SegmentWrites);
                m_file.entryIsInCode |=
                    m_file.entry >= segment.address && m_file.entry - segment.address < quint64(segment.fileSize);
            }
            break;
        default: break;
        }
    }

    void readNotes(const Segment &segment)
    {
        const QByteArray bytes = table(segment.offset, segment.fileSize);
        const Bytes notes(bytes, m_file.order);
        constexpr auto padded = [](qint64 size) { return (size + 3) & ~qint64(3); };
        for (qint64 at = 0; notes.holds(at, 12);) {
            const qint64 nameSize = notes.u32(at);
            const qint64 contentSize = notes.u32(at + 4);
            const qint64 content = at + 12 + padded(nameSize);
            if (notes.u32(at + 8) == GnuBuildId && notes.slice(at + 12, nameSize) == QByteArrayView("GNU\0", 4))
                m_file.buildId = notes.slice(content, std::min<qint64>(contentSize, 64)).toByteArray();
            at = content + padded(contentSize);
        }
    }

    void readSections(const Bytes &head)
    {
        const qint64 offset = qint64(address(head, by(40, 32)));
        const qint64 entrySize = head.u16(by(58, 46));
        if (offset <= 0 || entrySize < by(64, 40))
            return;
        const QByteArray first = table(offset, entrySize);
        quint64 count = head.u16(by(60, 48));
        if (count == 0) // too many for the header: the first section, which is none, knows
            count = address(Bytes(first, m_file.order), by(32, 20));
        const quint64 most = quint64(MostTable / entrySize);
        const QByteArray bytes = table(offset, qint64(std::min(count, most)) * entrySize);
        reaches(offset, bytes.size());
        const Bytes entries(bytes, m_file.order);
        m_file.sectionCount = bytes.size() / entrySize;
        quint64 namesIndex = head.u16(by(62, 50));
        if (namesIndex == IndexElsewhere)
            namesIndex = Bytes(first, m_file.order).u32(by(40, 24));
        const QByteArray names = contentOf(sectionAt(entries, qint64(namesIndex) * entrySize, {}));
        for (qint64 at = 0; entries.holds(at, entrySize); at += entrySize)
            take(sectionAt(entries, at, names));
    }

    [[nodiscard]] ElfSection sectionAt(const Bytes &entries, qint64 at, const QByteArray &names) const
    {
        ElfSection section;
        section.name = Bytes(names).text(entries.u32(at), MostName);
        section.type = entries.u32(at + 4);
        section.flags = address(entries, at + 8);
        section.address = address(entries, at + by(16, 12));
        section.offset = qint64(address(entries, at + by(24, 16)));
        section.size = section.type == NoBits ? 0 : qint64(address(entries, at + by(32, 20)));
        return section;
    }

    [[nodiscard]] QByteArray contentOf(const ElfSection &section) { return table(section.offset, section.size); }

    void take(const ElfSection &section)
    {
        if (section.type == NoSection)
            return;
        reaches(section.offset, section.size);
        if (section.type == SymbolTable)
            m_file.isStripped = false;
        if (section.type == StringTable && section.name == ".strtab")
            lookForHardening(contentOf(section));
        if (section.name == ".comment")
            m_file.compiler = Bytes(m_source.read(section.offset, std::min(section.size, MostText))).text(0, MostText);
        if (section.name == ".modinfo")
            readModuleFacts(contentOf(section));
        if (m_file.type == Relocatable && section.name == ".note.gnu.build-id")
            readNotes({Note, 0, 0, section.offset, section.size});
        if (qsizetype(m_file.sections.size()) < MostListed)
            m_file.sections.push_back(section);
    }

    void readModuleFacts(const QByteArray &content)
    {
        for (const QByteArray &fact : content.split('\0')) {
            const qsizetype equals = fact.indexOf('=');
            if (equals > 0 && m_file.moduleFacts.size() < MostListed)
                m_file.moduleFacts.append({fact.first(equals), fact.sliced(equals + 1)});
        }
    }

    void lookForHardening(const QByteArray &names)
    {
        m_file.hasCanary |= names.contains("__stack_chk_fail");
        m_file.isFortified |= names.contains(QByteArrayView("_chk\0", 5));
    }

    [[nodiscard]] qint64 offsetOf(quint64 address) const
    {
        for (const Segment &segment : m_segments) {
            if (segment.type == Load && address >= segment.address
                && address - segment.address < quint64(segment.fileSize))
                return segment.offset + qint64(address - segment.address);
        }
        return -1;
    }

    void readDynamic()
    {
        const auto found = std::ranges::find(m_segments, quint32(Dynamic), &Segment::type);
        if (found == m_segments.end())
            return;
        const qint64 entrySize = by(16, 8);
        const QByteArray bytes = table(found->offset, std::min(found->fileSize, MostDynamicEntries * entrySize));
        const Bytes entries(bytes, m_file.order);
        std::vector<std::pair<quint64, quint64>> tags;
        for (qint64 at = 0; entries.holds(at, entrySize) && address(entries, at) != EndOfTags; at += entrySize)
            tags.emplace_back(address(entries, at), address(entries, at + entrySize / 2));
        const auto valueOf = [&tags](quint64 tag) {
            const auto place = std::ranges::find(tags, tag, &std::pair<quint64, quint64>::first);
            return place == tags.end() ? 0 : place->second;
        };
        const QByteArray names = table(
            offsetOf(valueOf(StringTableAddress)), qint64(std::min<quint64>(valueOf(StringTableSize), MostTable)));
        lookForHardening(names);
        for (const auto &[tag, value] : tags)
            take(tag, value, Bytes(names));
    }

    void take(quint64 tag, quint64 value, const Bytes &names)
    {
        const auto text = [&] { return names.text(qint64(std::min<quint64>(value, MostTable)), MostText); };
        const auto bindsNow = [this] {
            if (m_file.relro != ElfFile::Relro::None)
                m_file.relro = ElfFile::Relro::Full;
        };
        switch (tag) {
        case Needed:
            if (m_file.libraries.size() < MostListed)
                m_file.libraries.append(text());
            break;
        case SoName: m_file.soname = text(); break;
        case RPath:
        case RunPath: m_file.runPaths = text().split(':'); break;
        case BindNow: bindsNow(); break;
        case Flags:
            if (value & FlagBindNow)
                bindsNow();
            break;
        case Flags1:
            if (value & Flag1Now)
                bindsNow();
            m_file.isPie = value & Flag1Pie;
            break;
        default: break;
        }
    }

    const ByteSource &m_source;
    QByteArray m_head;
    ElfFile m_file;
    std::vector<Segment> m_segments;
    qint64 m_mayRead = MostRead;
};

} // namespace

std::optional<ElfFile> readElf(const ByteSource &source)
{
    return ElfParser(source).parse();
}

} // namespace Sonde::Agent
