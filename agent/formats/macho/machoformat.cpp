// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/macho/machoformat.h"

#include <algorithm>

namespace Sonde::Agent {

namespace {

constexpr quint32 Magic32 = 0xfeedface;
constexpr quint32 Magic64 = 0xfeedfacf;
constexpr quint32 UniversalMagic32 = 0xcafebabe;
constexpr quint32 UniversalMagic64 = 0xcafebabf;
/// Java's classes have the same magic, and a version of 45 or more where the number of machines stands.
constexpr quint32 MostMachines = 16;

constexpr qint64 MostCommandBytes = 1024 * 1024;
constexpr qint64 MostText = 1024;
constexpr qint64 MostSymbolNames = 4 * 1024 * 1024;
constexpr quint32 ZeroFilled = 1; ///< a section's type
constexpr quint32 MayWrite = 2;
constexpr quint32 MayExecute = 4;

enum Command : quint32 {
    Segment32 = 0x1,
    Symbols = 0x2,
    LoadLibrary = 0xc,
    LibraryName = 0xd,
    Interpreter = 0xe,
    LoadWeakLibrary = 0x80000018,
    Segment64 = 0x19,
    Uuid = 0x1b,
    RunPath = 0x8000001c,
    Signature = 0x1d,
    ReexportLibrary = 0x8000001f,
    LoadLazyLibrary = 0x20,
    Encryption32 = 0x21,
    LoadUpwardLibrary = 0x80000023,
    MinimumMacOs = 0x24,
    MinimumIos = 0x25,
    Main = 0x80000028,
    Encryption64 = 0x2c,
    MinimumTvOs = 0x2f,
    MinimumWatchOs = 0x30,
    BuildVersion = 0x32
};

class MachOParser final
{
public:
    explicit MachOParser(const ByteSource &source)
        : m_source(source)
    {
    }

    std::optional<MachOFile> parse()
    {
        const QByteArray head = m_source.read(0, 32);
        const bool isBig = head.startsWith("\xfe\xed\xfa");
        m_order = isBig ? ByteOrder::Big : ByteOrder::Little;
        const Bytes header(head, m_order);
        const quint32 magic = header.u32(0);
        if ((magic != Magic32 && magic != Magic64) || head.size() < 28)
            return {};
        m_is64 = magic == Magic64;
        m_file.machine = header.u32(4);
        m_file.type = header.u32(12);
        m_file.flags = header.u32(24);
        const QByteArray commands = m_source.read(m_is64 ? 32 : 28, std::min<qint64>(header.u32(20), MostCommandBytes));
        const quint32 count = header.u32(16);
        qint64 at = 0;
        for (quint32 i = 0; i < count; ++i) {
            const Bytes all(commands, m_order);
            const quint32 size = all.u32(at + 4);
            if (size < 8 || !all.holds(at, size))
                break;
            take(all.u32(at), Bytes(all.slice(at, size), m_order));
            at += size;
        }
        return std::move(m_file);
    }

private:
    /// A text whose place in the command stands at `at`.
    static QByteArray textAt(const Bytes &command, qint64 at) { return command.text(command.u32(at), MostText); }

    void take(quint32 kind, const Bytes &command)
    {
        switch (kind) {
        case Segment32:
        case Segment64: takeSegment(command, kind == Segment64); break;
        case Symbols: takeSymbols(command); break;
        case LoadLibrary:
        case LoadWeakLibrary:
        case ReexportLibrary:
        case LoadLazyLibrary:
        case LoadUpwardLibrary: append(m_file.libraries, textAt(command, 8)); break;
        case LibraryName: m_file.installName = textAt(command, 8); break;
        case Interpreter: m_file.interpreter = textAt(command, 8); break;
        case RunPath: append(m_file.runPaths, textAt(command, 8)); break;
        case Uuid:
            if (command.holds(8, 16))
                m_file.uuid = QUuid::fromBytes(command.slice(8, 16).data());
            break;
        case Main: m_file.entryPoint = command.u64(8); break;
        case Encryption32:
        case Encryption64: m_file.isEncrypted = command.u32(16) != 0; break;
        case MinimumMacOs: takeVersion(1, command, 8); break;
        case MinimumIos: takeVersion(2, command, 8); break;
        case MinimumTvOs: takeVersion(3, command, 8); break;
        case MinimumWatchOs: takeVersion(4, command, 8); break;
        case BuildVersion: takeVersion(command.u32(8), command, 12); break;
        case Signature: m_file.signature = {command.u32(8), command.u32(12)}; break;
        default: break;
        }
    }

    static void append(QList<QByteArray> &list, const QByteArray &text)
    {
        if (list.size() < MostListed)
            list.append(text);
    }

    void takeVersion(quint32 platform, const Bytes &command, qint64 at)
    {
        m_file.platform = platform;
        m_file.minimumVersion = command.u32(at);
        m_file.sdkVersion = command.u32(at + 4);
    }

    void takeSegment(const Bytes &command, bool is64)
    {
        const quint32 protection = command.u32(is64 ? 60 : 44);
        m_file.hasWritableCode |= (protection & MayWrite) && (protection & MayExecute);
        const quint32 count = command.u32(is64 ? 64 : 48);
        const qint64 sectionBytes = is64 ? 80 : 68;
        qint64 at = is64 ? 72 : 56;
        for (quint32 i = 0; i < count && command.holds(at, sectionBytes); ++i, at += sectionBytes) {
            const bool isInFile = (command.u32(at + (is64 ? 64 : 56)) & 0xff) != ZeroFilled;
            const quint64 size = is64 ? command.u64(at + 40) : command.u32(at + 36);
            if (qsizetype(m_file.sections.size()) < MostListed) {
                m_file.sections.push_back({command.text(at + 16, 16) + ',' + command.text(at, 16),
                    command.u32(at + (is64 ? 48 : 40)), isInFile ? qint64(size) : 0});
            }
        }
    }

    void takeSymbols(const Bytes &command)
    {
        const QByteArray names = m_source.read(command.u32(16), std::min<qint64>(command.u32(20), MostSymbolNames));
        m_file.hasCanary = names.contains("___stack_chk_fail");
    }

    const ByteSource &m_source;
    ByteOrder m_order = ByteOrder::Little;
    bool m_is64 = false;
    MachOFile m_file;
};

} // namespace

std::optional<MachOFile> readMachO(const ByteSource &source)
{
    return MachOParser(source).parse();
}

std::vector<Region> readUniversal(const ByteSource &source)
{
    const QByteArray bytes = source.read(0, 8 + MostMachines * 32);
    const Bytes head(bytes, ByteOrder::Big);
    const quint32 magic = head.u32(0);
    const quint32 count = head.u32(4);
    std::vector<Region> parts;
    if ((magic != UniversalMagic32 && magic != UniversalMagic64) || count > MostMachines)
        return parts;
    const bool is64 = magic == UniversalMagic64;
    qint64 left = source.size(); // parts that overlap would let a small file cost a lot
    for (quint32 i = 0; i < count; ++i) {
        const qint64 at = 8 + i * (is64 ? 32 : 20);
        const Region part = is64 ? Region{qint64(head.u64(at + 8)), qint64(head.u64(at + 16))}
                                 : Region{head.u32(at + 8), head.u32(at + 12)};
        if (part.offset < 0 || part.size <= 0 || part.size > left || part.offset > source.size() - part.size)
            break;
        left -= part.size;
        parts.push_back(part);
    }
    return parts;
}

} // namespace Sonde::Agent
