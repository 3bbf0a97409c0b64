// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/commandtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace Commands {
Outcome cd(CommandContext &context);
Outcome connect(CommandContext &context);
Outcome connections(CommandContext &context);
Outcome dir(CommandContext &context);
Outcome drivers(CommandContext &context);
Outcome fileinfo(CommandContext &context);
Outcome findfile(CommandContext &context);
Outcome getfile(CommandContext &context);
Outcome persistence(CommandContext &context);
Outcome processes(CommandContext &context);
Outcome putfile(CommandContext &context);
Outcome run(CommandContext &context);
Outcome scheduledtasks(CommandContext &context);
Outcome services(CommandContext &context);
Outcome startupfolders(CommandContext &context);
} // namespace Commands

namespace {

struct Entry {
    QLatin1StringView verb;
    CommandFunction function;
};

constexpr Entry entries[]{
    {"cd"_L1, &Commands::cd},
    {"connect"_L1, &Commands::connect},
    {"connections"_L1, &Commands::connections},
    {"dir"_L1, &Commands::dir},
    {"drivers"_L1, &Commands::drivers},
    {"fileinfo"_L1, &Commands::fileinfo},
    {"findfile"_L1, &Commands::findfile},
    {"getfile"_L1, &Commands::getfile},
    {"persistence"_L1, &Commands::persistence},
    {"processes"_L1, &Commands::processes},
    {"putfile"_L1, &Commands::putfile},
    {"run"_L1, &Commands::run},
    {"scheduledtasks"_L1, &Commands::scheduledtasks},
    {"services"_L1, &Commands::services},
    {"startupfolders"_L1, &Commands::startupfolders},
};

} // namespace

CommandFunction findCommand(QStringView verb)
{
    const auto found = std::ranges::find_if(entries, [verb](const Entry &entry) { return verb == entry.verb; });
    return found == std::end(entries) ? nullptr : found->function;
}

} // namespace Sonde::Agent
