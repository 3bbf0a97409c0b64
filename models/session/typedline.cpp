// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/typedline.h"

#include "protocol/command/approvalrule.h"
#include "protocol/command/offering.h"

namespace Sonde::Client {

TypedLine checkLine(const QString &line, const DeviceAccess &access, Platform platform)
{
    TypedLine typed{.text = line, .invocation = parseLine(line), .command = nullptr, .notOffered = {}};
    if (typed.invocation)
        typed.command = Catalogue::instance().find(typed.invocation->verb);
    if (typed.command)
        typed.notOffered = notOffered(*typed.command, access, platform);
    if (typed.command && !typed.notOffered)
        typed.notOffered = notPermitted(*typed.invocation, access);
    typed.needsApproval = !typed.problem() && needsApproval(access.approval, *typed.invocation);
    return typed;
}

} // namespace Sonde::Client
