// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filetype.h"

#include <QStringDecoder>
#include <QtEndian>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

// ---- numbers at a place, 0 beyond the end

template<typename T>
T littleEndian(QByteArrayView head, qsizetype at)
{
    return at >= 0 && at + qsizetype(sizeof(T)) <= head.size() ? qFromLittleEndian<T>(head.data() + at) : T(0);
}

template<typename T>
T bigEndian(QByteArrayView head, qsizetype at)
{
    return at >= 0 && at + qsizetype(sizeof(T)) <= head.size() ? qFromBigEndian<T>(head.data() + at) : T(0);
}

struct Named {
    quint32 number;
    const char *name;
};

template<size_t N>
QString nameOf(quint32 number, const Named (&names)[N])
{
    const auto found = std::ranges::find(names, number, &Named::number);
    return found == std::end(names) ? u"machine 0x%1"_s.arg(number, 0, 16) : QString::fromLatin1(found->name);
}

// ---- programs

QString elfType(QByteArrayView head)
{
    static constexpr Named machines[]{{3, "x86"}, {8, "MIPS"}, {20, "PowerPC"}, {21, "PowerPC64"}, {22, "S390"},
        {40, "ARM"}, {62, "x86-64"}, {183, "ARM64"}, {243, "RISC-V"}, {247, "BPF"}, {258, "LoongArch"}};
    static constexpr Named kinds[]{{1, "object"}, {2, "executable"}, {3, "shared object"}, {4, "core dump"}};
    const bool isLittle = head.size() > 5 && head.at(5) == 1;
    const auto number = [&](qsizetype at) {
        return isLittle ? littleEndian<quint16>(head, at) : bigEndian<quint16>(head, at);
    };
    const auto bits = head.size() > 4 && head.at(4) == 2 ? "64-bit"_L1 : "32-bit"_L1;
    return u"ELF %1 %2, %3"_s.arg(bits, nameOf(number(16), kinds), nameOf(number(18), machines));
}

QString peType(QByteArrayView head)
{
    static constexpr Named machines[]{
        {0x14c, "x86"}, {0x1c0, "ARM"}, {0x1c4, "ARM"}, {0x8664, "x86-64"}, {0xaa64, "ARM64"}};
    constexpr quint16 isLibrary = 0x2000;
    constexpr quint16 is64Bit = 0x20b;
    const qsizetype at = littleEndian<quint32>(head, 0x3c);
    if (at > head.size() - 26 || head.sliced(at, 4) != QByteArrayView("PE\0\0", 4))
        return u"DOS executable"_s;
    const auto kind = littleEndian<quint16>(head, at + 22) & isLibrary ? "library"_L1 : "executable"_L1;
    const auto format = littleEndian<quint16>(head, at + 24) == is64Bit ? "PE32+"_L1 : "PE32"_L1;
    return u"%1 %2, %3"_s.arg(format, kind, nameOf(littleEndian<quint16>(head, at + 4), machines));
}

std::optional<QString> machType(QByteArrayView head)
{
    static constexpr Named machines[]{{0x7, "x86"}, {0xc, "ARM"}, {0x01000007, "x86-64"}, {0x0100000c, "ARM64"}};
    static constexpr Named kinds[]{
        {1, "object"}, {2, "executable"}, {6, "library"}, {8, "bundle"}, {9, "linker"}, {11, "kernel extension"}};
    const quint32 magic = littleEndian<quint32>(head, 0);
    if (magic == 0xfeedface || magic == 0xfeedfacf) {
        return u"Mach-O %1 %2, %3"_s.arg(magic == 0xfeedfacf ? "64-bit"_L1 : "32-bit"_L1,
            nameOf(littleEndian<quint32>(head, 12), kinds), nameOf(littleEndian<quint32>(head, 4), machines));
    }
    // A fat binary shares its magic with Java classes, whose next number, the version, is 45 or more; nobody has that many machines.
    constexpr quint32 firstJavaVersion = 45;
    if (bigEndian<quint32>(head, 0) == 0xcafebabe)
        return bigEndian<quint32>(head, 4) < firstJavaVersion ? u"Mach-O universal"_s : u"Java class"_s;
    return {};
}

// ---- everything that shows itself by a few bytes at one place

struct Magic {
    qsizetype offset;
    QByteArrayView bytes;
    const char *name;
};

#define SONDE_MAGIC(text) QByteArrayView(text, sizeof(text) - 1)
constexpr Magic magics[]{
    {0, SONDE_MAGIC("PK\x03\x04"), "zip archive"},
    {0, SONDE_MAGIC("PK\x05\x06"), "zip archive, empty"},
    {0, SONDE_MAGIC("\x1f\x8b"), "gzip compressed"},
    {0, SONDE_MAGIC("BZh"), "bzip2 compressed"},
    {0, SONDE_MAGIC("\3757zXZ\0"), "xz compressed"},
    {0, SONDE_MAGIC("\x28\xb5\x2f\xfd"), "zstd compressed"},
    {0, SONDE_MAGIC("\x04\x22\x4d\x18"), "lz4 compressed"},
    {0, SONDE_MAGIC("7z\xbc\xaf\x27\x1c"), "7z archive"},
    {0, SONDE_MAGIC("Rar!\x1a\x07"), "rar archive"},
    {0, SONDE_MAGIC("MSCF"), "Windows cabinet"},
    {257, SONDE_MAGIC("ustar"), "tar archive"},
    {0, SONDE_MAGIC("!<arch>\ndebian"), "Debian package"},
    {0, SONDE_MAGIC("!<arch>\n"), "ar archive"},
    {0, SONDE_MAGIC("\xed\xab\xee\xdb"), "RPM package"},
    {0, SONDE_MAGIC("hsqs"), "squashfs image"},
    {0x8001, SONDE_MAGIC("CD001"), "ISO 9660 image"},
    {0, SONDE_MAGIC("%PDF-"), "PDF document"},
    {0, SONDE_MAGIC("%!PS"), "PostScript document"},
    {0, SONDE_MAGIC("{\\rtf"), "RTF document"},
    {0, SONDE_MAGIC("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "OLE compound document"},
    {0, SONDE_MAGIC("\x89PNG\r\n\x1a\n"), "PNG image"},
    {0, SONDE_MAGIC("\xff\xd8\xff"), "JPEG image"},
    {0, SONDE_MAGIC("GIF8"), "GIF image"},
    {8, SONDE_MAGIC("WEBP"), "WebP image"},
    {0, SONDE_MAGIC("II*\0"), "TIFF image"},
    {0, SONDE_MAGIC("MM\0*"), "TIFF image"},
    {4, SONDE_MAGIC("ftyp"), "MP4 media"},
    {0, SONDE_MAGIC("OggS"), "Ogg media"},
    {0, SONDE_MAGIC("ID3"), "MP3 audio"},
    {0, SONDE_MAGIC("SQLite format 3\0"), "SQLite database"},
    {0, SONDE_MAGIC("regf"), "Windows registry hive"},
    {0, SONDE_MAGIC("ElfFile\0"), "Windows event log"},
    {0, SONDE_MAGIC("L\0\0\0\x01\x14\x02\0"), "Windows shortcut"},
    {0, SONDE_MAGIC("LPKSHHRH"), "systemd journal"},
    {0, SONDE_MAGIC("\xd4\xc3\xb2\xa1"), "pcap capture"},
    {0, SONDE_MAGIC("\x0a\x0d\x0d\x0a"), "pcapng capture"},
    {0, SONDE_MAGIC("\0asm"), "WebAssembly module"},
    {0, SONDE_MAGIC("wOF2"), "WOFF2 font"},
    {0, SONDE_MAGIC("-----BEGIN "), "PEM text"},
};
#undef SONDE_MAGIC

std::optional<QString> magicType(QByteArrayView head)
{
    const auto found = std::ranges::find_if(magics, [head](const Magic &magic) {
        return head.size() >= magic.offset + magic.bytes.size()
            && head.sliced(magic.offset, magic.bytes.size()) == magic.bytes;
    });
    return found == std::end(magics) ? std::nullopt : std::optional(QString::fromLatin1(found->name));
}

// ---- text

QString scriptType(QByteArrayView head)
{
    const qsizetype end = head.indexOf('\n');
    const QByteArrayView line = head.first(end < 0 ? head.size() : end).sliced(2).trimmed();
    return u"script for "_s + QString::fromUtf8(line);
}

/// Control characters that text has: tab, line feed, form feed, carriage return, escape.
bool isText(QByteArrayView head)
{
    return std::ranges::all_of(
        head, [](char c) { return quint8(c) >= 0x20 || QByteArrayView("\t\n\f\r\x1b").contains(c); });
}

/// UTF-8, but for a last character that the end of the head cuts.
bool isUtf8(QByteArrayView head)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(head);
    return !decoder.hasError() && !decoded.contains(QChar::ReplacementCharacter);
}

/// An object whose first member has a quoted name, or an array of those. (An array of numbers could be an ini file's section.)
bool looksLikeJson(QByteArrayView text)
{
    if (text.startsWith('['))
        text = text.sliced(1).trimmed();
    if (!text.startsWith('{'))
        return false;
    const QByteArrayView rest = text.sliced(1).trimmed();
    return rest.startsWith('"') || rest.startsWith('}');
}

QString markup(QByteArrayView text)
{
    const QByteArray start =
        text.trimmed().first(std::min<qsizetype>(text.trimmed().size(), 64)).toByteArray().toLower();
    if (start.startsWith("<?xml"))
        return u"XML "_s;
    if (start.startsWith("<!doctype html") || start.startsWith("<html"))
        return u"HTML "_s;
    return looksLikeJson(text.trimmed()) ? u"JSON "_s : QString();
}

QString textType(QByteArrayView head)
{
    if (head.startsWith("\xef\xbb\xbf"))
        return markup(head.sliced(3)) + u"UTF-8 text with byte order mark"_s;
    if (head.startsWith("\xff\xfe"))
        return u"UTF-16 little-endian text"_s;
    if (head.startsWith("\xfe\xff"))
        return u"UTF-16 big-endian text"_s;
    if (!isText(head))
        return u"data"_s;
    const bool isAscii = std::ranges::all_of(head, [](char c) { return quint8(c) < 0x80; });
    const auto encoding = isAscii ? u"ASCII text"_s : isUtf8(head) ? u"UTF-8 text"_s : u"8-bit text"_s;
    return markup(head) + encoding;
}

} // namespace

QString fileType(QByteArrayView head)
{
    if (head.isEmpty())
        return u"empty"_s;
    if (head.startsWith("\177ELF"))
        return elfType(head);
    if (head.startsWith("MZ"))
        return peType(head);
    if (const auto type = machType(head))
        return *type;
    if (const auto type = magicType(head))
        return *type;
    if (head.startsWith("#!") && isText(head))
        return scriptType(head);
    return textType(head);
}

} // namespace Sonde
