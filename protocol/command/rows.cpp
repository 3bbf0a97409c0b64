// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/rows.h"

#include "protocol/base/devicepath.h"

#include <QCborStreamReader>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>
#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// Indefinite-length array (RFC 8949 §3.2.1): its length need not be known when the first row is written.
constexpr char ArrayBegin = '\x9f';
constexpr char ArrayEnd = '\xff';

void insertNested(QJsonObject &object, QStringView id, const QJsonValue &value)
{
    const qsizetype dot = id.indexOf(u'.');
    if (dot < 0) {
        object.insert(id, value);
        return;
    }
    QJsonObject inner = object.value(id.first(dot)).toObject();
    insertNested(inner, id.sliced(dot + 1), value);
    object.insert(id.first(dot), inner);
}

} // namespace

RowWriter::RowWriter()
    : m_bytes(1, ArrayBegin)
{
}

void RowWriter::addRow(const QCborArray &cells)
{
    m_bytes += QCborValue(cells).toCbor();
    ++m_rows;
}

QByteArray RowWriter::take()
{
    m_rows = 0;
    m_bytes += ArrayEnd;
    return std::exchange(m_bytes, QByteArray(1, ArrayBegin));
}

Result<std::vector<QCborArray>> readRows(const QByteArray &chunk)
{
    QCborStreamReader in(chunk);
    if (!in.isArray() || !in.enterContainer())
        return fail(ErrorCode::ProtocolViolation, {}, u"a chunk of rows is an array"_s);
    std::vector<QCborArray> rows;
    while (in.hasNext()) {
        if (!in.isArray())
            return fail(ErrorCode::ProtocolViolation, {}, u"a row is an array"_s);
        rows.push_back(QCborValue::fromCbor(in).toArray());
        if (in.lastError() != QCborError::NoError)
            return fail(ErrorCode::ProtocolViolation, {}, in.lastError().toString());
    }
    if (!in.leaveContainer() || in.currentOffset() != chunk.size())
        return fail(ErrorCode::ProtocolViolation, {}, u"a chunk of rows ends with its array"_s);
    return rows;
}

QJsonObject rowToJson(const CommandSpec &command, const QCborArray &row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < command.columns.size(); ++i) {
        const QString &id = command.columns.at(i).id;
        const QCborValue cell = row.at(i);
        if (command.columns.at(i).ofBaseline && (cell.isUndefined() || cell.isNull()))
            continue;
        if (cell.isByteArray()) {
            insertNested(object, id, DevicePath::fromCbor(cell).typed());
            insertNested(object, QString(id + u"_raw"_s), QString::fromLatin1(cell.toByteArray().toBase64()));
        } else {
            insertNested(object, id, cell.isUndefined() ? QJsonValue() : cell.toJsonValue());
        }
    }
    return object;
}

QString isoTime(qint64 nanosecondsSinceEpoch, int digits)
{
    using namespace std::chrono;
    if (nanosecondsSinceEpoch == std::numeric_limits<qint64>::max())
        return u">2262-04-11T23:47:16.000Z"_s;
    if (nanosecondsSinceEpoch == std::numeric_limits<qint64>::min())
        return u"<1677-09-21T00:12:44.000Z"_s;
    const auto time = floor<milliseconds>(nanoseconds(nanosecondsSinceEpoch));
    const QString text = QDateTime::fromMSecsSinceEpoch(time.count(), QTimeZone::UTC).toString(Qt::ISODateWithMs);
    constexpr int all = 3;
    return digits < all ? text.chopped(all - digits + 1) + u'Z' : text;
}

} // namespace Sonde
