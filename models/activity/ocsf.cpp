// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/ocsf.h"

#include "protocol/base/codec.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum Class {
    AccountChange = 3001,
    Authentication = 3002,
    EntityManagement = 3004,
    ApiActivity = 6003,
    FileHosting = 6006,
    Remediation = 7001,
};
constexpr int OtherActivity = 99;
constexpr int Informational = 1;
constexpr int Low = 2;
constexpr int RegularFile = 1;

/// Which class an event is of, and its activity there.
struct Mapping {
    QLatin1StringView kind;
    Class uid;
    int activity;
};

// clang-format off: a table
constexpr Mapping mappings[]{
    {"command-accepted"_L1,    ApiActivity,      OtherActivity},
    {"command-rejected"_L1,    ApiActivity,      OtherActivity},
    {"cancel-asked"_L1,        ApiActivity,      OtherActivity},
    {"session-created"_L1,     ApiActivity,      1},
    {"session-disconnected"_L1, ApiActivity,     4},
    {"stepped-in"_L1,          ApiActivity,      OtherActivity},
    {"stepped-back"_L1,        ApiActivity,      OtherActivity},
    {"signed-in"_L1,           Authentication,   1},
    {"sign-in-refused"_L1,     Authentication,   1},
    {"signed-out"_L1,          Authentication,   2},
    {"user-signed-out"_L1,     Authentication,   2},
    {"user-added"_L1,          AccountChange,    1},
    {"user-changed"_L1,        AccountChange,    OtherActivity},
    {"setting-changed"_L1,     EntityManagement, 3},
    {"device-enrolled"_L1,     EntityManagement, 6},
    {"device-removed"_L1,      EntityManagement, 7},
    {"certificate-renewed"_L1, EntityManagement, 3},
    {"device-online"_L1,       EntityManagement, 10},
    {"device-offline"_L1,      EntityManagement, 11},
    {"role-changed"_L1,        EntityManagement, 3},
    {"group-changed"_L1,       EntityManagement, 3},
    {"tags-changed"_L1,        EntityManagement, 3},
    {"server-excepted"_L1,     EntityManagement, 3},
    {"publisher-changed"_L1,   EntityManagement, 3},
    {"role-elevated"_L1,       EntityManagement, 3},
    {"elevation-ended"_L1,     EntityManagement, 3},
    {"approval-requested"_L1,  ApiActivity,      OtherActivity},
    {"approval-decided"_L1,    ApiActivity,      OtherActivity},
    {"break-glass-armed"_L1,   AccountChange,    OtherActivity},
    {"break-glass-used"_L1,    Authentication,   1},
    {"break-glass-ended"_L1,   AccountChange,    OtherActivity},
    {"second-factor-made"_L1,  AccountChange,    OtherActivity},
    {"second-factor-confirmed"_L1, AccountChange, 10},
    {"second-factor-removed"_L1, AccountChange,  11},
    {"second-factor-shown"_L1, Authentication,   OtherActivity},
    {"second-factor-refused"_L1, Authentication, OtherActivity},
    {"library-file-stored"_L1, FileHosting,      1},
    {"library-file-deleted"_L1, FileHosting,     4},
    {"content-removed"_L1,     ApiActivity,      4},
    {"act-planned"_L1,         Remediation,      2},
    {"isolation-changed"_L1,   Remediation,      1},
};
// clang-format on

Mapping mappingOf(const QString &kind)
{
    const auto *found = std::ranges::find(mappings, kind, &Mapping::kind);
    return found == std::end(mappings) ? Mapping{{}, ApiActivity, OtherActivity} : *found;
}

bool isPerson(const QString &actor)
{
    return actor != "service"_L1 && actor != "agent"_L1;
}

QJsonObject actorOf(const QString &name)
{
    return isPerson(name) ? QJsonObject{{u"user"_s, QJsonObject{{u"name"_s, name}}}}
                          : QJsonObject{{u"app_name"_s, QString(u"sonde-"_s + name)}};
}

int statusOf(ActivityOutcome outcome, Class uid)
{
    constexpr int partial = 4;
    switch (outcome) {
    case ActivityOutcome::Underway: return 0;
    case ActivityOutcome::Done:
    case ActivityOutcome::Planned:
    case ActivityOutcome::NotDownloaded:
    case ActivityOutcome::Happened: return 1;
    case ActivityOutcome::Partly: return uid == Remediation ? partial : OtherActivity;
    case ActivityOutcome::Failed:
    case ActivityOutcome::Refused:
    case ActivityOutcome::Cancelled:
    case ActivityOutcome::Interrupted:
    case ActivityOutcome::Expired: return 2;
    }
    Q_UNREACHABLE_RETURN(0);
}

/// Of an account that was changed, or somebody who signed in or tried: the name is the first word of what the record says.
QString accountOf(const ActivityRecord &record)
{
    const bool isAbout = record.kind != "signed-in"_L1 && record.kind != "signed-out"_L1;
    const QString name = isAbout ? record.what.section(u' ', 0, 0) : record.actor;
    return name.isEmpty() ? record.actor : name;
}

QString deviceOf(const ActivityRecord &record, const OcsfSource &source)
{
    const QString name = source.deviceName ? source.deviceName(record.device) : QString();
    return name.isEmpty() ? record.device.value() : name;
}

QJsonObject entityOf(const ActivityRecord &record, const OcsfSource &source)
{
    if (record.device.isValid())
        return {{u"uid"_s, record.device.value()}, {u"name"_s, deviceOf(record, source)}};
    return {{u"name"_s, record.what.section(u':', 0, 0)}};
}

/// Of a line its verb. What is only about a line is something else: whoever approves one has not done it.
QString operationOf(const ActivityRecord &record)
{
    const bool isLine = record.kind == "command-accepted"_L1 || record.kind == "command-rejected"_L1;
    return isLine && !record.what.isEmpty() ? record.what.section(u' ', 0, 0) : record.kind;
}

void addOfClass(QJsonObject &event, const ActivityRecord &record, const OcsfSource &source, Class uid)
{
    const QJsonObject service{{u"name"_s, u"sonde-service"_s}};
    const QJsonObject endpoint{{u"svc_name"_s, u"sonde-service"_s}, {u"name"_s, source.service}};
    switch (uid) {
    case ApiActivity:
        event.insert("actor"_L1, actorOf(record.actor));
        event.insert("src_endpoint"_L1, endpoint);
        event.insert("api"_L1, QJsonObject{{u"operation"_s, operationOf(record)}, {u"service"_s, service}});
        if (record.device.isValid())
            event.insert("resources"_L1,
                QJsonArray{QJsonObject{{u"uid"_s, record.device.value()}, {u"name"_s, deviceOf(record, source)},
                    {u"type"_s, u"device"_s}}});
        break;
    case Authentication:
        event.insert("user"_L1, QJsonObject{{u"name"_s, accountOf(record)}});
        event.insert("service"_L1, service);
        break;
    case AccountChange:
        event.insert("user"_L1, QJsonObject{{u"name"_s, accountOf(record)}});
        event.insert("actor"_L1, actorOf(record.actor));
        break;
    case EntityManagement:
        event.insert("entity"_L1, entityOf(record, source));
        event.insert("actor"_L1, actorOf(record.actor));
        break;
    case FileHosting:
        event.insert("actor"_L1, actorOf(record.actor));
        event.insert("src_endpoint"_L1, endpoint);
        event.insert("file"_L1, QJsonObject{{u"name"_s, record.what}, {u"type_id"_s, RegularFile}});
        break;
    case Remediation:
        event.insert(
            "command_uid"_L1, record.command.isValid() ? record.command.toString() : QString::number(record.number));
        break;
    }
}

/// An undo restores; to isolate and to release have words of their own.
int activityIdOf(const ActivityRecord &record, const Mapping &mapping)
{
    constexpr int restore = 3;
    constexpr int isolate = 1;
    if (record.kind != "act-planned"_L1)
        return mapping.activity;
    if (record.what.startsWith("undo"_L1) || record.what.startsWith("release"_L1))
        return restore;
    return record.what.startsWith("isolate"_L1) ? isolate : mapping.activity;
}

} // namespace

QJsonObject toOcsf(const ActivityRecord &record, const OcsfSource &source)
{
    const Mapping mapping = mappingOf(record.kind);
    const int activity = activityIdOf(record, mapping);
    QJsonObject event{{u"class_uid"_s, int(mapping.uid)}, {u"category_uid"_s, int(mapping.uid) / 1000},
        {u"activity_id"_s, activity}, {u"type_uid"_s, int(mapping.uid) * 100 + activity},
        {u"severity_id"_s, record.outcome == ActivityOutcome::Refused ? Low : Informational},
        {u"time"_s, record.time.toMSecsSinceEpoch()}, {u"status_id"_s, statusOf(record.outcome, mapping.uid)},
        {u"status"_s, Codec::wireName(record.outcome)}, {u"message"_s, QString(record.kind + u' ' + record.what)},
        {u"metadata"_s,
            QJsonObject{{u"version"_s, u"1.8.0"_s}, {u"uid"_s, QString::number(record.number)},
                {u"tenant_uid"_s, source.tenant},
                {u"product"_s,
                    QJsonObject{{u"name"_s, u"Sonde"_s}, {u"vendor_name"_s, u"Sonde contributors"_s},
                        {u"version"_s, QStringLiteral(SONDE_VERSION)}}}}},
        {u"unmapped"_s,
            QJsonObject{{u"kind"_s, record.kind}, {u"line"_s, record.what}, {u"entry"_s, qint64(record.number)},
                {u"device"_s, record.device.value()}, {u"session"_s, qint64(record.session.value())},
                {u"command"_s, qint64(record.command.value())}}}};
    if (activity == OtherActivity)
        event.insert("activity_name"_L1, record.kind);
    addOfClass(event, record, source, mapping.uid);
    return event;
}

} // namespace Sonde::Client
