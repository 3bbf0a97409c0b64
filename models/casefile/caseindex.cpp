// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/caseindex.h"

#include "protocol/time/timetext.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto Format = "sonde-case"_L1;
constexpr int Version = 1;

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// Nothing for what another program might read in another way.
QByteArray bytesOf(const QJsonValue &value)
{
    const QByteArray hex = value.toString().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(hex);
    return bytes.toHex() == hex ? bytes : QByteArray();
}

QJsonObject objectOf(const JournalPoint &point)
{
    return {{u"size"_s, qint64(point.size)}, {u"hash"_s, hexOf(point.hash)}, {u"root"_s, hexOf(point.root)}};
}

JournalPoint pointOf(const QJsonObject &object)
{
    return {quint64(std::max<qint64>(0, object.value("size"_L1).toInteger())), bytesOf(object.value("hash"_L1)),
        bytesOf(object.value("root"_L1))};
}

QJsonObject objectOf(const SignedStatement &statement)
{
    QJsonObject object = objectOf(statement.said.at);
    object.insert("session"_L1, qint64(statement.said.session.value()));
    object.insert("entries"_L1, qint64(statement.said.entries));
    object.insert("digest"_L1, hexOf(statement.said.digest));
    object.insert("signature"_L1, hexOf(statement.signature));
    return object;
}

SignedStatement statementOf(const QJsonObject &object)
{
    return {{SessionId(quint64(object.value("session"_L1).toInteger())), pointOf(object),
                quint64(object.value("entries"_L1).toInteger()), bytesOf(object.value("digest"_L1))},
        bytesOf(object.value("signature"_L1))};
}

QJsonObject objectOf(const Countersignature &countersignature)
{
    QJsonObject object = objectOf(countersignature.at);
    object.insert("key"_L1, hexOf(countersignature.key));
    object.insert("signature"_L1, hexOf(countersignature.signature));
    object.insert("time"_L1, TimeText::iso(countersignature.time));
    return object;
}

Countersignature countersignatureOf(const QJsonObject &object)
{
    return {pointOf(object), bytesOf(object.value("key"_L1)), bytesOf(object.value("signature"_L1)),
        QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs)};
}

template<typename T>
QJsonArray arrayOf(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(objectOf(value));
    return array;
}

} // namespace

QJsonArray toJson(const std::vector<Countersignature> &countersignatures)
{
    return arrayOf(countersignatures);
}

std::vector<Countersignature> countersignaturesFrom(const QJsonArray &array)
{
    std::vector<Countersignature> found;
    for (const QJsonValue signature : array)
        found.push_back(countersignatureOf(signature.toObject()));
    return found;
}

QByteArray toJson(const CaseIndex &index)
{
    QJsonArray sessions;
    for (const SessionId session : index.sessions)
        sessions.append(qint64(session.value()));
    return QJsonDocument(
        QJsonObject{{u"format"_s, Format}, {u"version"_s, Version}, {u"made"_s, TimeText::iso(index.made)},
            {u"made_by"_s, index.madeBy}, {u"tenant"_s, index.tenant}, {u"program"_s, index.program},
            {u"journal_key"_s, hexOf(index.journalKey)}, {u"sessions"_s, sessions},
            {u"statements"_s, arrayOf(index.statements)}, {u"countersignatures"_s, toJson(index.countersignatures)}})
        .toJson();
}

Result<CaseIndex> indexFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value("format"_L1) != Format || object.value("version"_L1) != Version)
        return fail(ErrorCode::BadValue);
    CaseIndex index{.made = QDateTime::fromString(object.value("made"_L1).toString(), Qt::ISODateWithMs),
        .madeBy = object.value("made_by"_L1).toString(),
        .tenant = object.value("tenant"_L1).toString(),
        .program = object.value("program"_L1).toString(),
        .journalKey = bytesOf(object.value("journal_key"_L1))};
    for (const QJsonValue session : object.value("sessions"_L1).toArray())
        index.sessions.emplace_back(quint64(session.toInteger()));
    for (const QJsonValue statement : object.value("statements"_L1).toArray())
        index.statements.push_back(statementOf(statement.toObject()));
    index.countersignatures = countersignaturesFrom(object.value("countersignatures"_L1).toArray());
    return index;
}

} // namespace Sonde::Client
