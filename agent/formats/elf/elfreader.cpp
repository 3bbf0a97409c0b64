// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/elf/elfreader.h"

#include "agent/formats/base/details.h"
#include "agent/formats/elf/elfconstants.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

using namespace Elf;

namespace {

constexpr NamedNumber machines[]{{2, "SPARC"}, {3, "x86"}, {4, "Motorola 68000"}, {8, "MIPS"}, {15, "PA-RISC"},
    {20, "PowerPC"}, {21, "PowerPC64"}, {22, "S390"}, {40, "ARM"}, {42, "SuperH"}, {43, "SPARC64"}, {50, "Itanium"},
    {62, "x86-64"}, {83, "AVR"}, {94, "Xtensa"}, {183, "ARM64"}, {190, "CUDA"}, {224, "AMD GPU"}, {243, "RISC-V"},
    {247, "BPF"}, {258, "LoongArch"}};
constexpr NamedNumber types[]{
    {Relocatable, "object"}, {Executable, "executable"}, {SharedObject, "shared object"}, {Core, "core dump"}};
constexpr NamedNumber abis[]{
    {0, "System V"}, {2, "NetBSD"}, {3, "Linux"}, {6, "Solaris"}, {9, "FreeBSD"}, {12, "OpenBSD"}};

QString flagsText(quint64 flags)
{
    QString text;
    if (flags & SectionWrites)
        text += u'w';
    if (flags & SectionAllocates)
        text += u'a';
    if (flags & SectionExecutes)
        text += u'x';
    return text;
}

QString relroText(ElfFile::Relro relro)
{
    switch (relro) {
    case ElfFile::Relro::None: break;
    case ElfFile::Relro::Partial: return u"partial"_s;
    case ElfFile::Relro::Full: return u"full"_s;
    }
    return u"none"_s;
}

class ElfReader final : public FormatReader
{
public:
    ElfReader(ElfFile file, const ByteSource &source, ContentPass &pass)
        : m_file(std::move(file))
        , m_fileSize(source.size())
        , m_entropies(pass, regions(), m_fileSize)
    {
    }

    [[nodiscard]] FormatReport report() override
    {
        QCborMap details{{u"format"_s, u"ELF"_s}, {u"class"_s, m_file.is64 ? u"64-bit"_s : u"32-bit"_s},
            {u"byte_order"_s, m_file.order == ByteOrder::Little ? u"little-endian"_s : u"big-endian"_s},
            {u"machine"_s, elfMachine(m_file.machine)}, {u"type"_s, typeText()},
            {u"os_abi"_s, nameOf(m_file.abi, abis, u"ABI")}, {u"entry_point"_s, hexNumber(m_file.entry)}};
        insertText(details, u"interpreter"_s, m_file.interpreter);
        if (m_file.isDynamic)
            details.insert(u"libraries"_s, texts(m_file.libraries));
        insertText(details, u"soname"_s, m_file.soname);
        insertList(details, u"run_paths"_s, texts(m_file.runPaths));
        insertHex(details, u"build_id"_s, m_file.buildId);
        insertText(details, u"compiler"_s, m_file.compiler);
        if (m_file.type == Executable || m_file.type == SharedObject) {
            details.insert(u"linkage"_s, isLinkedDynamically() ? u"dynamic"_s : u"static"_s);
            details.insert(u"stripped"_s, m_file.isStripped);
            details.insert(u"hardening"_s,
                QCborMap{{u"pie"_s, m_file.isPie}, {u"relro"_s, relroText(m_file.relro)},
                    {u"nx"_s, !m_file.hasExecutableStack}, {u"canary"_s, m_file.hasCanary},
                    {u"fortify"_s, m_file.isFortified}});
        }
        insertMap(details, u"module"_s, moduleFacts());
        details.insert(u"section_count"_s, m_file.sectionCount);
        details.insert(u"sections"_s, sections());
        if (hasOverlay())
            details.insert(u"overlay"_s, overlay());
        insertList(details, u"hints"_s, hints());
        return {details, {}};
    }

private:
    [[nodiscard]] QString typeText() const
    {
        return m_file.type == SharedObject && m_file.isPie ? u"executable"_s : nameOf(m_file.type, types, u"type");
    }

    /// A static program that may be loaded anywhere has a dynamic section too: it moves itself.
    [[nodiscard]] bool isLinkedDynamically() const
    {
        const bool movesItself = m_file.isPie && m_file.interpreter.isEmpty() && m_file.libraries.isEmpty();
        return m_file.isDynamic && !movesItself;
    }

    [[nodiscard]] std::vector<Region> regions() const
    {
        std::vector<Region> all;
        all.reserve(m_file.sections.size() + 1);
        for (const ElfSection &section : m_file.sections)
            all.push_back({section.offset, section.size});
        if (hasOverlay())
            all.push_back({m_file.end, m_fileSize - m_file.end});
        return all;
    }

    [[nodiscard]] QCborArray sections() const
    {
        QCborArray array;
        for (size_t i = 0; i < m_file.sections.size(); ++i) {
            const ElfSection &section = m_file.sections[i];
            QCborMap map{{u"name"_s, printable(section.name)}, {u"offset"_s, section.offset}, {u"size"_s, section.size},
                {u"flags"_s, flagsText(section.flags)}};
            if (const auto entropy = m_entropies.at(i))
                map.insert(u"entropy"_s, *entropy);
            array.append(map);
        }
        return array;
    }

    /// The signature of a kernel module, an AppImage's file system, an archive behind a program that unpacks itself…
    [[nodiscard]] bool hasOverlay() const { return m_file.end > 0 && m_file.end < m_fileSize; }
    [[nodiscard]] QCborMap overlay() const
    {
        QCborMap map{{u"offset"_s, m_file.end}, {u"size"_s, m_fileSize - m_file.end}};
        if (const auto entropy = m_entropies.at(m_file.sections.size()))
            map.insert(u"entropy"_s, *entropy);
        return map;
    }

    [[nodiscard]] QCborMap moduleFacts() const
    {
        QCborMap module;
        for (const auto &[name, value] : m_file.moduleFacts) // some, as alias and parm, stand there many times
            addLine(module, printable(name), printable(value));
        return module;
    }

    [[nodiscard]] QCborArray hints() const
    {
        constexpr double packed = 7.2;
        const bool isProgram = m_file.type == Executable || m_file.type == SharedObject;
        QCborArray hints;
        if (m_file.isUpx)
            hints.append(u"upx"_s);
        if (isProgram && m_file.sectionCount == 0)
            hints.append(u"no_section_table"_s);
        if (m_file.hasWritableCode)
            hints.append(u"writable_code"_s);
        if (isProgram && m_file.entry != 0 && !m_file.entryIsInCode)
            hints.append(u"entry_point_outside_code"_s);
        for (size_t i = 0; i < m_file.sections.size(); ++i) {
            if (m_file.sections[i].flags & SectionExecutes && m_entropies.at(i).value_or(0) > packed) {
                hints.append(u"packed_code"_s);
                break;
            }
        }
        return hints;
    }

    ElfFile m_file;
    qint64 m_fileSize;
    RegionEntropies m_entropies;
};

} // namespace

QString elfMachine(quint16 machine)
{
    return nameOf(machine, machines, u"machine");
}

std::unique_ptr<FormatReader> elfReader(ElfFile file, const ByteSource &source, ContentPass &pass)
{
    return std::make_unique<ElfReader>(std::move(file), source, pass);
}

} // namespace Sonde::Agent
