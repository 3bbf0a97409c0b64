// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/command/command.h"
#include "agent/system/device/device.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

Outcome connect(CommandContext &context)
{
    const RowShape shape(context.spec(),
        {u"device", u"os", u"architecture", u"user_name", u"privileged", u"agent_version", u"working_directory",
            u"encoding", u"device_time", u"boot_time"});
    const DeviceFacts facts = deviceFacts();
    const bool goOn = context.addRow(shape.row({facts.name, facts.osName, facts.architecture, agentUser(),
        facts.privileged, facts.agentVersion, bytesCell(context.workingDirectory()), textEncoding(),
        QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), bootTime().toString(Qt::ISODateWithMs)}));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace Sonde::Agent::Commands
