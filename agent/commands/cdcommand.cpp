// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/deviceverb.h"
#include "agent/system/files/files.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

Outcome cd(CommandContext &context)
{
    const auto path = context.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    if (const auto checked = checkFolder(*path); !checked)
        return std::unexpected(checked.error());
    Outcome outcome;
    outcome.workingDirectory = DevicePath(*path).typed();
    return outcome;
}

} // namespace

constinit const DeviceVerb Cd{Verbs::Cd, &cd};

} // namespace Sonde::Agent::Commands
