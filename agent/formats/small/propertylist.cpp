// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/propertylist.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/details.h"
#include "agent/formats/base/textdecoder.h"

#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QTimeZone>
#include <QXmlStreamReader>
#include <algorithm>
#include <array>
#include <bit>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr int Deepest = 100;
constexpr int MostValues = 20'000;   ///< QCborMap looks through all of a map for each
constexpr int MostJobValues = 2'000; ///< of each setting of launchd's

constexpr std::array JobSettings{"Label"_L1, "Program"_L1, "BundleProgram"_L1, "ProgramArguments"_L1, "RunAtLoad"_L1,
    "KeepAlive"_L1, "StartInterval"_L1, "StartCalendarInterval"_L1, "WatchPaths"_L1, "QueueDirectories"_L1,
    "StartOnMount"_L1, "UserName"_L1, "GroupName"_L1, "Disabled"_L1, "WorkingDirectory"_L1, "EnvironmentVariables"_L1,
    "StandardOutPath"_L1, "StandardErrorPath"_L1, "CFBundleIdentifier"_L1, "CFBundleExecutable"_L1,
    "CFBundleShortVersionString"_L1};

/// Counts what is read of one list. What launchd does with it has a budget of its own, so that nothing before it can hide it.
class Budget final
{
public:
    /// In the outermost dictionary; until leave().
    void enter(const QString &key)
    {
        const auto found = std::ranges::find_if(JobSettings, [&key](QLatin1StringView name) { return key == name; });
        m_current = found == JobSettings.end() ? 0 : size_t(found - JobSettings.begin()) + 1;
    }
    void leave() { m_current = 0; }

    /// Whether one more value may be read.
    [[nodiscard]] bool take(int depth)
    {
        if (depth <= Deepest && m_used.at(m_current)++ < (m_current == 0 ? MostValues : MostJobValues))
            return true;
        m_isWhole = false;
        return false;
    }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    size_t m_current = 0;
    std::array<int, JobSettings.size() + 1> m_used{};
    bool m_isWhole = true;
};

/// CFPropertyList takes decimal digits, and hexadecimal ones behind 0x; never octal ones.
QCborValue integerFrom(const QString &text)
{
    const QString digits = text.trimmed();
    const bool isNegative = digits.startsWith(u'-');
    const QStringView plain = QStringView(digits).sliced(isNegative || digits.startsWith(u'+') ? 1 : 0);
    const bool isHex = plain.startsWith("0x"_L1, Qt::CaseInsensitive);
    const QString number = (isNegative ? u"-"_s : QString()) + (isHex ? plain.sliced(2) : plain);
    bool fits = false;
    const qint64 value = number.toLongLong(&fits, isHex ? 16 : 10);
    return fits ? QCborValue(value) : QCborValue(digits);
}

// ---- XML

class XmlParser final
{
public:
    explicit XmlParser(const QByteArray &bytes)
        : m_xml(decodedText(bytes).text)
    {
        m_xml.setEntityExpansionLimit(
            0); // nobody's lists have entities of their own, and a few bytes of them unfold to a lot
    }

    std::optional<PropertyList> parse()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != u"plist" || !m_xml.readNextStartElement())
            return {};
        const QCborValue value = readValue(0);
        if (m_xml.hasError())
            return {};
        return PropertyList{value, m_budget.isWhole(), u"XML"_s};
    }

private:
    /// Undefined when it is left out.
    QCborValue readValue(int depth)
    {
        if (!m_budget.take(depth)) {
            m_xml.skipCurrentElement();
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
            return integerFrom(text);
        if (kind == u"real")
            return text.trimmed().toDouble();
        if (kind == u"data")
            return QByteArray::fromBase64(text.toLatin1());
        if (kind == u"date") {
            const QDateTime date = QDateTime::fromString(text.trimmed(), Qt::ISODate);
            return date.isValid() ? QCborValue(date) : QCborValue(text);
        }
        return text;
    }

    QCborMap readMap(int depth)
    {
        QCborMap map;
        QString key;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"key") {
                key = m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
                continue;
            }
            if (depth == 0)
                m_budget.enter(key);
            if (const QCborValue value = readValue(depth + 1); !value.isUndefined())
                insertForeign(map, key, value);
            if (depth == 0)
                m_budget.leave();
        }
        return map;
    }

    QCborArray readArray(int depth)
    {
        QCborArray array;
        while (m_xml.readNextStartElement()) {
            if (const QCborValue value = readValue(depth + 1); !value.isUndefined())
                array.append(value);
        }
        return array;
    }

    QXmlStreamReader m_xml;
    Budget m_budget;
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

    std::optional<PropertyList> parse()
    {
        const qint64 trailer = m_size - 32;
        if (trailer < 8)
            return {};
        m_offsetBytes = m_bytes.u8(trailer + 6);
        m_referenceBytes = m_bytes.u8(trailer + 7);
        m_count = m_bytes.u64(trailer + 8);
        m_offsets = qint64(m_bytes.u64(trailer + 24));
        const QCborValue value = object(m_bytes.u64(trailer + 16), 0);
        if (m_isBroken)
            return {};
        return PropertyList{value, m_budget.isWhole(), u"binary"_s};
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

    /// Undefined when it is left out.
    QCborValue object(quint64 index, int depth)
    {
        if (m_isBroken || index >= m_count || index > quint64(m_size)) {
            m_isBroken = true;
            return {};
        }
        if (!m_budget.take(depth))
            return {};
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
            return wholeNumber(at, qint64(1) << std::min(low, 5));
        if (kind == 2)
            return real(at, low);
        if (kind == 3)
            return date(at);
        if (kind == 8)
            return unsignedNumber(integer(at, low + 1));
        return sized(kind, at, countAt(at, low), depth);
    }

    /// Of one to four bytes without a sign, of eight with one, of sixteen with one where eight do not hold it.
    QCborValue wholeNumber(qint64 at, qint64 bytes)
    {
        constexpr qint64 wide = 16;
        if (bytes < wide)
            return qint64(integer(at, bytes));
        const quint64 high = integer(at, 8);
        const quint64 low = integer(at + 8, 8);
        if (high == 0)
            return unsignedNumber(low);
        const bool isNegative = high == std::numeric_limits<quint64>::max() && low >> 63;
        return isNegative
            ? QCborValue(qint64(low))
            : QCborValue(
                  QString(u"0x"_s + QString::number(high, 16) + QString::number(low, 16).rightJustified(16, u'0')));
    }

    static QCborValue unsignedNumber(quint64 number)
    {
        return number <= quint64(std::numeric_limits<qint64>::max()) ? QCborValue(qint64(number))
                                                                     : QCborValue(QString::number(number));
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
        for (qint64 i = 0; i < count && !m_isBroken; ++i) {
            const QCborValue value = object(integer(at + i * m_referenceBytes, m_referenceBytes), depth + 1);
            if (value.isUndefined())
                break;
            array.append(value);
        }
        return array;
    }

    QCborMap map(qint64 at, qint64 count, int depth)
    {
        QCborMap map;
        for (qint64 i = 0; i < count && !m_isBroken; ++i) {
            const QString key = keyText(integer(at + i * m_referenceBytes, m_referenceBytes));
            const qint64 place = at + (count + i) * m_referenceBytes;
            if (depth == 0)
                m_budget.enter(key);
            const QCborValue value = object(integer(place, m_referenceBytes), depth + 1);
            if (depth == 0)
                m_budget.leave();
            if (!value.isUndefined())
                insertForeign(map, key, value);
            else if (depth > 0)
                break;
        }
        return map;
    }

    /// A key is a text, and costs no more than the room that it takes in the file.
    QString keyText(quint64 index)
    {
        constexpr qint64 longest = 1024;
        if (m_isBroken || index >= m_count || index > quint64(m_size)) {
            m_isBroken = true;
            return {};
        }
        qint64 at = qint64(integer(m_offsets + qint64(index) * m_offsetBytes, m_offsetBytes));
        const int kind = m_bytes.u8(at) >> 4;
        if (!m_bytes.holds(at, 1) || (kind != 5 && kind != 6)) {
            m_isBroken = true;
            return {};
        }
        const int low = m_bytes.u8(at) & 0xf;
        ++at;
        const qint64 count = std::min(countAt(at, low), longest);
        return kind == 5 ? QString::fromLatin1(m_bytes.slice(at, count)) : wideText(at, count);
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
    Budget m_budget;
    bool m_isBroken = false;
};

} // namespace

bool isBinaryPropertyList(QByteArrayView head)
{
    return head.startsWith("bplist0");
}

std::optional<PropertyList> readPropertyList(const QByteArray &bytes)
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
