// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/shownact.h"
#include "protocol/base/codec.h"
#include "tests/ui/consolefixture.h"

/// Rows as a device prints them for a plan, or for what came of it.
namespace ActRows {

using namespace Qt::StringLiterals;
using namespace Sonde;

inline const QString Hash = QString(64, u'a');

/// What all rows of one act have alike.
struct Act {
    QString verb = u"remediate"_s;
    EntityType type = EntityType::File;
    QString id = u"/tmp/evil"_s;
    std::optional<quint64> number = {};
    QString hash = Hash;
};

inline QCborArray row(const Act &act, const QString &action, const QString &subject, const QCborValue &state,
    const QCborMap &details = {})
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return ConsoleFixture::row(act.verb,
        {{u"act"_s, act.number ? QCborValue(qint64(*act.number)) : QCborValue(nullptr)},
            {u"type"_s, Codec::wireName(act.type)}, {u"id"_s, act.id}, {u"action"_s, action}, {u"subject"_s, subject},
            {u"state"_s, state}, {u"plan"_s, act.hash}, {u"details"_s, details},
            {u"expires"_s,
                act.number ? QCborValue(now.addDays(30).toString(Qt::ISODateWithMs)) : QCborValue(nullptr)}});
}

inline QCborArray step(const Act &act, StepKind kind, const QString &subject, StepState state,
    const QCborMap &identity = {}, const std::optional<Error> &error = {})
{
    QCborMap details{{u"identity"_s, identity}};
    if (error) {
        details.insert(u"error"_s, Codec::wireName(error->code));
        details.insert(u"problem"_s, QCborValue::fromCbor(Codec::toBytes(*error)));
    }
    return row(act, Codec::wireName(kind), subject, Codec::wireName(state), details);
}

inline QCborArray note(const Act &act, NoteKind kind, const QString &subject, const QCborMap &facts = {})
{
    return row(act, Codec::wireName(kind), subject, nullptr, facts);
}

/// The plan for a file that has another name.
inline Client::ResultRows filePlan(const Act &act = {})
{
    return {step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Planned,
                {{u"path"_s, u"/tmp/evil"_s}, {u"size"_s, 7}, {u"sha256"_s, QString(64, u'7')}}),
        note(
            act, NoteKind::OtherNames, u"/tmp/evil"_s, {{u"links"_s, 2}, {u"names"_s, QCborArray{u"/tmp/evil-too"_s}}}),
        note(act, NoteKind::NotRestored, u"/tmp/evil"_s, {{u"facts"_s, QCborArray{u"inode"_s, u"created"_s}}})};
}

} // namespace ActRows
