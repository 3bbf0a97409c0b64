// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/registryexport.h"

#include "agent/formats/base/bytesource.h"

#include <QStringDecoder>
#include <QStringEncoder>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr QStringView Version5 = u"Windows Registry Editor Version 5.00";
constexpr QStringView Version4 = u"REGEDIT4";

constexpr NamedNumber types[]{{0, "REG_NONE"}, {1, "REG_SZ"}, {2, "REG_EXPAND_SZ"}, {3, "REG_BINARY"}, {4, "REG_DWORD"},
    {5, "REG_DWORD_BIG_ENDIAN"}, {6, "REG_LINK"}, {7, "REG_MULTI_SZ"}, {8, "REG_RESOURCE_LIST"},
    {9, "REG_FULL_RESOURCE_DESCRIPTOR"}, {10, "REG_RESOURCE_REQUIREMENTS_LIST"}, {11, "REG_QWORD"}};
enum Type : quint32 {
    Sz = 1,
    ExpandSz = 2,
    Binary = 3,
    Dword = 4,
    DwordBigEndian = 5,
    Link = 6,
    MultiSz = 7,
    Qword = 11
};

struct Decoded {
    QString text;
    QString encoding;
};
Decoded decoded(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return {QString(QStringDecoder(QStringDecoder::Utf16LE)(bytes)), u"UTF-16LE"_s};
    if (QUtf8StringView(bytes).isValidUtf8())
        return {QString(QStringDecoder(QStringDecoder::Utf8)(bytes)), u"UTF-8"_s};
    return {QString::fromLatin1(bytes), u"8-bit"_s};
}

QByteArray utf16(QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE);
    return encoder(text);
}

/// What stands between quotes, `\\` and `\"` undone; `at` moves behind the closing quote. None without that.
std::optional<QString> quoted(QStringView line, qsizetype &at)
{
    QString text;
    for (qsizetype i = at + 1; i < line.size(); ++i) {
        if (line.at(i) == u'"') {
            at = i + 1;
            return text;
        }
        if (line.at(i) == u'\\' && i + 1 < line.size())
            ++i;
        text += line.at(i);
    }
    return {};
}

class ExportParser final
{
public:
    explicit ExportParser(const QByteArray &bytes)
        : m_decoded(decoded(bytes))
    {
    }

    std::optional<RegistryExport> parse()
    {
        const QStringView text = m_decoded.text;
        const QStringView first = text.first(std::min<qsizetype>(text.size(), 64)).trimmed();
        if (!first.startsWith(Version5) && !first.startsWith(Version4))
            return {};
        m_export.version = first.startsWith(Version5) ? u"5.00"_s : u"4"_s;
        m_export.encoding = m_decoded.encoding;
        QString line;
        for (QStringView part : text.tokenize(u'\n')) {
            part = part.trimmed();
            line += part;
            if (part.endsWith(u'\\') && isUnfinished(line)) {
                line.chop(1);
                continue;
            }
            take(line);
            line.clear();
        }
        take(line);
        return std::move(m_export);
    }

private:
    /// A list of bytes goes on in the next line; a path or text may end with a backslash too.
    static bool isUnfinished(QStringView line) { return line.contains(u"=hex"_s) && !line.startsWith(u'['); }

    void take(QStringView line)
    {
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            const bool isDeleted = line.startsWith("[-"_L1);
            line = line.sliced(isDeleted ? 2 : 1).chopped(1);
            m_export.keys.append({line.toString(), {}, isDeleted});
        } else if (!m_export.keys.isEmpty() && (line.startsWith(u'"') || line.startsWith(u'@'))) {
            takeValue(line);
        }
    }

    void takeValue(QStringView line)
    {
        RegistryValue value;
        qsizetype at = 1;
        if (line.startsWith(u'"')) {
            at = 0;
            const auto name = quoted(line, at);
            if (!name)
                return;
            value.name = *name;
        }
        line = line.sliced(at).trimmed();
        if (!line.startsWith(u'='))
            return;
        if (!takeData(value, line.sliced(1).trimmed()))
            return;
        m_export.keys.last().values.append(value);
        ++m_export.valueCount;
    }

    [[nodiscard]] bool takeData(RegistryValue &value, QStringView data) const
    {
        if (data == u"-") {
            value.isDeleted = true;
            return true;
        }
        if (data.startsWith(u'"')) {
            qsizetype at = 0;
            const auto text = quoted(data, at);
            if (!text)
                return false;
            set(value, Sz, utf16(*text) + QByteArray(2, '\0'));
            return true;
        }
        const qsizetype colon = data.indexOf(u':');
        if (colon < 0)
            return false;
        const QStringView kind = data.first(colon);
        const QStringView rest = data.sliced(colon + 1);
        if (kind == u"dword") {
            QByteArray bytes(4, '\0');
            qToLittleEndian(rest.toUInt(nullptr, 16), bytes.data());
            set(value, Dword, bytes);
            return true;
        }
        if (!kind.startsWith("hex"_L1))
            return false;
        const QStringView number = kind.sliced(3);
        const quint32 type =
            number.isEmpty() ? quint32(Binary) : number.sliced(1).chopped(number.endsWith(u')')).toUInt(nullptr, 16);
        set(value, type, asWide(type, QByteArray::fromHex(rest.toLatin1())));
        return true;
    }

    /// REGEDIT4 has text as 8-bit characters where the registry, and 5.00, have UTF-16.
    [[nodiscard]] QByteArray asWide(quint32 type, const QByteArray &bytes) const
    {
        const bool isText = type == Sz || type == ExpandSz || type == MultiSz || type == Link;
        return isText && m_export.version == u"4" ? utf16(QString::fromLatin1(bytes)) : bytes;
    }

    static void set(RegistryValue &value, quint32 type, const QByteArray &data)
    {
        value.type = nameOf(type, types, u"REG type");
        value.data = data;
        value.text = textOf(type, data);
    }

    static QString textOf(quint32 type, const QByteArray &data)
    {
        const Bytes bytes(data);
        switch (type) {
        case Sz:
        case ExpandSz:
        case Link: return bytes.wideText(0, data.size() / 2);
        case MultiSz: return lines(data);
        case Dword: return hexNumber(bytes.u32(0));
        case DwordBigEndian: return hexNumber(Bytes(data, ByteOrder::Big).u32(0));
        case Qword: return hexNumber(bytes.u64(0));
        default: return QString::fromLatin1(data.toHex());
        }
    }

    static QString lines(const QByteArray &data)
    {
        QString text;
        const Bytes bytes(data);
        for (qint64 at = 0; at + 2 <= data.size(); at += 2)
            text += bytes.u16(at) == 0 ? u'\n' : QChar(bytes.u16(at));
        while (text.endsWith(u'\n'))
            text.chop(1);
        return text;
    }

    Decoded m_decoded;
    RegistryExport m_export;
};

} // namespace

std::optional<RegistryExport> readRegistryExport(const QByteArray &bytes)
{
    return ExportParser(bytes).parse();
}

} // namespace Sonde::Agent
