// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/commandlogexport.h"

#include "models/result/resultexport.h"
#include "models/text/visibletext.h"
#include "protocol/base/codec.h"
#include "protocol/time/timetext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// The log as the rows of a command, so that it is written with the same care for spreadsheets and terminals. Each row stands alone:
/// rows of several sessions may be put into one table.
const CommandSpec &logSpec()
{
    static const CommandSpec spec{.verb = u"log"_s,
        .needs = {Scope::Self, {}},
        .columns = {{u"device"_s}, {u"device_id"_s}, {u"session_id"_s}, {u"user"_s},
            {u"command_id"_s, ValueType::CommandNumber}, {u"accepted"_s, ValueType::Time}, {u"folder"_s},
            {u"command_line"_s}, {u"verb"_s}, {u"status"_s}, {u"exit_status"_s, ValueType::Integer},
            {u"duration_seconds"_s, ValueType::Duration}, {u"rows"_s, ValueType::Integer},
            {u"bytes"_s, ValueType::Integer}, {u"output_sha256"_s}, {u"errors"_s}}};
    return spec;
}

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex());
}

/// As a program finds them and a person can read them: code, subject, reason and facts.
QString errorText(const Error &error)
{
    QStringList parts{Codec::wireName(error.code)};
    for (const QString &part : {error.subject, error.reason}) {
        if (!part.isEmpty())
            parts += u'"' + part + u'"';
    }
    for (const auto &[name, value] : error.facts.wire())
        parts += u"%1=%2"_s.arg(name.toString(),
            QString::fromUtf8(QJsonDocument(QJsonArray{value.toJsonValue()}).toJson(QJsonDocument::Compact))
                .sliced(1)
                .chopped(1));
    return parts.join(u' ');
}

QJsonObject errorObject(const Error &error)
{
    return {{u"code"_s, Codec::wireName(error.code)}, {u"subject"_s, error.subject}, {u"reason"_s, error.reason},
        {u"facts"_s, error.facts.wire().toJsonObject()}};
}

QCborArray rowOf(const CommandLog &log, const LoggedCommand &logged)
{
    const CommandRecord &command = logged.record;
    QStringList errors;
    for (const auto &error : command.errors)
        errors += errorText(error);
    return {log.facts.name, log.device.toString(), log.session.id.toString(), typistOf(log.session, command),
        qint64(command.id.value()), TimeText::iso(command.accepted), logged.folder, command.line,
        command.invocation.verb, Codec::wireName(command.state),
        command.exitStatus ? QCborValue(*command.exitStatus) : QCborValue(nullptr),
        double(command.duration.count()) / 1e6, qint64(command.rows), qint64(command.bytes),
        hex(command.outputSha256.value_or(QByteArray())), errors.join("; "_L1)};
}

ResultRows rowsOf(const CommandLog &log)
{
    ResultRows rows;
    for (const auto &logged : log.commands)
        rows.push_back(rowOf(log, logged));
    return rows;
}

QJsonObject readingOf(const Invocation &invocation)
{
    QJsonObject parameters;
    for (const auto &[name, value] : invocation.values.asKeyValueRange())
        parameters.insert(name, value);
    return {{u"verb"_s, invocation.verb}, {u"parameters"_s, parameters},
        {u"flags"_s, QJsonArray::fromStringList(invocation.flags)}};
}

QJsonObject objectOf(const CommandLog &log, const LoggedCommand &logged)
{
    const CommandRecord &command = logged.record;
    QJsonArray errors;
    for (const auto &error : command.errors)
        errors.append(errorObject(error));
    QJsonObject object{{u"command_id"_s, qint64(command.id.value())}, {u"command_line"_s, command.line},
        {u"read_as"_s, readingOf(command.invocation)}, {u"user"_s, typistOf(log.session, command)},
        {u"origin"_s, Codec::wireName(command.origin)}, {u"folder"_s, logged.folder},
        {u"status"_s, Codec::wireName(command.state)}, {u"accepted"_s, TimeText::iso(command.accepted)},
        {u"finished"_s, TimeText::iso(command.finished)},
        {u"duration_seconds"_s, double(command.duration.count()) / 1e6}, {u"errors"_s, errors},
        {u"output"_s,
            QJsonObject{{u"rows"_s, qint64(command.rows)}, {u"bytes"_s, qint64(command.bytes)},
                {u"sha256"_s, hex(command.outputSha256.value_or(QByteArray()))}}}};
    QJsonArray removals;
    for (const auto &removal : removalsOf(log.session, command))
        removals.append(errorObject(removal));
    if (!removals.isEmpty())
        object.insert(u"removed"_s, removals);
    if (command.exitStatus)
        object.insert(u"exit_status"_s, *command.exitStatus);
    if (command.evidence)
        object.insert(u"evidence"_s,
            QJsonObject{{u"path"_s, QString::fromUtf8(command.evidence->file.path)},
                {u"bytes"_s, command.evidence->file.size}, {u"sha256"_s, hex(command.evidence->sha256)}});
    if (command.file)
        object.insert(u"library_file"_s,
            QJsonObject{{u"name"_s, command.file->name}, {u"bytes"_s, command.file->size},
                {u"sha256"_s, hex(command.file->sha256)}});
    return object;
}

QJsonObject deviceObject(const CommandLog &log)
{
    return {{u"id"_s, log.device.toString()}, {u"name"_s, log.facts.name}, {u"operating_system"_s, log.facts.osName},
        {u"agent_version"_s, log.facts.agentVersion},
        {u"addresses"_s, QJsonArray::fromStringList(log.facts.addresses)}};
}

QJsonObject sessionObject(const SessionRecord &session)
{
    QJsonObject object{{u"id"_s, session.id.toString()}, {u"user"_s, session.createdBy}, {u"reason"_s, session.reason},
        {u"state"_s, Codec::wireName(session.state)}, {u"started"_s, TimeText::iso(session.started)},
        {u"ended"_s, TimeText::iso(session.ended)}};
    if (session.endReason)
        object.insert(u"end_reason"_s, Codec::wireName(*session.endReason));
    if (session.endedBy)
        object.insert(u"ended_by"_s, *session.endedBy);
    return object;
}

QByteArray toJson(const CommandLog &log)
{
    QJsonArray commands;
    for (const auto &logged : log.commands)
        commands.append(objectOf(log, logged));
    const QJsonObject whole{{u"tenant"_s, log.tenant}, {u"device"_s, deviceObject(log)},
        {u"session"_s, sessionObject(log.session)}, {u"zone"_s, u"UTC"_s}, {u"exported"_s, TimeText::iso(log.exported)},
        {u"exported_by"_s, log.exportedBy}, {u"commands"_s, commands}};
    return QJsonDocument(whole).toJson();
}

/// What the rows have in common stands above them; they have UTC, as the head says.
QByteArray toText(const CommandLog &log)
{
    const QStringList head{u"tenant: %1"_s.arg(visible(log.tenant)),
        u"device: %1 (%2)"_s.arg(visible(log.facts.name), log.device.toString()),
        u"session: %1, user %2"_s.arg(log.session.id.toString(), visible(log.session.createdBy)),
        u"exported: %1 by %2"_s.arg(TimeText::iso(log.exported), visible(log.exportedBy)), u"zone: UTC"_s, QString(),
        QString()};
    const ResultPart part{logSpec(), rowsOf(log), shownColumns(logSpec(), true), TimeText(QTimeZone::UTC)};
    return (head.join(u'\n') + toText(part)).toUtf8();
}

} // namespace

QByteArray exportLog(const CommandLog &log, LogFormat format)
{
    switch (format) {
    case LogFormat::Json: return toJson(log);
    case LogFormat::Csv: return rowsToCsv(logSpec(), rowsOf(log), true).toUtf8();
    case LogFormat::Text: return toText(log);
    }
    Q_UNREACHABLE_RETURN({});
}

LogFormat logFormatOf(const QString &fileName)
{
    if (fileName.endsWith(".json"_L1, Qt::CaseInsensitive))
        return LogFormat::Json;
    return fileName.endsWith(".csv"_L1, Qt::CaseInsensitive) ? LogFormat::Csv : LogFormat::Text;
}

QString logFileName(const CommandLog &log)
{
    static const QRegularExpression odd(u"[^\\p{L}\\p{N}._-]+"_s);
    QString device = log.facts.name.isEmpty() ? log.device.toString() : log.facts.name;
    device.replace(odd, u"_"_s);
    return u"command-log-%1-session-%2-%3"_s.arg(device, log.session.id.toString(),
        TimeText::iso(log.session.started.isValid() ? log.session.started : log.exported).left(10));
}

} // namespace Sonde::Client
