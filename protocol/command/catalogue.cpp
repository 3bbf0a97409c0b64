// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/catalogue.h"

#include "protocol/base/editdistance.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde {

namespace {

using ValueType::CommandNumber;
using ValueType::Integer;
using ValueType::LibraryName;
using ValueType::Path;
using ValueType::Pid;
using ValueType::RegistryKey;
using ValueType::ServiceName;
using ValueType::TaskName;

QList<ColumnSpec> columnsOf(const Verb &verb)
{
    QList<ColumnSpec> columns;
    for (const Column &column : verb.columns)
        columns.append({QString::fromLatin1(column.id), column.type, column.main, column.unit, column.fleeting,
            column.ofBaseline});
    return columns;
}

ParameterSpec baselineName()
{
    return {.name = u"baseline"_s, .positional = false};
}

// clang-format off: these are tables, a column a line

// ---- what an analyst looks at: the device answers

CommandSpec connect()
{
    return {.verb = Verbs::Connect.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .traits = Trait::OpensSession,
        .columns = columnsOf(Verbs::Connect),
        .examples = {u"connect"_s},
        .singleRow = true};
}

CommandSpec cd()
{
    return {.verb = Verbs::Cd.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"path"_s, .type = Path, .required = true}},
        .traits = Trait::EntersFolder,
        .output = OutputType::Text,
        .examples = {u"cd /var/log"_s, u"cd .."_s, uR"(cd "C:\Program Files")"_s}};
}

CommandSpec dir()
{
    return {.verb = Verbs::Dir.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = {u"ls"_s},
        .parameters = {{.name = u"path"_s, .type = Path}},
        .flags = {{u"full_path"_s, u"path"_s}, {u"relative_path"_s, u"path"_s}},
        .traits = Trait::ListsFolder,
        .columns = columnsOf(Verbs::Dir),
        .identity = {u"path"_s},
        .completes = Completes{u"path"_s},
        .examples = {u"dir"_s, u"dir /etc"_s, u"dir /etc -full_path"_s, u"dir /etc json > etc.txt"_s}};
}

CommandSpec processes()
{
    return {.verb = Verbs::Processes.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = {u"process"_s, u"processus"_s},
        .parameters = {{.name = u"pid"_s, .type = Pid}, {.name = u"name"_s, .positional = false}, baselineName()},
        .columns = columnsOf(Verbs::Processes),
        .readFirst = {u"name"_s, u"pid"_s, u"user_name"_s, u"creation_time"_s, u"cpu_time"_s, u"memory_usage.working_set"_s,
            u"command_line"_s},
        .identity = {u"pid"_s, u"creation_time"_s}, // a process id is used again
        .lasting = {u"name"_s, u"image_path"_s, u"user_name"_s, u"command_line"_s},
        .compared = {u"image_deleted"_s, u"working_directory"_s, u"service_name"_s, u"container"_s},
        .completes = Completes{u"pid"_s, u"name"_s},
        .examples = {u"processes"_s, u"processes 1"_s, u"processes -name systemd"_s, u"processes -baseline golden"_s,
            u"processes -output json"_s}};
}

CommandSpec connections()
{
    return {.verb = Verbs::Connections.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = {u"connexions"_s},
        .parameters = {{.name = u"pid"_s, .type = Pid, .positional = false}, baselineName()},
        .columns = columnsOf(Verbs::Connections),
        .readFirst = {u"name"_s, u"pid"_s, u"status_display"_s, u"remote_ip"_s, u"remote_port"_s, u"local_ip"_s, u"local_port"_s},
        .identity = {u"protocol"_s, u"local_ip"_s, u"local_port"_s, u"remote_ip"_s, u"remote_port"_s, u"path"_s, u"pid"_s,
            u"process_creation_time"_s, u"network_namespace"_s},
        .lasting = {u"name"_s, u"protocol"_s, u"local_ip"_s, u"local_port"_s, u"remote_ip"_s, u"remote_port"_s, u"path"_s},
        .compared = {u"user_name"_s},
        .examples = {
            u"connections"_s, u"connections json"_s, u"connections -pid 1"_s, u"connections > connections.txt"_s}};
}

CommandSpec services()
{
    return {.verb = Verbs::Services.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"name"_s, .type = ServiceName}, baselineName()},
        .columns = columnsOf(Verbs::Services),
        .identity = {u"service_name"_s},
        .lasting = {u"service_name"_s},
        .compared = {u"current_state"_s, u"start_type"_s, u"service_start_name"_s, u"binary_path"_s, u"command_line"_s, u"path"_s},
        .completes = Completes{u"service_name"_s, u"display_name"_s},
        .examples = {u"services"_s, u"services ssh*"_s, u"services -output json"_s}};
}

CommandSpec drivers()
{
    return {.verb = Verbs::Drivers.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {baselineName()},
        .columns = columnsOf(Verbs::Drivers),
        .identity = {u"driver_name"_s},
        .lasting = {u"driver_name"_s},
        .compared = {u"service_state"_s, u"driver_loaded"_s, u"path"_s, u"version"_s, u"signature"_s, u"taints"_s},
        .examples = {u"drivers"_s, u"drivers -output json"_s}};
}

CommandSpec scheduledtasks()
{
    return {.verb = Verbs::Scheduledtasks.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"name"_s, .type = TaskName}, baselineName()},
        .columns = columnsOf(Verbs::Scheduledtasks),
        .identity = {u"id"_s},
        .lasting = {u"id"_s},
        .compared = {u"is_enabled"_s, u"task.registrationInfo.author"_s, u"task.principals.principal.userId"_s,
            u"task.triggers"_s, u"task.actions.exec"_s},
        .completes = Completes{u"id"_s, u"kind"_s},
        .examples = {u"scheduledtasks"_s, u"scheduledtasks *apt*"_s, u"scheduledtasks -output json"_s}};
}

CommandSpec startupfolders()
{
    return {.verb = Verbs::Startupfolders.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .columns = columnsOf(Verbs::Startupfolders),
        .identity = {u"filePath"_s},
        .examples = {u"startupfolders"_s, u"startupfolders json"_s}};
}

CommandSpec persistence()
{
    return {.verb = Verbs::Persistence.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = {u"persistance"_s},
        .parameters = {baselineName()},
        .columns = columnsOf(Verbs::Persistence),
        .groupedBy = u"method"_s,
        .identity = {u"method"_s, u"path"_s, u"name"_s, u"command"_s},
        .lasting = {u"method"_s, u"path"_s, u"name"_s},
        .compared = {u"is_enabled"_s, u"command"_s, u"owner"_s, u"modified"_s},
        .examples = {u"persistence"_s, u"persistence -baseline golden"_s, u"persistence json > persistence.json"_s}};
}

CommandSpec registry()
{
    return {.verb = Verbs::Registry.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = {u"registre"_s},
        .parameters = {{.name = u"key"_s, .type = RegistryKey, .required = true}},
        .platforms = Platform::Windows,
        .columns = columnsOf(Verbs::Registry),
        .identity = {u"key"_s, u"name"_s},
        .completes = Completes{u"key"_s},
        .examples = {uR"(registry HKEY_CURRENT_USER\Console)"_s, uR"(registry HKEY_CURRENT_USER\Console\\ScreenBufferSize)"_s}};
}

CommandSpec fileinfo()
{
    return {.verb = Verbs::Fileinfo.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"path"_s, .type = Path, .required = true}},
        .columns = columnsOf(Verbs::Fileinfo),
        .readFirst = {u"path"_s, u"type"_s, u"size"_s, u"sha256"_s},
        .identity = {u"path"_s},
        .examples = {u"fileinfo /bin/sh"_s, uR"(fileinfo "C:\Windows\notepad.exe")"_s},
        .singleRow = true};
}

CommandSpec findfile()
{
    return {.verb = Verbs::Findfile.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"name"_s, .required = true}, {.name = u"path"_s, .type = Path, .positional = false},
            {.name = u"max"_s, .type = Integer, .positional = false}},
        .flags = {{u"everywhere"_s}},
        .timeLimit = 30min,
        .columns = columnsOf(Verbs::Findfile),
        .readFirst = {u"path"_s, u"type"_s},
        .identity = {u"path"_s},
        .examples = {
            u"findfile passwd"_s, u"findfile *.service -path /etc"_s, u"findfile core.* -path /var -max 100 &"_s}};
}

CommandSpec getfile()
{
    return {.verb = Verbs::Getfile.name,
        .needs = onDevice(Permission::FileCollection),
        .aliases = {u"download"_s},
        .parameters = {{.name = u"path"_s, .type = Path, .required = true}},
        .flags = {{u"auto"_s}, {u"quarantine"_s}},
        .traits = Trait::MakesEvidence,
        .timeLimit = 30min,
        .columns = columnsOf(Verbs::Getfile),
        .resumable = true,
        .examples = {u"getfile /etc/passwd"_s, u"getfile /var/log/*.log &"_s, u"getfile /etc -auto"_s, u"getfile -quarantine 7"_s,
            uR"(getfile "C:\Windows\System32\drivers\etc\hosts")"_s},
        .singleRow = true};
}

// ---- the library: what the team has ready, and what a device is given of it

CommandSpec library()
{
    return {.verb = Verbs::Library.name,
        .needs = onDevice(Permission::LibraryUse),
        .actionNeeds = {{u"delete"_s, onTenant(Permission::LibraryManage)}},
        .parameters = {{.name = u"action"_s, .choices = {u"list"_s, u"delete"_s}},
            {.name = u"name"_s, .type = LibraryName}},
        .runs = Runs::Service,
        .columns = columnsOf(Verbs::Library),
        .identity = {u"fileName"_s},
        .examples = {u"library"_s, u"library delete old.ps1"_s}};
}

CommandSpec baseline()
{
    return {.verb = Verbs::Baseline.name,
        .needs = onDevice(Permission::LibraryUse),
        .actionNeeds = {{u"save"_s, onTenant(Permission::LibraryManage)}, {u"delete"_s, onTenant(Permission::LibraryManage)}},
        .parameters = {{.name = u"action"_s, .choices = {u"list"_s, u"save"_s, u"delete"_s}}, {.name = u"name"_s}},
        .runs = Runs::Service,
        .columns = columnsOf(Verbs::Baseline),
        .identity = {u"fileName"_s},
        .examples = {u"baseline"_s, u"baseline save golden"_s, u"baseline delete golden"_s}};
}

CommandSpec putfile()
{
    return {.verb = Verbs::Putfile.name,
        .needs = onDevice(Permission::AdvancedLiveResponse, Permission::LibraryUse),
        .parameters = {{.name = u"name"_s, .type = LibraryName, .required = true}},
        .flags = {{u"overwrite"_s}, {u"keep"_s}},
        .traits = Trait::NeedsLibraryFile,
        .columns = columnsOf(Verbs::Putfile),
        .examples = {u"putfile triage.sh"_s, u"putfile tool.exe -overwrite -keep"_s},
        .singleRow = true};
}

CommandSpec run()
{
    return {.verb = Verbs::Run.name,
        .needs = onDevice(Permission::AdvancedLiveResponse, Permission::LibraryUse),
        .parameters = {{.name = u"name"_s, .type = LibraryName, .required = true}, {.name = u"parameters"_s}},
        .traits = Trait::NeedsLibraryFile | Trait::RunsScript,
        .timeLimit = 30min,
        .output = OutputType::Text,
        .examples = {u"run triage.sh"_s, uR"(run triage.sh -parameters "-processName Registry")"_s, u"run collect.sh &"_s}};
}

// ---- acts, and taking them back

QStringList entityTypes()
{
    return {u"file"_s, u"process"_s, u"service"_s, u"scheduledtask"_s, u"startupfolder"_s, u"persistence"_s, u"registry"_s};
}

CommandSpec act(const Verb &verb, const QStringList &types)
{
    return {.verb = verb.name,
        .needs = onDevice(Permission::Response),
        .parameters = {{.name = u"type"_s, .required = true, .choices = types}, {.name = u"id"_s},
            {.name = u"reason"_s, .positional = false}, {.name = u"approve"_s, .positional = false}},
        .platforms = Platform::Linux | Platform::Windows,
        .traits = Trait::Acts,
        .columns = columnsOf(verb)};
}

CommandSpec remediate()
{
    CommandSpec remediate = act(Verbs::Remediate, entityTypes() + QStringList{u"list"_s});
    remediate.parameters.insert(2, {.name = u"more"_s, .choices = entityTypes(), .takesPairs = true});
    remediate.aliases = {u"corriger"_s};
    remediate.flags = {{u"auto"_s}, {u"plan"_s}, {u"tree"_s}};
    remediate.examples = {u"remediate file /tmp/evil -plan"_s, u"remediate process 4242 -auto -tree"_s,
        uR"(remediate file /tmp/evil -reason "case 7")"_s, u"remediate process 4242 service evil file /tmp/evil -auto"_s,
        u"remediate list"_s};
    return remediate;
}

CommandSpec undo()
{
    CommandSpec undo = act(Verbs::Undo, entityTypes() + QStringList{u"several"_s});
    undo.flags = {{u"plan"_s}, {u"replace"_s, u"conflict"_s}, {u"beside"_s, u"conflict"_s}};
    undo.examples = {u"undo file /tmp/evil"_s, u"undo file /tmp/evil -beside"_s, u"undo several 7"_s};
    return undo;
}

CommandSpec network(const Verb &verb)
{
    return {.verb = verb.name,
        .needs = onDevice(Permission::Response),
        .parameters = {{.name = u"reason"_s, .positional = false}, {.name = u"approve"_s, .positional = false}},
        .flags = {{u"plan"_s}},
        .platforms = Platform::Linux,
        .traits = Trait::Acts,
        .columns = columnsOf(verb)};
}

CommandSpec isolate()
{
    CommandSpec isolate = network(Verbs::Isolate);
    isolate.examples = {u"isolate -plan"_s, uR"(isolate -reason "case 7")"_s};
    return isolate;
}

CommandSpec release()
{
    CommandSpec release = network(Verbs::Release);
    release.examples = {u"release"_s, uR"(release -reason "case 7 is closed")"_s};
    return release;
}

// ---- what something is worth

CommandSpec analyze()
{
    return {.verb = Verbs::Analyze.name,
        .needs = onDevice(Permission::AdvancedLiveResponse),
        .aliases = {u"analyser"_s},
        .parameters = {{.name = u"type"_s, .required = true, .choices = {u"file"_s, u"process"_s}},
            {.name = u"id"_s, .required = true}},
        .platforms = Platform::Linux,
        .traits = Trait::Examines,
        .columns = columnsOf(Verbs::Analyze),
        .identity = {u"kind"_s, u"engine"_s, u"finding"_s, u"path"_s, u"pid"_s, u"part"_s},
        .examples = {u"analyze file /usr/bin/env"_s, u"analyze process 1"_s}};
}

CommandSpec scan()
{
    return {.verb = Verbs::Scan.name,
        .needs = onDevice(Permission::AdvancedLiveResponse),
        .parameters = {{.name = u"path"_s, .type = Path}},
        .platforms = Platform::Linux,
        .traits = Trait::Examines,
        .timeLimit = 4h,
        .columns = columnsOf(Verbs::Scan),
        .resumable = true,
        .identity = {u"kind"_s, u"engine"_s, u"finding"_s, u"path"_s},
        .examples = {u"scan"_s, u"scan /home &"_s}};
}

// ---- all that is worth taking away

CommandSpec collect()
{
    return {.verb = Verbs::Collect.name,
        .needs = onDevice(Permission::AdvancedLiveResponse, Permission::FileCollection),
        .parameters = {{.name = u"output_folder"_s}, {.name = u"profile"_s, .choices = {u"triage"_s, u"full"_s}, .positional = false},
            {.name = u"since"_s, .type = ValueType::Time, .positional = false},
            {.name = u"size"_s, .type = ValueType::Size, .positional = false},
            {.name = u"time"_s, .type = ValueType::Duration, .positional = false},
            {.name = u"encrypt"_s, .type = LibraryName, .positional = false}},
        .flags = {{u"memory"_s}},
        .platforms = Platform::Linux,
        .traits = Trait::MakesEvidence | Trait::Collects,
        .timeLimit = 4h,
        .columns = columnsOf(Verbs::Collect),
        .identity = {u"area"_s, u"data_point"_s},
        .examples = {u"collect"_s, u"collect -profile full -since 7d &"_s, u"collect case-7 -size 500M -time 10m"_s,
            u"collect -encrypt case-7.pem"_s}};
}

// ---- the session's own jobs: the service knows

CommandSpec jobs()
{
    return {.verb = Verbs::Jobs.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = {u"tâches"_s},
        .runs = Runs::Service,
        .columns = columnsOf(Verbs::Jobs),
        .identity = {u"command_id"_s},
        .examples = {u"jobs"_s}};
}

CommandSpec status()
{
    return {.verb = Verbs::Status.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"command_id"_s, .type = CommandNumber, .required = true}},
        .runs = Runs::Service,
        .columns = columnsOf(Verbs::Status),
        .examples = {u"status 1234"_s},
        .singleRow = true};
}

CommandSpec fg()
{
    return {.verb = Verbs::Fg.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .parameters = {{.name = u"command_id"_s, .type = CommandNumber, .required = true}},
        .runs = Runs::Service,
        .traits = Trait::WantsOpenCommand,
        .output = OutputType::Text,
        .examples = {u"fg 1234"_s}};
}

// ---- the front end itself

CommandSpec console(const Verb &verb, Trait trait, const QStringList &aliases = {})
{
    return {.verb = verb.name,
        .needs = onDevice(Permission::BasicLiveResponse),
        .aliases = aliases,
        .runs = Runs::Console,
        .traits = trait,
        .output = OutputType::Text,
        .examples = {verb.name}};
}

CommandSpec help()
{
    CommandSpec help = console(Verbs::Help, Trait::ShowsHelp, {u"aide"_s});
    help.parameters = {{.name = u"command"_s, .type = ValueType::Verb}};
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

std::optional<ValueType> CommandSpec::completedType() const
{
    return completes ? std::optional(columns.at(columnIndex(completes->value)).type) : std::nullopt;
}

Catalogue::Catalogue()
    : m_commands{
          analyze(),
          baseline(),
          cd(),
          console(Verbs::Cls, Trait::ClearsConsole),
          collect(),
          connect(),
          connections(),
          dir(),
          console(Verbs::Disconnect, Trait::EndsSession, {u"quit"_s, u"exit"_s}),
          drivers(),
          fg(),
          fileinfo(),
          findfile(),
          getfile(),
          help(),
          isolate(),
          jobs(),
          library(),
          persistence(),
          processes(),
          putfile(),
          registry(),
          release(),
          remediate(),
          run(),
          scan(),
          scheduledtasks(),
          services(),
          startupfolders(),
          status(),
          console(Verbs::Trace, Trait::TracesConsole),
          undo(),
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

const CommandSpec *Catalogue::completing(ValueType type) const
{
    const auto found = std::ranges::find(m_commands, type, &CommandSpec::completedType);
    return found == m_commands.end() ? nullptr : &*found;
}

QStringList Catalogue::meanings(QStringView typed)
{
    // French for an antivirus scan, and how the British write analyze.
    if (folded(typed) == u"analyse")
        return {Verbs::Analyze.name, Verbs::Scan.name};
    return {};
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
