// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/macho/machoreader.h"

#include "agent/formats/base/details.h"
#include "agent/formats/macho/codesignature.h"
#include "agent/formats/macho/machoformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr NamedNumber machines[]{{0x7, "x86"}, {0xc, "ARM"}, {0x12, "PowerPC"}, {0x01000007, "x86-64"},
    {0x0100000c, "ARM64"}, {0x0200000c, "ARM64_32"}, {0x01000012, "PowerPC64"}};
constexpr NamedNumber types[]{{1, "object"}, {2, "executable"}, {3, "fixed library"}, {4, "core dump"}, {5, "preload"},
    {6, "library"}, {7, "linker"}, {8, "bundle"}, {9, "library stub"}, {10, "debug symbols"}, {11, "kernel extension"},
    {12, "kernel collection"}};
constexpr NamedNumber platforms[]{{1, "macOS"}, {2, "iOS"}, {3, "tvOS"}, {4, "watchOS"}, {5, "bridgeOS"},
    {6, "Mac Catalyst"}, {7, "iOS simulator"}, {8, "tvOS simulator"}, {9, "watchOS simulator"}, {10, "DriverKit"},
    {11, "visionOS"}};
constexpr NamedNumber flagNames[]{{0x1, "no_undefined_symbols"}, {0x4, "dynamic_linker"}, {0x80, "two_level_names"},
    {0x8000, "weak_definitions"}, {0x20000, "executable_stack"}, {0x200000, "pie"}, {0x1000000, "no_executable_heap"}};
constexpr quint32 Pie = 0x200000;
constexpr quint32 NoExecutableHeap = 0x1000000;
constexpr quint32 ExecutableStack = 0x20000;

QString versionText(quint32 version)
{
    return u"%1.%2.%3"_s.arg(version >> 16).arg(version >> 8 & 0xff).arg(version & 0xff);
}

/// One machine's.
class Architecture final
{
public:
    Architecture(const ByteSource &source, Region part, ContentPass &pass)
        : m_source(source, part.offset, part.size)
        , m_file(readMachO(m_source).value_or(MachOFile()))
        , m_signature(m_source, part, m_file.signature, pass)
        , m_entropies(pass, regions(part.offset), part.size)
    {
    }

    [[nodiscard]] SignatureVerdict verdict(const SignatureTerms &terms) { return m_signature.verdict(terms); }

    /// After verdict().
    [[nodiscard]] QCborMap details() const
    {
        QCborMap map{{u"machine"_s, nameOf(m_file.machine, machines, u"machine")},
            {u"type"_s, nameOf(m_file.type, types, u"type")}, {u"flags"_s, flags()},
            {u"libraries"_s, texts(m_file.libraries)}};
        insertList(map, u"run_paths"_s, texts(m_file.runPaths));
        insertText(map, u"soname"_s, m_file.installName);
        insertText(map, u"interpreter"_s, m_file.interpreter);
        if (!m_file.uuid.isNull())
            map.insert(u"uuid"_s, m_file.uuid.toString(QUuid::WithoutBraces));
        if (m_file.platform != 0) {
            map.insert(u"platform"_s, nameOf(m_file.platform, platforms, u"platform"));
            map.insert(u"minimum_version"_s, versionText(m_file.minimumVersion));
            map.insert(u"sdk_version"_s, versionText(m_file.sdkVersion));
        }
        if (m_file.entryPoint)
            map.insert(u"entry_point"_s, hexNumber(*m_file.entryPoint));
        map.insert(u"encrypted"_s, m_file.isEncrypted);
        map.insert(u"hardening"_s,
            QCborMap{{u"pie"_s, bool(m_file.flags & Pie)}, {u"nx_heap"_s, bool(m_file.flags & NoExecutableHeap)},
                {u"nx_stack"_s, !(m_file.flags & ExecutableStack)}, {u"canary"_s, m_file.hasCanary}});
        map.insert(u"sections"_s, sections());
        insertMap(map, u"code_signature"_s, m_signature.details());
        if (m_file.hasWritableCode)
            map.insert(u"hints"_s, QCborArray{u"writable_code"_s});
        return map;
    }

private:
    [[nodiscard]] std::vector<Region> regions(qint64 begin) const
    {
        std::vector<Region> all;
        all.reserve(m_file.sections.size());
        for (const MachOSection &section : m_file.sections)
            all.push_back({begin + section.offset, section.size});
        return all;
    }

    [[nodiscard]] QCborArray flags() const
    {
        QCborArray array;
        for (const NamedNumber &flag : flagNames) {
            if (m_file.flags & flag.number)
                array.append(QString::fromLatin1(flag.name));
        }
        return array;
    }

    [[nodiscard]] QCborArray sections() const
    {
        QCborArray array;
        for (size_t i = 0; i < m_file.sections.size(); ++i) {
            const MachOSection &section = m_file.sections[i];
            QCborMap map{
                {u"name"_s, printable(section.name)}, {u"offset"_s, section.offset}, {u"size"_s, section.size}};
            if (const auto entropy = m_entropies.at(i))
                map.insert(u"entropy"_s, *entropy);
            array.append(map);
        }
        return array;
    }

    PartSource m_source;
    MachOFile m_file;
    CodeSignatureCheck m_signature;
    RegionEntropies m_entropies;
};

/// The verdict on a whole that has several: one that is not good spoils it.
const SignatureVerdict &worseOf(const SignatureVerdict &one, const SignatureVerdict &other)
{
    return one.state == SignatureState::Valid ? other : one;
}

class MachOReader final : public FormatReader
{
public:
    MachOReader(const ByteSource &source, const std::vector<Region> &parts, bool isUniversal, ContentPass &pass,
        const SignatureTerms &terms)
        : m_isUniversal(isUniversal)
        , m_terms(terms)
    {
        for (const Region &part : parts)
            m_architectures.push_back(std::make_unique<Architecture>(source, part, pass));
    }

    [[nodiscard]] FormatReport report() override
    {
        QCborArray list;
        SignatureVerdict whole{SignatureState::Valid, {}};
        for (const auto &architecture : m_architectures) {
            whole = worseOf(whole, architecture->verdict(m_terms));
            list.append(architecture->details());
        }
        return {{{u"format"_s, u"Mach-O"_s}, {u"universal"_s, m_isUniversal}, {u"architectures"_s, list}}, whole};
    }

private:
    bool m_isUniversal;
    const SignatureTerms &m_terms;
    std::vector<std::unique_ptr<Architecture>> m_architectures;
};

} // namespace

std::unique_ptr<FormatReader> machOReader(const ByteSource &source, ContentPass &pass, const SignatureTerms &terms)
{
    if (readMachO(source)) {
        const std::vector<Region> all{{0, source.size()}};
        return std::make_unique<MachOReader>(source, all, false, pass, terms);
    }
    const auto parts = readUniversal(source);
    if (parts.empty())
        return nullptr;
    return std::make_unique<MachOReader>(source, parts, true, pass, terms);
}

} // namespace Sonde::Agent
