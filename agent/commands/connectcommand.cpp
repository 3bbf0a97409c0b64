// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/device/device.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

Outcome connect(CommandContext &context)
{
    if (const auto &acts = context.surroundings().acts)
        acts->beginSession(context.session());
    const DeviceFacts facts = deviceFacts();
    const bool goOn = context.addRow<Verbs::Connect>(cell<"device">(facts.name), cell<"os">(facts.osName),
        cell<"architecture">(facts.architecture), cell<"user_name">(agentUser()), cell<"privileged">(facts.privileged),
        cell<"agent_version">(facts.agentVersion), cell<"working_directory">(bytesCell(context.workingDirectory())),
        cell<"encoding">(textEncoding()),
        cell<"device_time">(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)),
        cell<"boot_time">(bootTime().toString(Qt::ISODateWithMs)));
    if (!goOn)
        return fail(ErrorCode::Cancelled);
    Outcome outcome;
    if (const QString here = DevicePath(context.workingDirectory()).typed(); here != context.orderedDirectory())
        outcome.workingDirectory = here;
    return outcome;
}

} // namespace

constinit const DeviceVerb Connect{Verbs::Connect, &connect};

} // namespace Sonde::Agent::Commands
