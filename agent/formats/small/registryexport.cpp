// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/registryexport.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/textdecoder.h"

#include <QStringEncoder>
#include <algorithm>

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

QByteArray utf16(QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE);
    return encoder(text);
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// How regedit reads: value by value, each to its end, which need not be the end of a line. Source: its behaviour, as Wine's regproc.c
/// documents it.
class ExportParser final
{
public:
    explicit ExportParser(const QByteArray &bytes)
        : m_decoded(decodedText(bytes))
        , m_text(m_decoded.text)
    {
    }

    std::optional<RegistryExport> parse()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        const QStringView first = restOfLine();
        if (!first.startsWith(Version5) && !first.startsWith(Version4))
            return {};
        m_export.version = first.startsWith(Version5) ? u"5.00"_s : u"4"_s;
        m_export.encoding = m_decoded.encoding;
        for (nextLine(); m_at < m_text.size(); nextLine())
            takeLine();
        return std::move(m_export);
    }

private:
    // ---- places in the text

    [[nodiscard]] QStringView restOfLine() const
    {
        const QStringView rest = m_text.sliced(m_at);
        const auto end = std::ranges::find_if(rest, isLineEnd);
        return rest.first(end - rest.begin());
    }
    void nextLine()
    {
        m_at += restOfLine().size();
        while (m_at < m_text.size() && isLineEnd(m_text.at(m_at)))
            ++m_at;
    }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text.at(m_at)))
            ++m_at;
    }
    [[nodiscard]] bool isAt(QChar c) const { return m_at < m_text.size() && m_text.at(m_at) == c; }
    /// Nothing more stands in this line, or only a comment.
    [[nodiscard]] bool isDone()
    {
        skipBlanks();
        return m_at >= m_text.size() || isLineEnd(m_text.at(m_at)) || isAt(u';');
    }
    /// What stands between quotes, `\\` and `\"` undone, over as many lines as it takes; none without a closing quote.
    std::optional<QString> quoted()
    {
        QString text;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text.at(i) == u'"') {
                m_at = i + 1;
                return text;
            }
            if (m_text.at(i) == u'\\' && i + 1 < m_text.size())
                ++i;
            text += m_text.at(i);
        }
        return {};
    }
    /// The digits here, none or up to `most`; more are no number.
    std::optional<quint32> hexadecimal(qsizetype most)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && QStringView(u"0123456789abcdefABCDEF").contains(m_text.at(m_at)))
            ++m_at;
        const QStringView digits = m_text.sliced(begin, m_at - begin);
        if (digits.isEmpty() || digits.size() > most)
            return {};
        return digits.toUInt(nullptr, 16);
    }

    // ---- what they say

    void takeLine()
    {
        skipBlanks();
        if (isAt(u'['))
            takeKey();
        else if (m_hasKey && (isAt(u'"') || isAt(u'@')))
            takeValue();
    }

    /// `[HKEY_…]`: the last bracket of the line ends it.
    void takeKey()
    {
        const QStringView line = restOfLine();
        const qsizetype end = line.lastIndexOf(u']');
        m_hasKey = false;
        if (end < 1 || isBlank(line.at(1)))
            return;
        const bool isDeleted = line.startsWith("[-"_L1);
        const qsizetype begin = isDeleted ? 2 : 1;
        m_export.keys.append({line.sliced(begin, std::max<qsizetype>(end - begin, 0)).toString(), {}, isDeleted});
        m_hasKey = !isDeleted;
    }

    void takeValue()
    {
        RegistryValue value;
        if (isAt(u'"')) {
            const auto name = quoted();
            if (!name)
                return;
            value.name = *name;
        } else {
            ++m_at;
        }
        skipBlanks();
        if (!isAt(u'='))
            return;
        ++m_at;
        skipBlanks();
        if (!takeData(value))
            return;
        m_export.keys.last().values.append(value);
        ++m_export.valueCount;
    }

    [[nodiscard]] bool takeData(RegistryValue &value)
    {
        if (isAt(u'-')) {
            ++m_at;
            value.isDeleted = true;
            return isDone();
        }
        if (isAt(u'"')) {
            const auto text = quoted();
            if (!text || !isDone())
                return false;
            set(value, Sz, utf16(*text) + QByteArray(2, '\0'));
            return true;
        }
        const QStringView rest = restOfLine();
        if (rest.startsWith("dword:"_L1)) {
            m_at += qsizetype(sizeof "dword:") - 1;
            return takeNumber(value);
        }
        if (rest.startsWith("hex:"_L1)) {
            m_at += qsizetype(sizeof "hex:") - 1;
            return takeBytes(value, Binary);
        }
        if (!rest.startsWith("hex("_L1))
            return false;
        m_at += qsizetype(sizeof "hex(") - 1;
        constexpr qsizetype digits = 8;
        const auto type = hexadecimal(digits);
        if (!type || !m_text.sliced(m_at).startsWith("):"_L1))
            return false;
        m_at += 2;
        return takeBytes(value, *type);
    }

    [[nodiscard]] bool takeNumber(RegistryValue &value)
    {
        constexpr qsizetype digits = 8;
        skipBlanks();
        const auto number = hexadecimal(digits);
        if (!number || !isDone())
            return false;
        QByteArray bytes(4, '\0');
        qToLittleEndian(*number, bytes.data());
        set(value, Dword, bytes);
        return true;
    }

    /// Bytes between commas. A backslash at the end of a line goes on in the next one that is neither empty nor a comment.
    [[nodiscard]] bool takeBytes(RegistryValue &value, quint32 type)
    {
        constexpr qsizetype digits = 8;
        QByteArray bytes;
        while (!isDone()) {
            if (isAt(u'\\')) {
                ++m_at;
                if (!isDone())
                    return false;
                goOn();
                continue;
            }
            const auto byte = hexadecimal(digits);
            if (!byte || *byte > 0xff)
                return false;
            bytes += char(*byte);
            skipBlanks();
            if (isAt(u','))
                ++m_at;
            else if (!isDone() && !isAt(u'\\'))
                return false;
        }
        set(value, type, asWide(type, bytes));
        return true;
    }

    void goOn()
    {
        do {
            nextLine();
            skipBlanks();
        } while (m_at < m_text.size() && (isAt(u';') || isLineEnd(m_text.at(m_at))));
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

    DecodedText m_decoded;
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_hasKey = false;
    RegistryExport m_export;
};

} // namespace

std::optional<RegistryExport> readRegistryExport(const QByteArray &bytes)
{
    return ExportParser(bytes).parse();
}

} // namespace Sonde::Agent
