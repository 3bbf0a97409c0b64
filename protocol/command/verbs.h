// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QString>
#include <span>
#include <string_view>

/// The verbs and the columns of their rows, as the compiler knows them: the catalogue's entries are made from them, and a row that does
/// not fill just these columns does not compile (row.h). What a column means is said to people by Words::columnPurpose().
namespace Sonde {

/// What a column's values count in, as they travel and as JSON has them; a table shows them as its reader is used to.
enum class Unit { None, Bytes, Seconds, Utc };

constexpr Unit unitOf(ValueType type)
{
    switch (type) {
    case ValueType::Size: return Unit::Bytes;
    case ValueType::Duration: return Unit::Seconds;
    case ValueType::Time: return Unit::Utc;
    default: return Unit::None;
    }
}

/// One column of a verb's rows. A dotted id ("memory_usage.working_set") is one nested JSON object's member.
struct Column {
    std::string_view id;
    ValueType type = ValueType::Text;
    bool main = true; ///< false: JSON has it, and a table only when it is asked for
    Unit unit = unitOf(type);
    bool fleeting =
        type == ValueType::Duration; ///< another one whenever one looks: no change when two runs are compared
    bool ofBaseline = false;         ///< only a run that is compared with a baseline fills it: others leave it out
};

struct Verb {
    QLatin1StringView name;
    /// In the order in which rows carry them; empty: the verb prints no rows.
    std::span<const Column> columns = {};
};

// clang-format off: these are tables, a column a line

namespace Columns {

using enum ValueType;
inline constexpr bool Detail = false;
inline constexpr bool Main = true;
inline constexpr bool Fleeting = true;

/// The last two of each verb that takes -baseline: what became of the thing ("new", "gone", "changed"), and what it was, by column.
inline constexpr Column SinceBaseline{"since_baseline", Text, Main, Unit::None, Fleeting, true};
inline constexpr Column WasInBaseline{"was_in_baseline", Object, Main, Unit::None, Fleeting, true};

// ---- what an analyst looks at: the device answers

inline constexpr Column Connect[]{
    {"device"},
    {"os"},
    {"architecture"},
    {"user_name"},
    {"privileged", Boolean},
    {"agent_version"},
    {"working_directory", Path},
    {"encoding"},
    {"device_time", Time},
    {"boot_time", Time},
};

inline constexpr Column Dir[]{
    {"path", Path},
    {"isDirectory", Boolean, Detail},
    {"type"},
    {"size", Size},
    {"created", Time, Detail},
    {"modified", Time},
    {"hidden", Boolean, Detail},
    {"readOnly", Boolean, Detail},
    {"isCompressed", Boolean, Detail},
    {"owner"},
    {"mode"},
    {"target", Path},
};

inline constexpr Column Processes[]{
    {"name"},
    {"pid", Pid},
    {"parent_id", Pid},
    {"user_name"},
    {"status", Text, Main, Unit::None, Fleeting},
    {"creation_time", Time},
    {"command_line"},
    {"image_path", Path, Detail},
    {"cpu_time", Duration},
    {"memory_usage.working_set", Size, Main, Unit::Bytes, Fleeting},
    {"memory_usage.private_bytes", Size, Detail, Unit::Bytes, Fleeting},
    {"session_id", Integer, Detail},
    {"image_deleted", Boolean, Detail},
    {"working_directory", Path, Detail},
    {"threads", Integer, Detail},
    {"service_name", ServiceName, Detail},
    {"container", Text, Detail},
    {"namespaces", Object, Detail},
    SinceBaseline,
    WasInBaseline,
};

inline constexpr Column Connections[]{
    {"name"},
    {"pid", Pid},
    {"protocol"},
    {"status_display"},
    {"local_ip", Address},
    {"local_port", Integer},
    {"remote_ip", Address},
    {"remote_port", Integer},
    {"path", Path},
    {"user_name"},
    {"process_creation_time", Time, Detail},
    {"network_namespace", Integer, Detail},
    {"details", Object, Detail},
    SinceBaseline,
    WasInBaseline,
};

inline constexpr Column Services[]{
    {"service_name", ServiceName},
    {"display_name"},
    {"current_state"},
    {"sub_state", Text, Detail},
    {"start_type"},
    {"service_type", Text, Detail},
    {"service_start_name"},
    {"binary_path", Path},
    {"command_line", Text, Detail},
    {"process_id", Pid},
    {"path", Path, Detail},
    {"dependencies", Object, Detail},
    SinceBaseline,
    WasInBaseline,
};

inline constexpr Column Drivers[]{
    {"driver_name"},
    {"service_name", Text, Detail},
    {"service_state"},
    {"service_type", Text, Detail},
    {"driver_loaded", Boolean},
    {"path", Path},
    {"description"},
    {"version", Text, Detail},
    {"author", Text, Detail},
    {"license", Text, Detail},
    {"size", Size},
    {"used_by", Object, Detail},
    {"signature"},
    {"taints", Object, Detail},
    SinceBaseline,
    WasInBaseline,
};

inline constexpr Column Scheduledtasks[]{
    {"id", TaskName},
    {"kind"},
    {"is_enabled", Boolean},
    {"task.registrationInfo.author", Text, Detail},
    {"task.registrationInfo.uri", Path, Detail},
    {"task.principals.principal.userId"},
    {"task.principals.principal.id", Text, Detail},
    {"task.triggers", Object},
    {"task.actions.exec", Object},
    {"next_run", Time},
    {"last_run", Time, Detail},
    {"environment", Object, Detail},
    {"time_zone", Text, Detail},
    SinceBaseline,
    WasInBaseline,
};

inline constexpr Column Startupfolders[]{
    {"filePath", Path},
    {"executablePath", Path},
    {"category"},
    {"name"},
    {"commandLine", Text, Detail},
    {"isEnabled", Boolean},
    {"owner"},
    {"modified", Time},
    {"details", Object, Detail},
};

inline constexpr Column Persistence[]{
    {"method"},
    {"name"},
    {"is_enabled", Boolean},
    {"command"},
    {"path", Path},
    {"id", Text, Detail},
    {"owner"},
    {"created", Time, Detail},
    {"modified", Time},
    {"details", Object, Detail},
    {"package"},
    {"explained", Boolean},
    {"attack", Text, Detail},
    {"starts", Object, Detail},
    SinceBaseline,
    WasInBaseline,
};

inline constexpr Column Registry[]{
    {"key", RegistryKey},
    {"name"},
    {"type"},
    {"data"},
    {"last_write_time", Time, Detail},
};

inline constexpr Column Fileinfo[]{
    {"path", Path},
    {"type"},
    {"size", Size},
    {"created", Time},
    {"modified", Time},
    {"accessed", Time},
    {"changed", Time},
    {"owner"},
    {"group"},
    {"mode"},
    {"acl"},
    {"md5"},
    {"sha1"},
    {"sha256"},
    {"target", Path},
    {"inode", Integer},
    {"links", Integer},
    {"package"},
    {"signature"},
    {"capabilities"},
    {"file_flags"},
    {"extended_attributes", Object},
    {"details", Object},
};

inline constexpr Column Findfile[]{
    {"path", Path},
    {"isDirectory", Boolean, Detail},
    {"size", Size},
    {"modified", Time},
    {"type"},
};

inline constexpr Column Getfile[]{
    {"path", Path},
    {"type"},
    {"size", Size},
    {"sha256"},
    {"created", Time, Detail},
    {"modified", Time},
    {"accessed", Time, Detail},
    {"owner"},
    {"mode", Text, Detail},
    {"files", Integer, Detail},
};

// ---- the library: what the team has ready, and what a device is given of it

inline constexpr Column Library[]{
    {"fileName", LibraryName},
    {"description"},
    {"hasParameters", Boolean},
    {"parametersDescription", Text, Detail},
    {"signature"},
    {"size", Size},
    {"sha256", Text, Detail},
    {"version", Integer, Detail},
    {"createdBy"},
    {"creationTime", Time, Detail},
    {"lastUpdatedTime", Time},
    {"uses", Integer, Detail},
};

/// Of baseline: a row for each verb that a baseline holds the rows of.
inline constexpr Column Baseline[]{
    {"name"},
    {"verb"},
    {"device"},
    {"taken", Time},
    {"rows", Integer},
    {"savedBy"},
    {"command_id", Integer, Detail},
    {"fileName", LibraryName, Detail},
};

inline constexpr Column Putfile[]{
    {"path", Path},
    {"size", Size},
    {"sha256"},
    {"kept", Boolean},
};

// ---- acts, and taking them back

/// Of remediate, undo, isolate and release: a row for each step of a plan, each thing to know of it, or each act of a list.
inline constexpr Column Act[]{
    {"act", Integer},
    {"type"},
    {"id"},
    {"action"},
    {"subject"},
    {"state"},
    {"size", Size},
    {"time", Time},
    {"user_name"},
    {"reason"},
    {"expires", Time, Detail},
    {"plan", Text, Detail},
    {"details", Object, Detail},
};

// ---- what something is worth

/// Of analyze and scan: a row for each finding, for each engine that was not able to look, and for the verdict that follows from them.
inline constexpr Column Examination[]{
    {"verdict"},
    {"kind"},
    {"engine"},
    {"finding"},
    {"evidence"},
    {"path", Path},
    {"pid", Pid},
    {"part", Text, Detail},
    {"size", Size, Detail},
    {"sha256", Text, Detail},
    {"confidence", Text, Detail},
    {"author", Text, Detail},
    {"license", Text, Detail},
    {"source", Text, Detail},
    {"details", Object, Detail},
};

// ---- all that is worth taking away

/// Of collect: a row for each thing that was collected, and one for the package.
inline constexpr Column Collect[]{
    {"area"},
    {"data_point"},
    {"state"},
    {"files", Integer},
    {"size", Size},
    {"duration", Duration},
    {"problems", Integer},
    {"path", Text, Detail},
    {"sha256", Text, Detail},
    {"details", Object, Detail},
};

// ---- the session's own jobs: the service knows

inline constexpr Column Jobs[]{
    {"command_id", CommandNumber},
    {"command_line"},
    {"state"},
    {"started", Time},
    {"progress"},
    {"background", Boolean},
};

inline constexpr Column Status[]{
    {"command_id", CommandNumber},
    {"command_line"},
    {"state"},
    {"started", Time},
    {"duration_seconds", Duration},
    {"background", Boolean},
    {"errors", Object},
    {"output", Object},
};

} // namespace Columns

namespace Verbs {

using namespace Qt::StringLiterals;

inline constexpr Verb Analyze{"analyze"_L1, Columns::Examination};
inline constexpr Verb Baseline{"baseline"_L1, Columns::Baseline};
inline constexpr Verb Cd{"cd"_L1};
inline constexpr Verb Cls{"cls"_L1};
inline constexpr Verb Collect{"collect"_L1, Columns::Collect};
inline constexpr Verb Connect{"connect"_L1, Columns::Connect};
inline constexpr Verb Connections{"connections"_L1, Columns::Connections};
inline constexpr Verb Dir{"dir"_L1, Columns::Dir};
inline constexpr Verb Disconnect{"disconnect"_L1};
inline constexpr Verb Drivers{"drivers"_L1, Columns::Drivers};
inline constexpr Verb Fg{"fg"_L1};
inline constexpr Verb Fileinfo{"fileinfo"_L1, Columns::Fileinfo};
inline constexpr Verb Findfile{"findfile"_L1, Columns::Findfile};
inline constexpr Verb Getfile{"getfile"_L1, Columns::Getfile};
inline constexpr Verb Help{"help"_L1};
inline constexpr Verb Isolate{"isolate"_L1, Columns::Act};
inline constexpr Verb Jobs{"jobs"_L1, Columns::Jobs};
inline constexpr Verb Library{"library"_L1, Columns::Library};
inline constexpr Verb Persistence{"persistence"_L1, Columns::Persistence};
inline constexpr Verb Processes{"processes"_L1, Columns::Processes};
inline constexpr Verb Putfile{"putfile"_L1, Columns::Putfile};
inline constexpr Verb Registry{"registry"_L1, Columns::Registry};
inline constexpr Verb Release{"release"_L1, Columns::Act};
inline constexpr Verb Remediate{"remediate"_L1, Columns::Act};
inline constexpr Verb Run{"run"_L1};
inline constexpr Verb Scan{"scan"_L1, Columns::Examination};
inline constexpr Verb Scheduledtasks{"scheduledtasks"_L1, Columns::Scheduledtasks};
inline constexpr Verb Services{"services"_L1, Columns::Services};
inline constexpr Verb Startupfolders{"startupfolders"_L1, Columns::Startupfolders};
inline constexpr Verb Status{"status"_L1, Columns::Status};
inline constexpr Verb Trace{"trace"_L1};
inline constexpr Verb Undo{"undo"_L1, Columns::Act};

} // namespace Verbs

// clang-format on

} // namespace Sonde
