// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/casefile/casecontents.h"

#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/journal/canonicalrecord.h"
#include "protocol/time/timetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

bool isStep(const JournalEvent &event)
{
    return std::holds_alternative<Event::SteppedIn>(event) || std::holds_alternative<Event::SteppedBack>(event);
}

template<typename T>
QJsonValue asJson(const T &value)
{
    return QCborValue::fromCbor(Codec::toBytes(value)).toJsonValue();
}

} // namespace

Result<void> CaseContents::add(const JournalEntry &entry)
{
    if (entryHash(entry) != entry.hash)
        return fail(ErrorCode::JournalBroken, QString::number(entry.number));
    records.emplace(entry.number, Record{entry.session, canonicalRecord(entry), entry.hash});
    if (entry.session.isValid())
        sessions[entry.session].apply(entry);
    if (isStep(entry.event))
        steps[entry.session].push_back({entry.time, entry.actor, eventName(entry.event)});
    acts.apply(entry);
    return {};
}

QByteArray CaseContents::hashesOf(SessionId session) const
{
    QByteArray hashes;
    for (const auto &[number, record] : records) {
        if (!session.isValid() || record.session == session)
            hashes += record.hash;
    }
    return hashes;
}

QByteArray outputsJson(const CaseContents &contents)
{
    QJsonArray commands;
    for (const auto &[command, chunks] : contents.outputs) {
        QJsonArray list;
        for (const CaseChunk &chunk : chunks)
            list.append(QJsonObject{{u"format"_s, Codec::wireName(chunk.format)}, {u"rows"_s, qint64(chunk.rows)},
                {u"bytes"_s, qint64(chunk.bytes)}});
        commands.append(QJsonObject{{u"command"_s, qint64(command.value())}, {u"chunks"_s, list}});
    }
    return QJsonDocument(commands).toJson();
}

QByteArray evidenceJson(const CaseContents &contents)
{
    QJsonArray files;
    for (const auto &[id, session] : contents.sessions) {
        for (const CommandRecord &command : session.commands()) {
            if (!command.evidence)
                continue;
            const EvidenceRecord &evidence = *command.evidence;
            const SessionRecord *record = session.session(id);
            const bool isRemoved = record && record->evidenceRemoved;
            files.append(QJsonObject{{u"command"_s, qint64(command.id.value())}, {u"session"_s, qint64(id.value())},
                {u"path"_s, DevicePath(evidence.file.path).typed()}, {u"size"_s, evidence.file.size},
                {u"sha256"_s, hexText(evidence.sha256)}, {u"modified"_s, TimeText::iso(evidence.file.modified)},
                {u"owner"_s, evidence.file.owner},
                {u"removed"_s, isRemoved ? QJsonValue(TimeText::iso(record->evidenceRemoved->at)) : QJsonValue()},
                {u"delivered_to"_s, QJsonArray::fromStringList(evidence.deliveredTo)}});
        }
    }
    return QJsonDocument(files).toJson();
}

QByteArray actsJson(const CaseContents &contents)
{
    QJsonArray acts;
    for (const ActSummary &act : contents.acts.changedAfter(0, contents.records.size() + 1))
        acts.append(asJson(act));
    return QJsonDocument(acts).toJson();
}

QByteArray journalCbor(const CaseContents &contents)
{
    qsizetype size = 0;
    for (const auto &[number, record] : contents.records)
        size += record.bytes.size();
    QByteArray journal;
    journal.reserve(size);
    for (const auto &[number, record] : contents.records)
        journal += record.bytes;
    return journal;
}

} // namespace Sonde::Client
