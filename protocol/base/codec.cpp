// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Codec {

namespace {
constexpr int MaxDepth = 12;
}

QString kebab(QLatin1StringView name)
{
    QString words;
    bool afterLower = false;
    for (const QChar c : QString(name)) {
        if (c.isUpper() && afterLower)
            words += u'-';
        words += c.toLower();
        afterLower = c.isLower();
    }
    return words;
}

QList<QString> Detail::kindsOf(std::span<const QLatin1StringView> names)
{
    QList<QString> kinds;
    kinds.reserve(qsizetype(names.size()));
    for (const QLatin1StringView name : names)
        kinds += kebab(name);
    return kinds;
}

// ---- writing

/// What is absent is left out: a field that a later version adds does not change what was written, and hashed, before.
void Detail::writeMap(QCborStreamWriter &out, Addresses members, Fields fields)
{
    quint64 present = 0;
    for (size_t i = 0; i < fields.size(); ++i)
        present += fields[i].way->isPresent(members[i]) ? 1 : 0;
    out.startMap(present);
    for (size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i].way->isPresent(members[i]))
            continue;
        out.append(fields[i].name);
        fields[i].way->write(out, members[i]);
    }
    out.endMap();
}

// ---- reading

bool Reader::read(bool &value)
{
    if (!m_in.isBool())
        return refuse("a boolean");
    value = m_in.toBool();
    return m_in.next();
}

bool Reader::read(double &value)
{
    if (!m_in.isDouble())
        return refuse("a double");
    value = m_in.toDouble();
    return m_in.next();
}

bool Reader::read(QString &value)
{
    if (!m_in.isString())
        return refuse("a text string");
    value = m_in.readAllString();
    if (m_in.lastError() != QCborError::NoError)
        return refuse("a text string");
    return !isTooLong(value.size()) || refuseLength(value.size());
}

bool Reader::read(QByteArray &value)
{
    if (!m_in.isByteArray())
        return refuse("a byte string");
    value = m_in.readAllByteArray();
    if (m_in.lastError() != QCborError::NoError)
        return refuse("a byte string");
    return !isTooLong(value.size()) || refuseLength(value.size());
}

bool Reader::read(QDateTime &value)
{
    qint64 milliseconds = 0;
    if (!readInteger(milliseconds))
        return false;
    if (m_limited && std::abs(milliseconds) > Limits::LatestTime)
        return refuse("a time before the year 10000");
    value = milliseconds ? QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC) : QDateTime();
    return true;
}

bool Reader::read(QCborMap &value)
{
    if (!m_in.isMap())
        return refuse("a map");
    const qint64 begin = m_in.currentOffset();
    value = QCborValue::fromCbor(m_in).toMap();
    if (m_in.lastError() != QCborError::NoError)
        return refuse("a map");
    const qsizetype bytes = m_in.currentOffset() - begin;
    return !isTooLong(bytes) || refuseLength(bytes);
}

bool Reader::read(Facts &value)
{
    QCborMap wire;
    if (!read(wire))
        return false;
    value = Facts(wire);
    return true;
}

bool Reader::read(QCborArray &value)
{
    if (!m_in.isArray())
        return refuse("an array");
    const qint64 begin = m_in.currentOffset();
    value = QCborValue::fromCbor(m_in).toArray();
    if (m_in.lastError() != QCborError::NoError)
        return refuse("an array");
    const qsizetype bytes = m_in.currentOffset() - begin;
    return !isTooLong(bytes) || refuseLength(bytes);
}

bool Reader::read(QMap<QString, QString> &values)
{
    values.clear();
    if (!enter(&QCborStreamReader::isMap, "a map"))
        return false;
    while (m_in.hasNext()) {
        QString key;
        QString value;
        if (m_limited && values.size() >= m_limit.most)
            return refuseCount();
        if (!read(key) || !read(value))
            return false;
        values.insert(key, value);
    }
    return leave();
}

bool Reader::readMap(Detail::Addresses members, Detail::Fields fields)
{
    if (!enter(&QCborStreamReader::isMap, "a map"))
        return false;
    std::array<bool, Members::Most> seen{};
    while (m_in.hasNext() && m_reason.isEmpty()) {
        QString key;
        if (!readWord(key))
            return false;
        const auto found = std::ranges::find(fields, key, &Detail::Field::name);
        if (found == fields.end()) {
            if (!skip())
                return false;
            continue;
        }
        const auto index = size_t(found - fields.begin());
        seen.at(index) = true;
        readField(*found, members[index]);
    }
    if (!m_reason.isEmpty())
        return false;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (!seen.at(i) && !fields[i].way->isOptional)
            return refuseMissing(fields[i].name);
    }
    return leave();
}

bool Reader::readField(const Detail::Field &field, const void *member)
{
    const auto before = std::exchange(m_limit, Limits::of(field.name).value_or(Limits::None));
    // It is a member of what read() was given to fill.
    const bool whole = field.way->read(*this, const_cast<void *>(member));
    m_limit = before;
    return whole || noteField(field.name);
}

bool Reader::readWord(QString &word)
{
    const auto before = std::exchange(m_limit, Limits::Limit{Limits::LongestWord, 0});
    const bool whole = read(word);
    m_limit = before;
    return whole;
}

bool Reader::readInteger(qint64 &value)
{
    if (!m_in.isInteger())
        return refuse("an integer");
    if (m_in.isUnsignedInteger()) {
        if (!std::in_range<qint64>(m_in.toUnsignedInteger()))
            return refuse("an integer in range");
        value = qint64(m_in.toUnsignedInteger());
    } else {
        const auto magnitude = quint64(m_in.toNegativeInteger());
        if (magnitude > quint64(std::numeric_limits<qint64>::max()))
            return refuse("an integer in range");
        value = -qint64(magnitude);
    }
    if (m_limited && std::abs(value) > Limits::LargestNumber)
        return refuse("a smaller number");
    return m_in.next();
}

bool Reader::skip()
{
    return m_in.next(MaxDepth) || refuse("a value");
}

bool Reader::enter(bool (QCborStreamReader::*is)() const, const char *expected)
{
    if (!(m_in.*is)())
        return refuse(expected);
    if (++m_depth > MaxDepth)
        return refuse("less nesting");
    return m_in.enterContainer() || refuse(expected);
}

bool Reader::leave()
{
    --m_depth;
    if (!m_reason.isEmpty())
        return false;
    const bool isEnd = m_in.lastError() == QCborError::NoError && !m_in.hasNext();
    return (isEnd && m_in.leaveContainer()) || refuse("the end of a container");
}

bool Reader::refuse(const char *expected)
{
    if (m_reason.isEmpty()) {
        m_reason = m_in.lastError() == QCborError::NoError
            ? u"expected %1 at byte %2"_s.arg(QLatin1StringView(expected)).arg(m_in.currentOffset())
            : u"%1 at byte %2"_s.arg(m_in.lastError().toString()).arg(m_in.currentOffset());
    }
    return false;
}

bool Reader::refuseLength(qsizetype length)
{
    m_reason = u"%1 long, where %2 is the most"_s.arg(length).arg(m_limit.longest);
    return false;
}

bool Reader::refuseCount()
{
    m_reason = u"more than %1 elements"_s.arg(m_limit.most);
    return false;
}

bool Reader::refuseKind(const QString &kind)
{
    m_reason = u"unknown kind \"%1\""_s.arg(kind.left(64));
    return false;
}

bool Reader::refuseMissing(QLatin1StringView name)
{
    m_reason = u"missing field \"%1\""_s.arg(name);
    return false;
}

bool Reader::noteField(QLatin1StringView name)
{
    m_reason = u"field \"%1\": %2"_s.arg(name, m_reason);
    return false;
}

} // namespace Sonde::Codec
