// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/network/isolationworker.h"
#include "agent/commands/acting/acting.h"
#include "agent/commands/acting/actoutput.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// What the tenant's policy lets pass.
Result<std::vector<Passage>> extrasOf(const CommandContext &context)
{
    std::vector<Passage> extras;
    const QStringList texts = context.policy(TenantSetting::IsolationPassages).split(u',', Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        const auto passage = parsePassage(text);
        if (!passage)
            return std::unexpected(passage.error());
        extras.push_back(*passage);
    }
    return extras;
}

ActPlan planOf(const std::vector<Passage> &service, const std::vector<Passage> &extras)
{
    ActPlan plan{.kind = ActKind::Isolate,
        .type = EntityType::Network,
        .id = u"network"_s,
        .undoes = {},
        .steps = {isolationStep(service, extras)},
        .notes = {}};
    for (const auto *passages : {&service, &extras}) {
        for (const Passage &passage : *passages)
            plan.notes.push_back({NoteKind::StaysOpen, passage.toString(), {}});
    }
    return plan;
}

} // namespace

Outcome isolate(CommandContext &context)
{
    const AgentSurroundings &around = context.surroundings();
    if (!around.acts || !around.isolation)
        return fail(ErrorCode::NotSupported, context.spec().verb);
    if (context.ranBefore())
        return tellAgain(context);
    const auto extras = extrasOf(context);
    if (!extras)
        return std::unexpected(extras.error());
    const auto service = around.isolation->findService(around.bulk.service);
    if (!service)
        return std::unexpected(service.error());
    return carryOut(
        context, {planOf(*service, *extras), {keptOf({context.analyst(), context.invocation().value(u"reason"_s)})}});
}

Outcome release(CommandContext &context)
{
    if (!context.surroundings().acts || !context.surroundings().isolation)
        return fail(ErrorCode::NotSupported, context.spec().verb);
    if (context.ranBefore())
        return tellAgain(context);
    const ActPlan plan{.kind = ActKind::Release,
        .type = EntityType::Network,
        .id = u"network"_s,
        .undoes = {},
        .steps = {releaseStep()},
        .notes = {}};
    return carryOut(context, {plan, {QCborMap()}});
}

} // namespace Sonde::Agent
