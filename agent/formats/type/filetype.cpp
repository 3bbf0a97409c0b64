// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/type/filetype.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/elf/elfformat.h"
#include "agent/formats/elf/elfreader.h"
#include "agent/formats/type/filemagic.h"

#include <QStringDecoder>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

// ---- programs

FileType elfType(QByteArrayView head, const ByteSource &source)
{
    struct Kind {
        const char *name;
        QString mimeType;
    };
    const Bytes bytes(head, head.size() > 5 && head.at(5) == 2 ? ByteOrder::Big : ByteOrder::Little);
    const auto bits = bytes.u8(4) == 2 ? "64-bit"_L1 : "32-bit"_L1;
    const auto file = readElf(source);
    static const Kind kinds[]{{"object", u"application/x-object"_s}, {"executable", u"application/x-executable"_s},
        {"shared object", u"application/x-sharedlib"_s}, {"core dump", u"application/x-coredump"_s}};
    const quint16 type = bytes.u16(16);
    const Kind *kind = type >= 1 && type <= std::size(kinds) ? &kinds[type - 1] : nullptr;
    static const Kind pie{"executable", u"application/x-pie-executable"_s};
    if (file && file->isPie)
        kind = &pie;
    const QString name = kind ? QString::fromLatin1(kind->name) : u"type %1"_s.arg(type);
    return {u"ELF %1 %2, %3"_s.arg(bits, name, elfMachine(bytes.u16(18))),
        kind ? kind->mimeType : u"application/octet-stream"_s};
}

FileType peType(QByteArrayView head)
{
    static constexpr NamedNumber machines[]{
        {0x14c, "x86"}, {0x1c0, "ARM"}, {0x1c4, "ARM"}, {0x8664, "x86-64"}, {0xaa64, "ARM64"}};
    constexpr quint16 isLibrary = 0x2000;
    constexpr quint16 is64Bit = 0x20b;
    const Bytes bytes(head);
    const qint64 at = bytes.u32(0x3c);
    if (!bytes.holds(at, 26) || bytes.slice(at, 4) != QByteArrayView("PE\0\0", 4))
        return {u"DOS executable"_s, u"application/x-dosexec"_s};
    const auto kind = bytes.u16(at + 22) & isLibrary ? "library"_L1 : "executable"_L1;
    const auto format = bytes.u16(at + 24) == is64Bit ? "PE32+"_L1 : "PE32"_L1;
    return {u"%1 %2, %3"_s.arg(format, kind, nameOf(bytes.u16(at + 4), machines, u"machine")),
        u"application/vnd.microsoft.portable-executable"_s};
}

std::optional<FileType> machType(QByteArrayView head)
{
    static constexpr NamedNumber machines[]{
        {0x7, "x86"}, {0xc, "ARM"}, {0x12, "PowerPC"}, {0x01000007, "x86-64"}, {0x0100000c, "ARM64"}};
    static constexpr NamedNumber kinds[]{
        {1, "object"}, {2, "executable"}, {6, "library"}, {8, "bundle"}, {7, "linker"}, {11, "kernel extension"}};
    const Bytes big(head, ByteOrder::Big);
    const Bytes bytes(head, big.u32(0) >> 8 == 0xfeedfa ? ByteOrder::Big : ByteOrder::Little);
    const quint32 magic = bytes.u32(0);
    const auto mimeType = u"application/x-mach-binary"_s;
    if (magic == 0xfeedface || magic == 0xfeedfacf) {
        return FileType{u"Mach-O %1 %2, %3"_s.arg(magic == 0xfeedfacf ? "64-bit"_L1 : "32-bit"_L1,
                            nameOf(bytes.u32(12), kinds, u"type"), nameOf(bytes.u32(4), machines, u"machine")),
            mimeType};
    }
    // A universal binary shares its magic with Java classes, whose next number, the version, is 45 or more; nobody has that many machines.
    constexpr quint32 firstJavaVersion = 45;
    if (big.u32(0) == 0xcafebabf || (big.u32(0) == 0xcafebabe && big.u32(4) < firstJavaVersion))
        return FileType{u"Mach-O universal"_s, mimeType};
    if (big.u32(0) == 0xcafebabe)
        return FileType{u"Java class"_s, u"application/x-java-applet"_s};
    return {};
}

// ---- what a zip archive is for

FileType zipType(QByteArrayView head)
{
    const Bytes bytes(head);
    const QByteArrayView first = bytes.slice(30, bytes.u16(26));
    if (first == "mimetype") {
        const qint64 size = std::min<qint64>(bytes.u32(18), 100);
        const QString mimeType = QString::fromLatin1(bytes.slice(30 + 8 + bytes.u16(28), size));
        return {u"document (%1)"_s.arg(mimeType), mimeType};
    }
    if (first == "[Content_Types].xml" || first.startsWith("_rels/") || first.startsWith("docProps/")) {
        const auto office = u"application/vnd.openxmlformats-officedocument."_s;
        if (head.contains("word/"))
            return {u"Word document"_s, office + u"wordprocessingml.document"_s};
        if (head.contains("xl/"))
            return {u"Excel document"_s, office + u"spreadsheetml.sheet"_s};
        if (head.contains("ppt/"))
            return {u"PowerPoint document"_s, office + u"presentationml.presentation"_s};
    }
    if (first == "AndroidManifest.xml" || first == "classes.dex")
        return {u"Android package"_s, u"application/vnd.android.package-archive"_s};
    if (first.startsWith("META-INF/"))
        return {u"Java archive"_s, u"application/java-archive"_s};
    return {u"zip archive"_s, u"application/zip"_s};
}

// ---- text

qsizetype lineEnd(QByteArrayView head)
{
    const qsizetype end = head.indexOf('\n');
    return end < 0 ? head.size() : end;
}

FileType scriptType(QByteArrayView head)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> mimeTypes[]{{"sh"_L1, "text/x-shellscript"_L1},
        {"bash"_L1, "text/x-shellscript"_L1}, {"dash"_L1, "text/x-shellscript"_L1}, {"zsh"_L1, "text/x-shellscript"_L1},
        {"ksh"_L1, "text/x-shellscript"_L1}, {"python"_L1, "text/x-script.python"_L1}, {"perl"_L1, "text/x-perl"_L1},
        {"ruby"_L1, "text/x-ruby"_L1}, {"node"_L1, "application/javascript"_L1}, {"awk"_L1, "text/x-awk"_L1},
        {"gawk"_L1, "text/x-gawk"_L1}, {"php"_L1, "text/x-php"_L1}, {"tclsh"_L1, "text/x-tcl"_L1},
        {"wish"_L1, "text/x-tcl"_L1}, {"lua"_L1, "text/x-lua"_L1}};
    const QString line = QString::fromUtf8(head.first(lineEnd(head)).sliced(2).trimmed());
    QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (!words.isEmpty() && words.first().endsWith("/env"_L1))
        words.removeIf([first = words.first()](const QString &word) { return word == first || word.startsWith(u'-'); });
    QString program = words.value(0).section(u'/', -1);
    while (!program.isEmpty() && (program.back().isDigit() || program.back() == u'.'))
        program.chop(1);
    const auto known = std::ranges::find(mimeTypes, program, [](const auto &pair) { return QString(pair.first); });
    return {u"script for "_s + line, known == std::end(mimeTypes) ? u"text/plain"_s : QString(known->second)};
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

struct Markup {
    QString prefix;
    QString mimeType;
};
Markup markupOf(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    const QByteArray start = trimmed.first(std::min<qsizetype>(trimmed.size(), 1024)).toByteArray().toLower();
    if (start.contains("<svg"))
        return {u"SVG "_s, u"image/svg+xml"_s};
    if (start.startsWith("<?xml") || start.startsWith("<plist"))
        return {u"XML "_s, u"text/xml"_s};
    if (start.startsWith("<!doctype html") || start.startsWith("<html"))
        return {u"HTML "_s, u"text/html"_s};
    return looksLikeJson(trimmed) ? Markup{u"JSON "_s, u"application/json"_s} : Markup{{}, u"text/plain"_s};
}

FileType textType(QByteArrayView head)
{
    if (head.startsWith("\xef\xbb\xbf")) {
        const Markup markup = markupOf(head.sliced(3));
        return {markup.prefix + u"UTF-8 text with byte order mark"_s, markup.mimeType};
    }
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")) {
        const auto encoding =
            head.startsWith("\xff\xfe") ? u"UTF-16 little-endian text"_s : u"UTF-16 big-endian text"_s;
        const QString text = QStringDecoder(QStringDecoder::Utf16)(head.first(std::min<qsizetype>(head.size(), 4096)));
        const Markup markup = markupOf(text.toUtf8());
        return {markup.prefix + encoding, markup.mimeType};
    }
    if (!isTextHead(head))
        return {u"data"_s, u"application/octet-stream"_s};
    const bool isAscii = std::ranges::all_of(head, [](char c) { return quint8(c) < 0x80; });
    const auto encoding = isAscii ? u"ASCII text"_s : isUtf8(head) ? u"UTF-8 text"_s : u"8-bit text"_s;
    const Markup markup = markupOf(head);
    return {markup.prefix + encoding, markup.mimeType};
}

} // namespace

bool isTextHead(QByteArrayView head)
{
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return true;
    constexpr qsizetype most = 64 * 1024;
    return std::ranges::all_of(head.first(std::min(head.size(), most)),
        [](char c) { return (quint8(c) >= 0x20 && c != 0x7f) || QByteArrayView("\a\b\t\n\v\f\r\x1b").contains(c); });
}

FileType fileType(QByteArrayView head)
{
    if (head.isEmpty())
        return {u"empty"_s, u"inode/x-empty"_s};
    if (head.startsWith("\177ELF"))
        return elfType(head, BufferSource(head.toByteArray()));
    if (head.startsWith("MZ"))
        return peType(head);
    if (const auto type = machType(head))
        return *type;
    if (head.startsWith("PK\x03\x04"))
        return zipType(head);
    if (const auto type = typeByMagic(head))
        return *type;
    // The kernel looks at the first line alone: what follows may be a program's bytes (an installer that unpacks itself).
    if (head.startsWith("#!") && isTextHead(head.first(lineEnd(head))))
        return scriptType(head);
    return textType(head);
}

FileType fileType(const ByteSource &source)
{
    const QByteArray head = source.read(0, FileTypeBytes);
    return head.startsWith("\177ELF") ? elfType(head, source) : fileType(head);
}

} // namespace Sonde::Agent
