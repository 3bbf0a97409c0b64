// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/acting/acting.h"
#include "agent/commands/acting/actoutput.h"
#include "protocol/command/actline.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

RemedyOrder remedyOrder(CommandContext &context, const std::vector<NamedThing> &things)
{
    const Invocation &invocation = context.invocation();
    return {.session = context.session(),
        .type = things.front().type,
        .id = things.front().id,
        .more = {things.begin() + 1, things.end()},
        .automatic = invocation.hasFlag(u"auto"_s),
        .plan = {.tree = invocation.hasFlag(u"tree"_s), .stop = context.stop()},
        .look = {.workingDirectory = context.workingDirectory(),
            .mostBytes = context.limit(TenantSetting::FileinfoBytes).value_or(std::numeric_limits<qint64>::max()),
            .stop = context.stop(),
            .progress = [&context](qint64 done) { context.showProgress({done, -1, u"bytes"_s}); }}};
}

} // namespace

Outcome remediate(CommandContext &context)
{
    if (const auto whole = checkActLine(context.invocation()); !whole)
        return std::unexpected(whole.error());
    if (!context.surroundings().acts)
        return fail(ErrorCode::NotSupported, context.spec().verb);
    const std::vector<NamedThing> things = thingsOf(context.invocation());
    if (things.empty())
        return listActs(context);
    if (context.ranBefore())
        return tellAgain(context);
    const auto act = context.surroundings().acts->planRemedy(remedyOrder(context, things));
    if (!act)
        return std::unexpected(act.error());
    return carryOut(context, *act);
}

} // namespace Sonde::Agent
