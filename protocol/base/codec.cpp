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
    return m_in.lastError() == QCborError::NoError || refuse("a text string");
}

bool Reader::read(QByteArray &value)
{
    if (!m_in.isByteArray())
        return refuse("a byte string");
    value = m_in.readAllByteArray();
    return m_in.lastError() == QCborError::NoError || refuse("a byte string");
}

bool Reader::read(QDateTime &value)
{
    qint64 milliseconds = 0;
    if (!readInteger(milliseconds))
        return false;
    value = milliseconds ? QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC) : QDateTime();
    return true;
}

bool Reader::read(QCborMap &value)
{
    if (!m_in.isMap())
        return refuse("a map");
    value = QCborValue::fromCbor(m_in).toMap();
    return m_in.lastError() == QCborError::NoError || refuse("a map");
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
    value = QCborValue::fromCbor(m_in).toArray();
    return m_in.lastError() == QCborError::NoError || refuse("an array");
}

bool Reader::read(QMap<QString, QString> &values)
{
    values.clear();
    if (!enter(&QCborStreamReader::isMap, "a map"))
        return false;
    while (m_in.hasNext()) {
        QString key;
        QString value;
        if (!read(key) || !read(value))
            return false;
        values.insert(key, value);
    }
    return leave();
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
