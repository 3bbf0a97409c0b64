// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/propertylist.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/details.h"

#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QTimeZone>
#include <QXmlStreamReader>
#include <bit>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr int Deepest = 100;
constexpr int MostValues = 20'000; ///< QCborMap looks through all of a map for each

// ---- XML

class XmlParser final
{
public:
    explicit XmlParser(const QByteArray &bytes)
        : m_xml(bytes)
    {
        m_xml.setEntityExpansionLimit(
            0); // nobody's lists have entities of their own, and a few bytes of them unfold to a lot
    }

    std::optional<QCborValue> parse()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != u"plist" || !m_xml.readNextStartElement())
            return {};
        const QCborValue value = readValue(0);
        if (m_xml.hasError())
            return {};
        return value;
    }

private:
    QCborValue readValue(int depth)
    {
        if (depth > Deepest || ++m_values > MostValues) {
            m_xml.raiseError(u"too deep, or too much"_s);
            return {};
        }
        const auto name = m_xml.name();
        if (name == u"dict")
            return readMap(depth);
        if (name == u"array")
            return readArray(depth);
        const QString kind = name.toString();
        return scalar(kind, m_xml.readElementText(QXmlStreamReader::IncludeChildElements));
    }

    static QCborValue scalar(const QString &kind, const QString &text)
    {
        if (kind == u"true" || kind == u"false")
            return kind == u"true";
        if (kind == u"integer")
            return text.trimmed().toLongLong(nullptr, 0);
        if (kind == u"real")
            return text.trimmed().toDouble();
        if (kind == u"data")
            return QByteArray::fromBase64(text.toLatin1());
        if (kind == u"date")
            return QCborValue(QDateTime::fromString(text.trimmed(), Qt::ISODate));
        return text;
    }

    QCborMap readMap(int depth)
    {
        QCborMap map;
        QString key;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"key")
                key = m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
            else
                insertForeign(map, key, readValue(depth + 1));
        }
        return map;
    }

    QCborArray readArray(int depth)
    {
        QCborArray array;
        while (m_xml.readNextStartElement())
            array.append(readValue(depth + 1));
        return array;
    }

    QXmlStreamReader m_xml;
    int m_values = 0;
};

// ---- binary: objects point at others by number, so a small file can unfold to a huge one, or to itself

class BinaryParser final
{
public:
    explicit BinaryParser(const QByteArray &bytes)
        : m_size(bytes.size())
        , m_bytes(bytes, ByteOrder::Big)
    {
    }

    std::optional<QCborValue> parse()
    {
        const qint64 trailer = m_size - 32;
        if (trailer < 8)
            return {};
        m_offsetBytes = m_bytes.u8(trailer + 6);
        m_referenceBytes = m_bytes.u8(trailer + 7);
        m_count = m_bytes.u64(trailer + 8);
        m_offsets = qint64(m_bytes.u64(trailer + 24));
        const QCborValue value = object(m_bytes.u64(trailer + 16), 0);
        return m_isBroken ? std::nullopt : std::optional(value);
    }

private:
    [[nodiscard]] quint64 integer(qint64 at, qint64 bytes)
    {
        if (bytes < 1 || bytes > 16 || !m_bytes.holds(at, bytes)) {
            m_isBroken = true;
            return 0;
        }
        quint64 number = 0;
        for (qint64 i = 0; i < bytes; ++i)
            number = number << 8 | m_bytes.u8(at + i);
        return number;
    }

    QCborValue object(quint64 index, int depth)
    {
        if (m_isBroken || index >= m_count || index > quint64(m_size) || depth > Deepest || ++m_values > MostValues) {
            m_isBroken = true;
            return {};
        }
        qint64 at = qint64(integer(m_offsets + qint64(index) * m_offsetBytes, m_offsetBytes));
        if (!m_bytes.holds(at, 1)) {
            m_isBroken = true;
            return {};
        }
        const int kind = m_bytes.u8(at) >> 4;
        const int low = m_bytes.u8(at) & 0xf;
        ++at;
        if (kind == 0)
            return low == 8 ? QCborValue(false) : low == 9 ? QCborValue(true) : QCborValue(nullptr);
        if (kind == 1)
            return qint64(integer(at, qint64(1) << std::min(low, 5)));
        if (kind == 2)
            return real(at, low);
        if (kind == 3)
            return date(at);
        if (kind == 8)
            return qint64(integer(at, low + 1));
        return sized(kind, at, countAt(at, low), depth);
    }

    /// Of what follows; from 15 on it is an integer object of its own, and `at` moves behind it.
    qint64 countAt(qint64 &at, int low)
    {
        if (low != 0xf)
            return low;
        const qint64 bytes = qint64(1) << std::min(m_bytes.u8(at) & 0xf, 5);
        const quint64 count = integer(at + 1, bytes);
        at += 1 + bytes;
        m_isBroken |= count > quint64(m_size);
        return m_isBroken ? 0 : qint64(count);
    }

    QCborValue sized(int kind, qint64 at, qint64 count, int depth)
    {
        const qint64 bytes = kind == 6 ? count * 2 : kind >= 0xa ? count * m_referenceBytes : count;
        if (!m_bytes.holds(at, kind == 0xd ? bytes * 2 : bytes)) {
            m_isBroken = true;
            return {};
        }
        switch (kind) {
        case 4: return m_bytes.slice(at, count).toByteArray();
        case 5: return QString::fromLatin1(m_bytes.slice(at, count));
        case 6: return wideText(at, count);
        case 0xa:
        case 0xc: return array(at, count, depth);
        case 0xd: return map(at, count, depth);
        default: m_isBroken = true; return {};
        }
    }

    [[nodiscard]] QString wideText(qint64 at, qint64 count) const
    {
        QString text;
        for (qint64 i = 0; i < count; ++i)
            text += QChar(m_bytes.u16(at + 2 * i));
        return text;
    }

    QCborArray array(qint64 at, qint64 count, int depth)
    {
        QCborArray array;
        for (qint64 i = 0; i < count && !m_isBroken; ++i)
            array.append(object(integer(at + i * m_referenceBytes, m_referenceBytes), depth + 1));
        return array;
    }

    QCborMap map(qint64 at, qint64 count, int depth)
    {
        QCborMap map;
        for (qint64 i = 0; i < count && !m_isBroken; ++i) {
            const QCborValue key = object(integer(at + i * m_referenceBytes, m_referenceBytes), depth + 1);
            const qint64 value = at + (count + i) * m_referenceBytes;
            insertForeign(map, key.toString(), object(integer(value, m_referenceBytes), depth + 1));
        }
        return map;
    }

    QCborValue real(qint64 at, int low)
    {
        if (low == 2)
            return double(std::bit_cast<float>(quint32(integer(at, 4))));
        return std::bit_cast<double>(integer(at, 8));
    }

    QCborValue date(qint64 at)
    {
        static const QDateTime epoch(QDate(2001, 1, 1), QTime(0, 0), QTimeZone::UTC);
        const double seconds = std::bit_cast<double>(integer(at, 8));
        constexpr double furthest = 1e11; // some three thousand years
        if (!(seconds > -furthest && seconds < furthest))
            return {};
        return QCborValue(epoch.addMSecs(qint64(seconds * 1000)));
    }

    qint64 m_size;
    Bytes m_bytes;
    qint64 m_offsetBytes = 0;
    qint64 m_referenceBytes = 0;
    quint64 m_count = 0;
    qint64 m_offsets = 0;
    int m_values = 0;
    bool m_isBroken = false;
};

} // namespace

bool isBinaryPropertyList(QByteArrayView head)
{
    return head.startsWith("bplist0");
}

bool isXmlPropertyList(QByteArrayView head)
{
    return head.contains("<plist") && head.trimmed().startsWith('<');
}

std::optional<QCborValue> readPropertyList(const QByteArray &bytes)
{
    return isBinaryPropertyList(bytes) ? BinaryParser(bytes).parse() : XmlParser(bytes).parse();
}

QCborValue plainValue(const QCborValue &value)
{
    if (value.isByteArray())
        return printable(value.toByteArray());
    if (value.isDateTime())
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs);
    if (value.isArray()) {
        QCborArray array;
        for (const QCborValue inner : value.toArray())
            array.append(plainValue(inner));
        return array;
    }
    if (value.isMap()) {
        QCborMap map;
        for (const auto &[key, inner] : value.toMap())
            insertForeign(map, key.toString(), plainValue(inner));
        return map;
    }
    return value;
}

} // namespace Sonde::Agent
