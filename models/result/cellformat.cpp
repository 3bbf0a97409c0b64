// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/cellformat.h"

#include "models/result/objecttext.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/sizetext.h"
#include "protocol/command/grammar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString compactJson(const QCborValue &cell)
{
    const QJsonValue value = cell.toJsonValue();
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// Would be nothing with two decimals.
bool isTiny(double seconds)
{
    return seconds != 0 && std::abs(seconds) < 0.01;
}

/// Below each other, with as many decimals.
QString columnSize(qint64 bytes, const QLocale &locale)
{
    constexpr qint64 Thousand = 1024;
    return bytes < Thousand ? sizeText(bytes, locale) : locale.formattedDataSize(bytes);
}

QString duration(double seconds, const QLocale &locale)
{
    if (!std::isfinite(seconds))
        return {};
    if (std::abs(seconds) < 60)
        return isTiny(seconds) ? u"%1 ms"_s.arg(locale.toString(seconds * 1000, 'f', 1))
                               : u"%1 s"_s.arg(locale.toString(seconds, 'f', 2));
    const auto whole = qint64(seconds);
    const QLatin1Char zero('0');
    const QString minutes = u"%1:%2"_s.arg(whole / 60 % 60, 2, 10, zero).arg(whole % 60, 2, 10, zero);
    return u"%1:%2"_s.arg(whole / 3600).arg(minutes);
}

} // namespace

QString displayText(const QCborValue &cell, ValueType type, const QLocale &locale, const TimeText &times)
{
    if (cell.isNull() || cell.isUndefined())
        return {};
    switch (type) {
    case ValueType::Size: return cell.isInteger() ? columnSize(cell.toInteger(), locale) : plainText(cell, type);
    case ValueType::Duration:
        return cell.isDouble() || cell.isInteger() ? duration(cell.toDouble(), locale) : plainText(cell, type);
    default: return isTime(cell, type) ? times.text(cell.toString()) : readableText(cell, type);
    }
}

QString readableText(const QCborValue &cell, ValueType type)
{
    return cell.isArray() || cell.isMap() ? objectLine(cell) : plainText(cell, type);
}

QString plainText(const QCborValue &cell, ValueType)
{
    switch (cell.type()) {
    case QCborValue::Null:
    case QCborValue::Undefined: return {};
    case QCborValue::True: return u"true"_s;
    case QCborValue::False: return u"false"_s;
    case QCborValue::Integer: return QString::number(cell.toInteger());
    case QCborValue::Double: return QString::number(cell.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QCborValue::String: return cell.toString();
    case QCborValue::ByteArray: return DevicePath::fromCbor(cell).typed();
    case QCborValue::Array:
    case QCborValue::Map: return compactJson(cell);
    default: return cell.toDiagnosticNotation();
    }
}

bool isTime(const QCborValue &cell, ValueType type)
{
    if (!cell.isString() || (type != ValueType::Time && type != ValueType::Object))
        return false;
    const QString text = cell.toString();
    return TimeText::isIso(text)
        || (type == ValueType::Time && QDateTime::fromString(text, Qt::ISODateWithMs).isValid());
}

QString columnTitle(const ColumnSpec &column, const TimeText &times)
{
    return column.type == ValueType::Time ? QString(column.id % u" (" % times.zoneName() % u')') : column.id;
}

bool isNumeric(ValueType type)
{
    switch (type) {
    case ValueType::Integer:
    case ValueType::Size:
    case ValueType::Duration:
    case ValueType::Pid:
    case ValueType::CommandNumber: return true;
    default: return false;
    }
}

QString commandLineText(const QCborValue &cell, ValueType type)
{
    switch (type) {
    case ValueType::Path:
        return cell.isString() || cell.isByteArray() ? quoted(DevicePath::fromCbor(cell).typed()) : QString();
    case ValueType::Pid:
    case ValueType::CommandNumber: return cell.isInteger() ? QString::number(cell.toInteger()) : QString();
    case ValueType::ServiceName:
    case ValueType::TaskName:
    case ValueType::RegistryKey:
    case ValueType::LibraryName:
    case ValueType::Text:
    case ValueType::Address: return cell.isString() && !cell.toString().isEmpty() ? quoted(cell.toString()) : QString();
    default: return {};
    }
}

} // namespace Sonde::Client
