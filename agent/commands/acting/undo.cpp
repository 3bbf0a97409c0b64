// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/acting/acting.h"
#include "agent/commands/acting/actoutput.h"
#include "protocol/command/actline.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

Conflict conflictOf(const Invocation &invocation)
{
    if (invocation.hasFlag(u"replace"_s))
        return Conflict::Replace;
    return invocation.hasFlag(u"beside"_s) ? Conflict::Beside : Conflict::Refuse;
}

} // namespace

Outcome undo(CommandContext &context)
{
    const Invocation &invocation = context.invocation();
    const auto type = entityType(invocation);
    if (const auto whole = checkActLine(invocation); !whole)
        return std::unexpected(whole.error());
    if (!context.surroundings().acts || !type)
        return fail(ErrorCode::NotSupported, context.spec().verb);
    if (context.ranBefore())
        return tellAgain(context);
    const auto act = context.surroundings().acts->planUndo(
        {*type, invocation.value(u"id"_s), conflictOf(invocation), context.workingDirectory()});
    if (!act)
        return std::unexpected(act.error());
    return carryOut(context, *act);
}

} // namespace Sonde::Agent
