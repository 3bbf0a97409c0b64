// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/columnchecks.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

using Checks = QMap<QString, CellCheck>;

// ---- what a cell may hold

CellCheck matching(const QString &pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    return [expression](
               const QJsonValue &value) { return value.isString() && expression.match(value.toString()).hasMatch(); };
}

CellCheck text()
{
    return matching(u".+"_s);
}

CellCheck oneOf(const QStringList &words)
{
    return [words](const QJsonValue &value) { return words.contains(value.toString()); };
}

CellCheck path()
{
    return matching(u"(bytes:)?/.*"_s);
}

CellCheck hex(int digits)
{
    return matching(u"[0-9a-f]{%1}"_s.arg(digits));
}

CellCheck boolean()
{
    return [](const QJsonValue &value) { return value.isBool(); };
}

CellCheck whole(qint64 least, qint64 most = std::numeric_limits<qint64>::max())
{
    return [least, most](const QJsonValue &value) {
        const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
        return value.isDouble() && double(number) == value.toDouble() && number >= least && number <= most;
    };
}

CellCheck seconds()
{
    return [](const QJsonValue &value) { return value.isDouble() && value.toDouble() >= 0; };
}

CellCheck time()
{
    const CellCheck form = matching(uR"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{2,3}Z)"_s);
    return [form](const QJsonValue &value) {
        return form(value) && QDateTime::fromString(value.toString(), Qt::ISODateWithMs).isValid();
    };
}

CellCheck listOf(const CellCheck &each)
{
    return [each](const QJsonValue &value) { return value.isArray() && std::ranges::all_of(value.toArray(), each); };
}

/// With just these members.
CellCheck objectOf(const Checks &members)
{
    return [members](const QJsonValue &value) {
        const QJsonObject object = value.toObject();
        return object.keys() == members.keys() && std::ranges::all_of(object.keys(), [&](const QString &name) {
            return members.value(name)(object.value(name));
        });
    };
}

/// What a command has printed: rows or text, and whether that is all.
CellCheck printed()
{
    return [](const QJsonValue &value) {
        const QJsonObject object = value.toObject();
        return object.value(u"bytes"_s).isDouble() && object.value(u"whole"_s).isBool()
            && object.value(u"rows"_s).isDouble() == object.value(u"first_rows"_s).isArray();
    };
}

/// Each member under one of these names.
CellCheck mapOf(const CellCheck &name, const CellCheck &each)
{
    return [name, each](const QJsonValue &value) {
        const QJsonObject object = value.toObject();
        return value.isObject()
            && std::ranges::all_of(object.keys(), [&](const QString &one) { return name(one) && each(object[one]); });
    };
}

CellCheck anything()
{
    return [](const QJsonValue &) { return true; };
}

CellCheck orEmpty(const CellCheck &check)
{
    return [check](const QJsonValue &value) { return value == QJsonValue(QString()) || check(value); };
}

CellCheck fileKind()
{
    return oneOf({u"file"_s, u"directory"_s, u"link"_s, u"named pipe"_s, u"socket"_s, u"character device"_s,
        u"block device"_s, u"unknown"_s});
}

CellCheck mode()
{
    return matching(u"[-dlpscb]([r-][w-][xsStT-]){3}"_s);
}

CellCheck commandState()
{
    return oneOf({u"created"_s, u"pending"_s, u"running"_s, u"downloading"_s, u"completed"_s, u"failed"_s,
        u"cancelled"_s, u"expired"_s, u"rejected"_s, u"interrupted"_s});
}

CellCheck signatureState()
{
    return oneOf({u"none"_s, u"unsigned"_s, u"valid"_s, u"tampered"_s, u"appended"_s, u"expired"_s, u"wrong-usage"_s,
        u"unknown-publisher"_s, u"malformed"_s});
}

CellCheck account()
{
    return matching(u"[^\\s:]+"_s);
}

// clang-format off: tables, a column a line

// ---- the verbs

Checks connect()
{
    return {
        {u"device"_s, text()},
        {u"os"_s, text()},
        {u"architecture"_s, matching(u"[a-z0-9_]+"_s)},
        {u"user_name"_s, account()},
        {u"privileged"_s, boolean()},
        {u"agent_version"_s, matching(uR"(\d+\.\d+\.\d+)"_s)},
        {u"working_directory"_s, path()},
        {u"encoding"_s, oneOf({u"UTF-8"_s})},
        {u"device_time"_s, time()},
        {u"boot_time"_s, time()},
    };
}

Checks dir()
{
    return {
        {u"path"_s, text()},
        {u"isDirectory"_s, boolean()},
        {u"type"_s, fileKind()},
        {u"size"_s, whole(0)},
        {u"created"_s, time()},
        {u"modified"_s, time()},
        {u"hidden"_s, boolean()},
        {u"readOnly"_s, boolean()},
        {u"isCompressed"_s, boolean()},
        {u"owner"_s, account()},
        {u"mode"_s, mode()},
        {u"target"_s, text()},
    };
}

Checks processes()
{
    return {
        {u"name"_s, text()},
        {u"pid"_s, whole(1, 4194304)},
        {u"parent_id"_s, whole(0, 4194304)},
        {u"user_name"_s, account()},
        {u"status"_s, oneOf({u"running"_s, u"sleeping"_s, u"waiting"_s, u"stopped"_s, u"traced"_s, u"zombie"_s, u"idle"_s, u"dead"_s})},
        {u"creation_time"_s, time()},
        {u"command_line"_s, text()},
        {u"image_path"_s, path()},
        {u"cpu_time"_s, seconds()},
        {u"memory_usage.working_set"_s, whole(0)},
        {u"memory_usage.private_bytes"_s, whole(0)},
        {u"session_id"_s, whole(0)},
        {u"image_deleted"_s, boolean()},
        {u"working_directory"_s, path()},
        {u"threads"_s, whole(1)},
        {u"service_name"_s, matching(uR"([^/]+\.(service|scope))"_s)},
        {u"container"_s, text()},
        {u"namespaces"_s, mapOf(oneOf({u"cgroup"_s, u"ipc"_s, u"mnt"_s, u"net"_s, u"pid"_s, u"user"_s, u"uts"_s}), whole(1))},
    };
}

Checks connections()
{
    const CellCheck address = matching(uR"([0-9a-f.:]+(%.+)?)"_s);
    return {
        {u"name"_s, text()},
        {u"pid"_s, whole(1, 4194304)},
        {u"protocol"_s, matching(u"(tcp|udp|udplite|mptcp|sctp|dccp|raw|icmp)6?|(unix|vsock)-(stream|dgram|seqpacket)|packet-(raw|dgram)|netlink|xdp|tipc|[a-z0-9_/-]+"_s)},
        {u"status_display"_s, matching(u"[A-Z0-9_ -]+"_s)},
        {u"local_ip"_s, address},
        {u"local_port"_s, whole(0, 4294967295)},
        {u"remote_ip"_s, address},
        {u"remote_port"_s, whole(0, 4294967295)},
        {u"path"_s, text()},
        {u"user_name"_s, account()},
        {u"process_creation_time"_s, time()},
        {u"network_namespace"_s, whole(1)},
        {u"details"_s, mapOf(matching(u"[a-z_]+"_s), text())},
    };
}

Checks services()
{
    return {
        {u"service_name"_s, text()},
        {u"display_name"_s, text()},
        {u"current_state"_s, oneOf({u"active"_s, u"reloading"_s, u"inactive"_s, u"failed"_s, u"activating"_s, u"deactivating"_s})},
        {u"sub_state"_s, matching(u"[a-z-]+"_s)},
        {u"start_type"_s, matching(u"[a-z-]+"_s)},
        {u"service_type"_s, oneOf({u"simple"_s, u"exec"_s, u"forking"_s, u"oneshot"_s, u"dbus"_s, u"notify"_s, u"notify-reload"_s, u"idle"_s, u"sysv"_s, u"openrc"_s, u"upstart"_s,
            u"runit"_s, u"s6"_s, u"dinit"_s})},
        {u"service_start_name"_s, account()},
        {u"binary_path"_s, text()},
        {u"command_line"_s, text()},
        {u"process_id"_s, whole(1, 4194304)},
        {u"path"_s, path()},
        {u"dependencies"_s, listOf(text())},
    };
}

Checks drivers()
{
    return {
        {u"driver_name"_s, text()},
        {u"service_name"_s, text()},
        {u"service_state"_s, oneOf({u"live"_s, u"loading"_s, u"unloading"_s, u"built-in"_s, u"not loaded"_s})},
        {u"service_type"_s, oneOf({u"kernel module"_s, u"hidden kernel module"_s, u"built-in"_s})},
        {u"driver_loaded"_s, boolean()},
        {u"path"_s, path()},
        {u"description"_s, text()},
        {u"version"_s, text()},
        {u"author"_s, text()},
        {u"license"_s, text()},
        {u"size"_s, whole(0)},
        {u"used_by"_s, listOf(text())},
        {u"signature"_s, text()},
        {u"taints"_s, listOf(matching(u"[a-z-]+"_s))},
    };
}

Checks scheduledtasks()
{
    return {
        {u"id"_s, text()},
        {u"kind"_s, oneOf({u"systemd timer"_s, u"cron"_s, u"run-parts"_s, u"anacron"_s, u"at"_s})},
        {u"is_enabled"_s, boolean()},
        {u"task.registrationInfo.author"_s, account()},
        {u"task.registrationInfo.uri"_s, path()},
        {u"task.principals.principal.userId"_s, account()},
        {u"task.principals.principal.id"_s, account()},
        {u"task.triggers"_s, listOf(objectOf({{u"type"_s, text()}, {u"schedule"_s, text()}}))},
        {u"task.actions.exec"_s, listOf(objectOf({{u"command"_s, text()}, {u"arguments"_s, anything()}, {u"input"_s, anything()}}))},
        {u"next_run"_s, time()},
        {u"last_run"_s, time()},
        {u"environment"_s, listOf(matching(u"[^=]+=.*"_s))},
        {u"time_zone"_s, matching(uR"([A-Za-z]+(/[A-Za-z_]+)*)"_s)},
    };
}

Checks startupfolders()
{
    return {
        {u"filePath"_s, path()},
        {u"executablePath"_s, path()},
        {u"category"_s, text()},
        {u"name"_s, text()},
        {u"commandLine"_s, text()},
        {u"isEnabled"_s, boolean()},
        {u"owner"_s, account()},
        {u"modified"_s, time()},
        {u"details"_s, mapOf(matching(u"[a-z_]+"_s), anything())},
    };
}

Checks persistence()
{
    return {
        {u"method"_s, matching(u"[a-z_]+"_s)},
        {u"name"_s, text()},
        {u"is_enabled"_s, boolean()},
        {u"command"_s, text()},
        {u"path"_s, path()},
        {u"id"_s, matching(u"/[^#]+(#[0-9a-f]{8}(-[0-9]+)?)?"_s)},
        {u"owner"_s, account()},
        {u"created"_s, time()},
        {u"modified"_s, time()},
        {u"details"_s, mapOf(matching(u"[a-z_]+"_s), anything())},
        {u"package"_s, matching(u"[a-z0-9][a-z0-9+.:-]+"_s)},
        {u"explained"_s, boolean()},
        {u"attack"_s, matching(uR"(T\d{4}(\.\d{3})?)"_s)},
        {u"starts"_s, listOf(mapOf(oneOf({u"path"_s, u"package"_s, u"sha256"_s, u"lines"_s}), anything()))},
    };
}

Checks registry()
{
    return {
        {u"key"_s, matching(u"HKEY_.+"_s)},
        {u"name"_s, text()},
        {u"type"_s, matching(u"REG_[A-Z_]+"_s)},
        {u"data"_s, text()},
        {u"last_write_time"_s, time()},
    };
}

Checks fileinfo()
{
    return {
        {u"path"_s, path()},
        {u"type"_s, text()},
        {u"size"_s, whole(0)},
        {u"created"_s, time()},
        {u"modified"_s, time()},
        {u"accessed"_s, time()},
        {u"changed"_s, time()},
        {u"owner"_s, account()},
        {u"group"_s, account()},
        {u"mode"_s, mode()},
        {u"acl"_s, matching(u"(.*(user|group|other|mask):.*)+"_s)},
        {u"md5"_s, hex(32)},
        {u"sha1"_s, hex(40)},
        {u"sha256"_s, hex(64)},
        {u"target"_s, path()},
        {u"inode"_s, whole(1)},
        {u"links"_s, whole(1)},
        {u"package"_s, text()},
        {u"signature"_s, signatureState()},
        {u"capabilities"_s, matching(u"cap_.+"_s)},
        {u"file_flags"_s, matching(u"[a-z-]+(, [a-z-]+)*"_s)},
        {u"extended_attributes"_s, mapOf(matching(u"[a-z]+\\..+"_s), anything())},
        {u"details"_s, mapOf(matching(u"[a-z0-9_]+"_s), anything())},
    };
}

Checks findfile()
{
    return {
        {u"path"_s, path()},
        {u"isDirectory"_s, boolean()},
        {u"size"_s, whole(0)},
        {u"modified"_s, time()},
        {u"type"_s, fileKind()},
    };
}

Checks collect()
{
    return {
        {u"area"_s, oneOf({u"results"_s, u"live_response"_s, u"bodyfile"_s, u"files"_s, u"timeline"_s, u"package"_s})},
        {u"data_point"_s, text()},
        {u"state"_s, oneOf({u"complete"_s, u"partial"_s, u"failed"_s, u"skipped"_s})},
        {u"files"_s, whole(0)},
        {u"size"_s, whole(0)},
        {u"duration"_s, seconds()},
        {u"problems"_s, whole(0)},
        {u"path"_s, matching(u"(results|live_response|bodyfile|timeline).*"_s)},
        {u"sha256"_s, hex(64)},
        {u"details"_s, [](const QJsonValue &value) { return value.isObject(); }},
    };
}

Checks getfile()
{
    return {
        {u"path"_s, path()},
        {u"type"_s, oneOf({u"file"_s, u"archive"_s})},
        {u"size"_s, whole(1)},
        {u"sha256"_s, hex(64)},
        {u"created"_s, time()},
        {u"modified"_s, time()},
        {u"accessed"_s, time()},
        {u"owner"_s, account()},
        {u"mode"_s, mode()},
        {u"files"_s, whole(0)},
    };
}

Checks library()
{
    return {
        {u"fileName"_s, text()},
        {u"description"_s, orEmpty(text())},
        {u"hasParameters"_s, boolean()},
        {u"parametersDescription"_s, orEmpty(text())},
        {u"signature"_s, signatureState()},
        {u"size"_s, whole(0)},
        {u"sha256"_s, hex(64)},
        {u"version"_s, whole(1)},
        {u"createdBy"_s, account()},
        {u"creationTime"_s, time()},
        {u"lastUpdatedTime"_s, time()},
        {u"uses"_s, whole(0)},
    };
}

Checks baseline()
{
    return {
        {u"name"_s, text()},
        {u"verb"_s, text()},
        {u"device"_s, text()},
        {u"taken"_s, time()},
        {u"rows"_s, whole(0)},
        {u"savedBy"_s, account()},
        {u"command_id"_s, whole(1)},
        {u"fileName"_s, text()},
    };
}

Checks putfile()
{
    return {
        {u"path"_s, path()},
        {u"size"_s, whole(0)},
        {u"sha256"_s, hex(64)},
        {u"kept"_s, boolean()},
    };
}

/// Of remediate, undo, isolate and release.
Checks act()
{
    return {
        {u"act"_s, whole(1)},
        {u"type"_s, oneOf({u"file"_s, u"process"_s, u"service"_s, u"scheduledtask"_s, u"startupfolder"_s, u"persistence"_s,
                          u"network"_s})},
        {u"id"_s, text()},
        {u"action"_s, matching(u"[a-z-]+"_s)},
        {u"subject"_s, text()},
        {u"state"_s, matching(u"[a-z-]+"_s)},
        {u"size"_s, whole(0)},
        {u"time"_s, time()},
        {u"user_name"_s, account()},
        {u"reason"_s, text()},
        {u"expires"_s, time()},
        {u"plan"_s, hex(64)},
        {u"details"_s, mapOf(matching(u"[a-z0-9_]+"_s), anything())},
    };
}

/// Of analyze and scan.
Checks examination()
{
    return {
        {u"verdict"_s, oneOf({u"malicious"_s, u"suspicious"_s, u"not-scanned"_s, u"unknown"_s, u"clean"_s})},
        {u"kind"_s, oneOf({u"verdict"_s, u"finding"_s, u"engine"_s})},
        {u"engine"_s, matching(u"[a-z-]+(, [a-z-]+)*"_s)},
        {u"finding"_s, text()},
        {u"evidence"_s, text()},
        {u"path"_s, path()},
        {u"pid"_s, whole(1)},
        {u"part"_s, oneOf({u"file"_s, u"image"_s, u"mapped-file"_s, u"process"_s})},
        {u"size"_s, whole(0)},
        {u"sha256"_s, hex(64)},
        {u"confidence"_s, oneOf({u"low"_s, u"medium"_s, u"high"_s})},
        {u"author"_s, text()},
        {u"license"_s, text()},
        {u"source"_s, text()},
        {u"details"_s, mapOf(matching(u"[a-z0-9_]+"_s), anything())},
    };
}

Checks jobs()
{
    return {
        {u"command_id"_s, whole(1)},
        {u"command_line"_s, text()},
        {u"state"_s, commandState()},
        {u"started"_s, time()},
        {u"progress"_s, matching(uR"(\d+( %)?)"_s)},
        {u"background"_s, boolean()},
    };
}

Checks status()
{
    const CellCheck error = objectOf({{u"code"_s, matching(u"[a-z-]+"_s)}, {u"subject"_s, anything()}, {u"reason"_s, anything()}});
    return {
        {u"command_id"_s, whole(1)},
        {u"command_line"_s, text()},
        {u"state"_s, commandState()},
        {u"started"_s, time()},
        {u"duration_seconds"_s, seconds()},
        {u"background"_s, boolean()},
        {u"errors"_s, listOf(error)},
        {u"output"_s, printed()},
    };
}

// clang-format on

} // namespace

const QMap<QString, QMap<QString, CellCheck>> &columnChecks()
{
    static const QMap<QString, Checks> checks{{u"connect"_s, connect()}, {u"dir"_s, dir()},
        {u"processes"_s, processes()}, {u"connections"_s, connections()}, {u"services"_s, services()},
        {u"drivers"_s, drivers()}, {u"scheduledtasks"_s, scheduledtasks()}, {u"startupfolders"_s, startupfolders()},
        {u"persistence"_s, persistence()}, {u"registry"_s, registry()}, {u"fileinfo"_s, fileinfo()},
        {u"findfile"_s, findfile()}, {u"getfile"_s, getfile()}, {u"baseline"_s, baseline()}, {u"library"_s, library()},
        {u"putfile"_s, putfile()}, {u"collect"_s, collect()}, {u"jobs"_s, jobs()}, {u"status"_s, status()},
        {u"remediate"_s, act()}, {u"undo"_s, act()}, {u"isolate"_s, act()}, {u"release"_s, act()},
        {u"analyze"_s, examination()}, {u"scan"_s, examination()}};
    return checks;
}

} // namespace Sonde
