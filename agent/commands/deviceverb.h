// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

/// A verb of this agent: what it is called and prints, and what does it.
struct DeviceVerb {
    const Verb &verb;
    Outcome (*run)(CommandContext &context);
};

/// Each is defined in <verb>command.cpp and has its line in commandtable.cpp, or in platformverbs_<platform>.cpp.
namespace Commands {
extern const DeviceVerb Analyze;
extern const DeviceVerb Cd;
extern const DeviceVerb Collect;
extern const DeviceVerb Connect;
extern const DeviceVerb Connections;
extern const DeviceVerb Dir;
extern const DeviceVerb Drivers;
extern const DeviceVerb Fileinfo;
extern const DeviceVerb Findfile;
extern const DeviceVerb Getfile;
extern const DeviceVerb Isolate;
extern const DeviceVerb Persistence;
extern const DeviceVerb Processes;
extern const DeviceVerb Putfile;
extern const DeviceVerb Registry;
extern const DeviceVerb Release;
extern const DeviceVerb Remediate;
extern const DeviceVerb Run;
extern const DeviceVerb Scan;
extern const DeviceVerb Scheduledtasks;
extern const DeviceVerb Services;
extern const DeviceVerb Startupfolders;
extern const DeviceVerb Undo;
} // namespace Commands

} // namespace Sonde::Agent
