// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/catalogue.h"

#include "protocol/base/editdistance.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde {

namespace {

using enum ValueType;
constexpr bool Detail = false; ///< a column that JSON has and a table does not show

// clang-format off: these are tables, a column a line

// ---- what an analyst looks at: the device answers

CommandSpec connect()
{
    return {.verb = u"connect"_s,
        .columns =
            {
                {u"device"_s},
                {u"os"_s},
                {u"architecture"_s},
                {u"user_name"_s},
                {u"privileged"_s, Boolean},
                {u"agent_version"_s},
                {u"working_directory"_s, Path},
                {u"encoding"_s},
                {u"device_time"_s, Time},
                {u"boot_time"_s, Time},
            },
        .examples = {u"connect"_s},
        .singleRow = true};
}

CommandSpec cd()
{
    return {.verb = u"cd"_s,
        .parameters = {{.name = u"path"_s, .type = Path, .required = true}},
        .output = OutputType::Text,
        .examples = {u"cd /var/log"_s, u"cd .."_s, uR"(cd "C:\Program Files")"_s}};
}

CommandSpec dir()
{
    return {.verb = u"dir"_s,
        .aliases = {u"ls"_s},
        .parameters = {{.name = u"path"_s, .type = Path}},
        .flags = {{u"full_path"_s, u"path"_s}, {u"relative_path"_s, u"path"_s}},
        .columns =
            {
                {u"path"_s, Path},
                {u"isDirectory"_s, Boolean, Detail},
                {u"type"_s},
                {u"size"_s, Size},
                {u"created"_s, Time, Detail},
                {u"modified"_s, Time},
                {u"hidden"_s, Boolean, Detail},
                {u"readOnly"_s, Boolean, Detail},
                {u"isCompressed"_s, Boolean, Detail},
                {u"owner"_s},
                {u"mode"_s},
                {u"target"_s, Path},
            },
        .identity = {u"path"_s},
        .examples = {u"dir"_s, u"dir /etc"_s, u"dir /etc -full_path"_s, u"dir /etc json > etc.txt"_s}};
}

CommandSpec processes()
{
    return {.verb = u"processes"_s,
        .aliases = {u"process"_s, u"processus"_s},
        .parameters = {{.name = u"pid"_s, .type = Pid}, {.name = u"name"_s, .positional = false}},
        .columns =
            {
                {u"name"_s},
                {u"pid"_s, Pid},
                {u"parent_id"_s, Pid},
                {u"user_name"_s},
                {u"status"_s},
                {u"creation_time"_s, Time},
                {u"command_line"_s},
                {u"image_path"_s, Path, Detail},
                {u"cpu_time"_s, Duration},
                {u"memory_usage.working_set"_s, Size},
                {u"memory_usage.private_bytes"_s, Size, Detail},
                {u"session_id"_s, Integer, Detail},
                {u"image_deleted"_s, Boolean, Detail},
                {u"working_directory"_s, Path, Detail},
                {u"threads"_s, Integer, Detail},
                {u"service_name"_s, ServiceName, Detail},
                {u"container"_s, Text, Detail},     // null: the host's own
                {u"namespaces"_s, Object, Detail}, // those that are not the host's, by kind
            },
        .identity = {u"pid"_s, u"creation_time"_s}, // a process id is used again
        .examples = {u"processes"_s, u"processes 1"_s, u"processes -name systemd"_s, u"processes -output json"_s}};
}

CommandSpec connections()
{
    return {.verb = u"connections"_s,
        .aliases = {u"connexions"_s},
        .parameters = {{.name = u"pid"_s, .type = Pid, .positional = false}},
        .columns =
            {
                {u"name"_s},
                {u"pid"_s, Pid},
                {u"protocol"_s},
                {u"status_display"_s},
                {u"local_ip"_s, Address},
                {u"local_port"_s, Integer},
                {u"remote_ip"_s, Address},
                {u"remote_port"_s, Integer},
                {u"path"_s, Path}, // of a Unix socket; an abstract one begins with @
                {u"user_name"_s},
                {u"process_creation_time"_s, Time, Detail},
                {u"network_namespace"_s, Integer, Detail}, // null: the agent's own
            },
        .identity = {u"protocol"_s, u"local_ip"_s, u"local_port"_s, u"remote_ip"_s, u"remote_port"_s, u"path"_s, u"pid"_s,
            u"process_creation_time"_s, u"network_namespace"_s},
        .examples = {
            u"connections"_s, u"connections json"_s, u"connections -pid 1"_s, u"connections > connections.txt"_s}};
}

CommandSpec services()
{
    return {.verb = u"services"_s,
        .parameters = {{.name = u"name"_s, .type = ServiceName}},
        .columns =
            {
                {u"service_name"_s, ServiceName},
                {u"display_name"_s},
                {u"current_state"_s},
                {u"sub_state"_s, Text, Detail},
                {u"start_type"_s},
                {u"service_type"_s, Text, Detail},
                {u"service_start_name"_s}, // the account it runs as
                {u"binary_path"_s, Path},
                {u"command_line"_s, Text, Detail},
                {u"process_id"_s, Pid},
                {u"path"_s, Path, Detail}, // of the file that defines it
                {u"dependencies"_s, Object, Detail},
            },
        .identity = {u"service_name"_s},
        .examples = {u"services"_s, u"services ssh*"_s, u"services -output json"_s}};
}

CommandSpec drivers()
{
    return {.verb = u"drivers"_s,
        .columns =
            {
                {u"driver_name"_s},
                {u"service_name"_s, Text, Detail},
                {u"service_state"_s},
                {u"service_type"_s, Text, Detail},
                {u"driver_loaded"_s, Boolean},
                {u"path"_s, Path},
                {u"description"_s},
                {u"version"_s, Text, Detail},
                {u"author"_s, Text, Detail},
                {u"license"_s, Text, Detail},
                {u"size"_s, Size},
                {u"used_by"_s, Object, Detail},
                {u"signature"_s}, // "none", or who signed the file
                {u"taints"_s, Object, Detail}, // "out-of-tree", "unsigned"…
            },
        .identity = {u"driver_name"_s},
        .examples = {u"drivers"_s, u"drivers -output json"_s}};
}

CommandSpec scheduledtasks()
{
    return {.verb = u"scheduledtasks"_s,
        .parameters = {{.name = u"name"_s, .type = TaskName}},
        .columns =
            {
                {u"id"_s, TaskName},
                {u"kind"_s}, // systemd timer, cron, anacron, at
                {u"is_enabled"_s, Boolean},
                {u"task.registrationInfo.author"_s, Text, Detail},
                {u"task.registrationInfo.uri"_s, Path, Detail}, // the file that defines it
                {u"task.principals.principal.userId"_s},
                {u"task.principals.principal.id"_s, Text, Detail},
                {u"task.triggers"_s, Object},
                {u"task.actions.exec"_s, Object},
                {u"next_run"_s, Time},
                {u"last_run"_s, Time, Detail},
            },
        .identity = {u"id"_s},
        .examples = {u"scheduledtasks"_s, u"scheduledtasks *apt*"_s, u"scheduledtasks -output json"_s}};
}

CommandSpec startupfolders()
{
    return {.verb = u"startupfolders"_s,
        .columns =
            {
                {u"filePath"_s, Path},
                {u"executablePath"_s, Path},
                {u"category"_s}, // whose folder it is: all users', or one user's
                {u"name"_s},
                {u"commandLine"_s, Text, Detail},
                {u"isEnabled"_s, Boolean},
                {u"owner"_s},
                {u"modified"_s, Time},
                {u"details"_s, Object, Detail}, // why it is not enabled, on which desktops it starts
            },
        .identity = {u"filePath"_s},
        .examples = {u"startupfolders"_s, u"startupfolders json"_s}};
}

CommandSpec persistence()
{
    return {.verb = u"persistence"_s,
        .aliases = {u"persistance"_s},
        .columns =
            {
                {u"method"_s},
                {u"name"_s},
                {u"is_enabled"_s, Boolean},
                {u"command"_s}, // what it starts
                {u"path"_s, Path}, // where it is written
                {u"owner"_s},
                {u"created"_s, Time, Detail},
                {u"modified"_s, Time},
                {u"details"_s, Object, Detail},
            },
        .groupedBy = u"method"_s,
        .identity = {u"method"_s, u"path"_s, u"name"_s, u"command"_s},
        .examples = {u"persistence"_s, u"persistence json > persistence.json"_s}};
}

CommandSpec registry()
{
    return {.verb = u"registry"_s,
        .aliases = {u"registre"_s},
        .parameters = {{.name = u"key"_s, .type = RegistryKey, .required = true}},
        .platforms = Platform::Windows,
        .columns =
            {
                {u"key"_s, RegistryKey},
                {u"name"_s},
                {u"type"_s},
                {u"data"_s},
                {u"last_write_time"_s, Time, Detail},
            },
        .identity = {u"key"_s, u"name"_s},
        .examples = {uR"(registry HKEY_CURRENT_USER\Console)"_s, uR"(registry HKEY_CURRENT_USER\Console\\ScreenBufferSize)"_s}};
}

CommandSpec fileinfo()
{
    return {.verb = u"fileinfo"_s,
        .parameters = {{.name = u"path"_s, .type = Path, .required = true}},
        .columns =
            {
                {u"path"_s, Path},
                {u"type"_s},
                {u"size"_s, Size},
                {u"created"_s, Time},
                {u"modified"_s, Time},
                {u"accessed"_s, Time},
                {u"changed"_s, Time},
                {u"owner"_s},
                {u"group"_s},
                {u"mode"_s},
                {u"acl"_s},
                {u"md5"_s},
                {u"sha1"_s},
                {u"sha256"_s},
                {u"target"_s, Path},
                {u"inode"_s, Integer},
                {u"links"_s, Integer},
                {u"package"_s},              // the installed package that owns it
                {u"signature"_s},            // what a signature inside it is worth, where its format has one
                {u"capabilities"_s},
                {u"file_flags"_s},           // immutable, append-only…
                {u"extended_attributes"_s, Object},
                {u"details"_s, Object},      // what its format tells: fileformat.h
            },
        .identity = {u"path"_s},
        .examples = {u"fileinfo /bin/sh"_s, uR"(fileinfo "C:\Windows\notepad.exe")"_s},
        .singleRow = true};
}

CommandSpec findfile()
{
    return {.verb = u"findfile"_s,
        .parameters = {{.name = u"name"_s, .required = true}, {.name = u"path"_s, .type = Path, .positional = false},
            {.name = u"max"_s, .type = Integer, .positional = false}},
        .flags = {{u"everywhere"_s}},
        .timeLimit = 30min,
        .columns =
            {
                {u"path"_s, Path},
                {u"isDirectory"_s, Boolean},
                {u"size"_s, Size},
                {u"modified"_s, Time},
            },
        .identity = {u"path"_s},
        .examples = {
            u"findfile passwd"_s, u"findfile *.service -path /etc"_s, u"findfile core.* -path /var -max 100 &"_s}};
}

CommandSpec getfile()
{
    return {.verb = u"getfile"_s,
        .aliases = {u"download"_s},
        .parameters = {{.name = u"path"_s, .type = Path, .required = true}},
        .flags = {{u"auto"_s}},
        .timeLimit = 30min,
        .columns =
            {
                {u"path"_s, Path},
                {u"type"_s},
                {u"size"_s, Size},
                {u"sha256"_s},
                {u"created"_s, Time, Detail},
                {u"modified"_s, Time},
                {u"accessed"_s, Time, Detail},
                {u"owner"_s},
                {u"mode"_s, Text, Detail},
                {u"files"_s, Integer, Detail}, // in the archive that was made of a directory or a pattern
            },
        .resumable = true,
        .examples = {u"getfile /etc/passwd"_s, u"getfile /var/log/*.log &"_s, u"getfile /etc -auto"_s,
            uR"(getfile "C:\Windows\System32\drivers\etc\hosts")"_s},
        .singleRow = true};
}

// ---- the library: what the team has ready, and what a device is given of it

CommandSpec library()
{
    return {.verb = u"library"_s,
        .parameters = {{.name = u"action"_s, .choices = {u"list"_s, u"delete"_s}},
            {.name = u"name"_s, .type = LibraryName}},
        .level = Level::Advanced,
        .runs = Runs::Service,
        .columns =
            {
                {u"fileName"_s, LibraryName},
                {u"description"_s},
                {u"hasParameters"_s, Boolean},
                {u"parametersDescription"_s, Text, Detail},
                {u"signature"_s},
                {u"size"_s, Size},
                {u"sha256"_s, Text, Detail},
                {u"version"_s, Integer, Detail},
                {u"createdBy"_s},
                {u"creationTime"_s, Time, Detail},
                {u"lastUpdatedTime"_s, Time},
                {u"uses"_s, Integer, Detail},
            },
        .identity = {u"fileName"_s},
        .examples = {u"library"_s, u"library delete old.ps1"_s}};
}

CommandSpec putfile()
{
    return {.verb = u"putfile"_s,
        .parameters = {{.name = u"name"_s, .type = LibraryName, .required = true}},
        .flags = {{u"overwrite"_s}, {u"keep"_s}},
        .level = Level::Advanced,
        .columns =
            {
                {u"path"_s, Path},
                {u"size"_s, Size},
                {u"sha256"_s},
                {u"kept"_s, Boolean},
            },
        .examples = {u"putfile triage.sh"_s, u"putfile tool.exe -overwrite -keep"_s},
        .singleRow = true};
}

CommandSpec run()
{
    return {.verb = u"run"_s,
        .parameters = {{.name = u"name"_s, .type = LibraryName, .required = true}, {.name = u"parameters"_s}},
        .level = Level::Advanced,
        .timeLimit = 30min,
        .output = OutputType::Text,
        .examples = {u"run triage.sh"_s, uR"(run triage.sh -parameters "-processName Registry")"_s, u"run collect.sh &"_s}};
}

// ---- the session's own jobs: the service knows

CommandSpec jobs()
{
    return {.verb = u"jobs"_s,
        .aliases = {u"tâches"_s},
        .runs = Runs::Service,
        .columns =
            {
                {u"command_id"_s, CommandNumber},
                {u"command_line"_s},
                {u"state"_s},
                {u"started"_s, Time},
                {u"progress"_s}, // "42 %" or a count; null when the command cannot know
                {u"background"_s, Boolean},
            },
        .identity = {u"command_id"_s},
        .examples = {u"jobs"_s}};
}

CommandSpec status()
{
    return {.verb = u"status"_s,
        .parameters = {{.name = u"command_id"_s, .type = CommandNumber, .required = true}},
        .runs = Runs::Service,
        .columns =
            {
                {u"command_id"_s, CommandNumber},
                {u"command_line"_s},
                {u"state"_s},
                {u"started"_s, Time},
                {u"duration_seconds"_s, Duration},
                {u"background"_s, Boolean},
                {u"errors"_s, Object},
                {u"output"_s, Object},
            },
        .examples = {u"status 1234"_s},
        .singleRow = true};
}

CommandSpec fg()
{
    return {.verb = u"fg"_s,
        .parameters = {{.name = u"command_id"_s, .type = CommandNumber, .required = true}},
        .runs = Runs::Service,
        .output = OutputType::Text,
        .examples = {u"fg 1234"_s}};
}

// ---- the front end itself

CommandSpec console(const QString &verb, const QStringList &aliases = {})
{
    return {.verb = verb, .aliases = aliases, .runs = Runs::Console, .output = OutputType::Text, .examples = {verb}};
}

CommandSpec help()
{
    CommandSpec help = console(u"help"_s, {u"aide"_s});
    help.parameters = {{.name = u"command"_s, .type = Verb}};
    help.examples = {u"help"_s, u"help findfile"_s};
    return help;
}

// ---- names

/// One spelling of a name whatever the keyboard made of it: "TÂCHES", and "tâches" with a combining circumflex.
QString folded(QStringView name)
{
    return name.toString().normalized(QString::NormalizationForm_C).toCaseFolded();
}

// clang-format on

} // namespace

const ParameterSpec *CommandSpec::parameter(QStringView name) const
{
    const auto found = std::ranges::find_if(
        parameters, [&](const auto &spec) { return name.compare(spec.name, Qt::CaseInsensitive) == 0; });
    return found == parameters.end() ? nullptr : &*found;
}

const FlagSpec *CommandSpec::flag(QStringView name) const
{
    const auto found = std::ranges::find_if(
        flags, [&](const auto &spec) { return name.compare(spec.name, Qt::CaseInsensitive) == 0; });
    return found == flags.end() ? nullptr : &*found;
}

qsizetype CommandSpec::columnIndex(QStringView id) const
{
    const auto found = std::ranges::find(columns, id, &ColumnSpec::id);
    return found == columns.end() ? -1 : std::distance(columns.begin(), found);
}

Catalogue::Catalogue()
    : m_commands{
          cd(),
          console(u"cls"_s),
          connect(),
          connections(),
          dir(),
          console(u"disconnect"_s, {u"quit"_s, u"exit"_s}),
          drivers(),
          fg(),
          fileinfo(),
          findfile(),
          getfile(),
          help(),
          jobs(),
          library(),
          persistence(),
          processes(),
          putfile(),
          registry(),
          run(),
          scheduledtasks(),
          services(),
          startupfolders(),
          status(),
          console(u"trace"_s),
      }
{
}

const Catalogue &Catalogue::instance()
{
    static const Catalogue catalogue;
    return catalogue;
}

const CommandSpec *Catalogue::find(QStringView verbOrAlias) const
{
    const QString wanted = folded(verbOrAlias);
    const auto found = std::ranges::find_if(
        m_commands, [&](const auto &command) { return command.verb == wanted || command.aliases.contains(wanted); });
    return found == m_commands.end() ? nullptr : &*found;
}

QStringList Catalogue::nearestVerbs(QStringView typed) const
{
    constexpr qsizetype longestWorthwhile = 40;
    if (typed.isEmpty() || typed.size() > longestWorthwhile)
        return {};
    const QString wanted = folded(typed);
    const int near = nearDistance(wanted);

    QList<std::pair<int, QString>> candidates;
    for (const auto &command : m_commands) {
        int best = typingDistance(wanted, command.verb);
        for (const auto &alias : command.aliases)
            best = std::min(best, typingDistance(wanted, alias));
        if (best <= near)
            candidates.emplaceBack(best, command.verb);
    }
    std::ranges::sort(candidates);

    QStringList verbs;
    for (const auto &candidate : candidates.first(std::min<qsizetype>(3, candidates.size())))
        verbs += candidate.second;
    return verbs;
}

} // namespace Sonde
