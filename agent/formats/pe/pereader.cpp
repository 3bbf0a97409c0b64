// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/pereader.h"

#include "agent/formats/base/details.h"
#include "agent/formats/pe/authenticodecheck.h"
#include "agent/formats/pe/peformat.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr NamedNumber machines[]{{0x14c, "x86"}, {0x1c0, "ARM"}, {0x1c4, "ARM"}, {0x200, "Itanium"},
    {0xebc, "EFI byte code"}, {0x5032, "RISC-V"}, {0x5064, "RISC-V"}, {0x8664, "x86-64"}, {0xa641, "ARM64EC"},
    {0xaa64, "ARM64"}};
constexpr NamedNumber subsystems[]{{1, "native"}, {2, "Windows GUI"}, {3, "Windows console"}, {5, "OS/2 console"},
    {7, "POSIX console"}, {9, "Windows CE GUI"}, {10, "EFI application"}, {11, "EFI boot service driver"},
    {12, "EFI runtime driver"}, {13, "EFI ROM"}, {14, "Xbox"}, {16, "Windows boot application"}};

constexpr quint16 IsLibrary = 0x2000;
constexpr quint16 NativeSubsystem = 1;
enum SectionFlag : quint32 { HoldsCode = 0x20, Executes = 0x20000000, Reads = 0x40000000, Writes = 0x80000000 };
enum ProgramFlag : quint16 {
    HighEntropyAddresses = 0x20,
    MovableBase = 0x40,
    ForcesIntegrity = 0x80,
    NxCompatible = 0x100,
    NoSeh = 0x400,
    AppContainer = 0x1000,
    ControlFlowGuard = 0x4000
};
enum DotNetFlag : quint32 { IlOnly = 1, Requires32Bit = 2, StrongNameSigned = 8 };

/// The checksum of the header: 16-bit words added up around their end, but for its own, and the size of the file.
class Checksum final
{
public:
    Checksum(ContentPass &pass, qint64 place, qint64 fileSize)
        : m_fileSize(fileSize)
    {
        watch(pass, {0, place});
        watch(pass, {place + 4, fileSize - place - 4});
    }

    [[nodiscard]] quint32 result() const
    {
        quint64 sum = *m_sum;
        while (sum >> 16)
            sum = (sum & 0xffff) + (sum >> 16);
        return quint32(sum + quint64(m_fileSize));
    }

private:
    void watch(ContentPass &pass, Region region)
    {
        pass.watch(region, [sum = m_sum, at = region.offset](QByteArrayView bytes) mutable {
            qsizetype i = 0;
            if (at % 2 != 0 && !bytes.isEmpty())
                *sum += quint64(quint8(bytes[i++])) << 8;
            for (; i + 2 <= bytes.size(); i += 2)
                *sum += qFromLittleEndian<quint16>(bytes.data() + i);
            if (i < bytes.size())
                *sum += quint8(bytes[i]);
            at += bytes.size();
        });
    }

    std::shared_ptr<quint64> m_sum = std::make_shared<quint64>(0);
    qint64 m_fileSize;
};

QString flagsText(quint32 flags)
{
    return QString((flags & Reads ? u"r"_s : QString()) + (flags & Writes ? u"w"_s : QString())
        + (flags & Executes ? u"x"_s : QString()));
}

class PeReader final : public FormatReader
{
public:
    PeReader(const ByteSource &source, ContentPass &pass, const SignatureTerms &terms)
        : m_terms(terms)
        , m_image(source)
        , m_authenticode(m_image, pass)
        , m_overlay(overlay())
        , m_entropies(pass, regions(), source.size())
        , m_checksum(pass, m_image.checksumOffset(), source.size())
    {
    }

    [[nodiscard]] bool isPe() const { return m_image.isValid(); }

    [[nodiscard]] FormatReport report() override
    {
        const SignatureVerdict signature = m_authenticode.verdict(m_terms);
        const PeImports imports = readPeImports(m_image);
        QCborMap details{{u"format"_s, u"PE"_s}, {u"class"_s, m_image.is64() ? u"PE32+"_s : u"PE32"_s},
            {u"machine"_s, nameOf(coff(4), machines, u"machine")}, {u"type"_s, typeText()},
            {u"subsystem"_s, nameOf(optional16(68), subsystems, u"subsystem")}};
        insertBuild(details);
        details.insert(u"hardening"_s, hardening());
        details.insert(u"sections"_s, sections());
        insertImports(details, imports);
        insertExports(details);
        insertVersion(details);
        insertDotNet(details);
        if (m_overlay.size > 0)
            details.insert(u"overlay"_s, overlayDetails());
        if (m_authenticode.isSigned())
            details.insert(u"signature"_s, m_authenticode.details());
        insertList(details, u"hints"_s, hints());
        return {details, signature};
    }

private:
    [[nodiscard]] quint16 coff(qint64 at) const { return m_image.headers().u16(at); }
    [[nodiscard]] quint16 optional16(qint64 at) const { return m_image.headers().u16(24 + at); }
    [[nodiscard]] quint32 optional32(qint64 at) const { return m_image.headers().u32(24 + at); }

    [[nodiscard]] QString typeText() const
    {
        if (optional16(68) == NativeSubsystem)
            return u"driver"_s;
        return coff(22) & IsLibrary ? u"library"_s : u"executable"_s;
    }

    void insertBuild(QCborMap &details) const
    {
        const PeDebug debug = readPeDebug(m_image);
        if (debug.isReproducible)
            details.insert(u"reproducible_build"_s, true);
        else if (const quint32 built = m_image.headers().u32(8); built != 0)
            insertTime(details, u"timestamp"_s, QDateTime::fromSecsSinceEpoch(built, QTimeZone::UTC));
        details.insert(u"entry_point"_s, hexNumber(optional32(16)));
        details.insert(u"image_base"_s, hexNumber(m_image.is64() ? m_image.headers().u64(24 + 24) : optional32(28)));
        details.insert(u"linker_version"_s,
            QString(
                QString::number(m_image.headers().u8(24 + 2)) + u'.' + QString::number(m_image.headers().u8(24 + 3))));
        if (const quint32 checksum = optional32(64); checksum != 0) {
            details.insert(u"checksum"_s, hexNumber(checksum));
            details.insert(u"checksum_matches"_s, checksum == m_checksum.result());
        }
        insertText(details, u"pdb_path"_s, debug.pdbPath);
        if (!debug.pdbId.isNull())
            details.insert(u"pdb_id"_s, debug.pdbId.toString(QUuid::WithoutBraces));
    }

    [[nodiscard]] QCborMap hardening() const
    {
        const quint16 flags = optional16(70);
        return {{u"aslr"_s, bool(flags & MovableBase)}, {u"high_entropy_aslr"_s, bool(flags & HighEntropyAddresses)},
            {u"nx"_s, bool(flags & NxCompatible)}, {u"control_flow_guard"_s, bool(flags & ControlFlowGuard)},
            {u"no_seh"_s, bool(flags & NoSeh)}, {u"force_integrity"_s, bool(flags & ForcesIntegrity)},
            {u"app_container"_s, bool(flags & AppContainer)}};
    }

    /// What follows all sections, but for the signatures.
    [[nodiscard]] Region overlay() const
    {
        qint64 end = 0;
        for (const PeSection &section : m_image.sections())
            end = std::max(end, section.offset + section.size);
        qint64 fileEnd = m_image.source().size();
        const PeCertificates &certificates = m_authenticode.certificates();
        if (certificates.size > 0 && certificates.offset >= end)
            fileEnd = std::min(fileEnd, certificates.offset);
        return end > 0 && end < fileEnd ? Region{end, fileEnd - end} : Region{};
    }

    [[nodiscard]] std::vector<Region> regions() const
    {
        std::vector<Region> all;
        for (const PeSection &section : m_image.sections())
            all.push_back({section.offset, section.size});
        all.push_back(m_overlay);
        return all;
    }

    [[nodiscard]] QCborArray sections() const
    {
        QCborArray array;
        for (size_t i = 0; i < m_image.sections().size(); ++i) {
            const PeSection &section = m_image.sections()[i];
            QCborMap map{{u"name"_s, printable(section.name)}, {u"offset"_s, section.offset}, {u"size"_s, section.size},
                {u"virtual_size"_s, section.virtualSize}, {u"flags"_s, flagsText(section.flags)}};
            if (const auto entropy = m_entropies.at(i))
                map.insert(u"entropy"_s, *entropy);
            array.append(map);
        }
        return array;
    }

    [[nodiscard]] QCborMap overlayDetails() const
    {
        QCborMap map{{u"offset"_s, m_overlay.offset}, {u"size"_s, m_overlay.size}};
        if (const auto entropy = m_entropies.at(m_image.sections().size()))
            map.insert(u"entropy"_s, *entropy);
        return map;
    }

    static void insertImports(QCborMap &details, const PeImports &imports)
    {
        QCborArray list;
        for (const PeImport &import : imports.libraries) {
            list.append(QCborMap{{u"library"_s, printable(import.library)}, {u"functions"_s, texts(import.functions)},
                {u"function_count"_s, import.functionCount}});
        }
        details.insert(u"imports"_s, list);
        details.insert(u"import_count"_s, imports.count);
        insertHex(details, u"imphash"_s, imports.hash);
    }

    void insertExports(QCborMap &details) const
    {
        const PeExports exports = readPeExports(m_image);
        if (exports.functionCount == 0 && exports.name.isEmpty())
            return;
        details.insert(u"exports"_s,
            QCborMap{{u"name"_s, printable(exports.name)}, {u"functions"_s, texts(exports.functions)},
                {u"function_count"_s, exports.functionCount}});
    }

    void insertVersion(QCborMap &details) const
    {
        QCborMap version;
        for (const auto &[name, value] : readPeVersion(m_image))
            insertForeign(version, name, value);
        insertMap(details, u"version"_s, version);
    }

    void insertDotNet(QCborMap &details) const
    {
        const auto dotNet = readPeDotNet(m_image);
        if (!dotNet)
            return;
        QCborMap map{{u"il_only"_s, bool(dotNet->flags & IlOnly)},
            {u"requires_32_bit"_s, bool(dotNet->flags & Requires32Bit)},
            {u"strong_name_signed"_s, bool(dotNet->flags & StrongNameSigned)}};
        insertText(map, u"runtime_version"_s, dotNet->version);
        details.insert(u"dotnet"_s, map);
    }

    [[nodiscard]] QCborArray hints() const
    {
        constexpr double packed = 7.2;
        const auto &sections = m_image.sections();
        const auto any = [&sections](auto predicate) { return std::ranges::any_of(sections, predicate); };
        QCborArray hints;
        if (any([](const PeSection &section) { return section.name.startsWith("UPX"); }))
            hints.append(u"upx"_s);
        if (any([](const PeSection &section) { return (section.flags & Executes) && (section.flags & Writes); }))
            hints.append(u"writable_code"_s);
        const quint32 entry = optional32(16);
        const bool entryIsInCode = any([entry](const PeSection &section) {
            return entry >= section.address
                && entry - section.address < std::max<qint64>(section.virtualSize, section.size)
                && (section.flags & Executes);
        });
        if (entry != 0 && !entryIsInCode)
            hints.append(u"entry_point_outside_code"_s);
        for (size_t i = 0; i < sections.size(); ++i) {
            if ((sections[i].flags & (Executes | HoldsCode)) && m_entropies.at(i).value_or(0) > packed) {
                hints.append(u"packed_code"_s);
                break;
            }
        }
        return hints;
    }

    const SignatureTerms &m_terms;
    PeImage m_image;
    AuthenticodeCheck m_authenticode;
    Region m_overlay;
    RegionEntropies m_entropies;
    Checksum m_checksum;
};

} // namespace

std::unique_ptr<FormatReader> peReader(const ByteSource &source, ContentPass &pass, const SignatureTerms &terms)
{
    auto reader = std::make_unique<PeReader>(source, pass, terms);
    return reader->isPe() ? std::move(reader) : nullptr;
}

} // namespace Sonde::Agent
