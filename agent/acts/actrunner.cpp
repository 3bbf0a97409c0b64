// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/actrunner.h"

#include "protocol/base/reason.h"

#include <algorithm>

namespace Sonde::Agent {

namespace {

/// The steps after it may be done.
bool letsGoOn(const StepOutcome &outcome)
{
    using enum StepState;
    return outcome.state == Done || outcome.state == AlreadySo || outcome.state == NotConfirmed;
}

StepOutcome outcomeOf(size_t step, StepResult result)
{
    return {quint32(step), result.state, std::move(result.error), result.facts};
}

} // namespace

StepWorker &ActRunner::worker(StepKind kind) const
{
    const auto found =
        std::ranges::find_if(m_workers, [kind](const auto &one) { return std::ranges::contains(one->kinds(), kind); });
    Q_ASSERT(found != m_workers.end());
    return **found;
}

StepOrder ActRunner::orderOf(const ActRecord &record, size_t step)
{
    return {record.intent.plan.steps.at(step), QStringLiteral("%1-%2").arg(record.number).arg(step),
        record.intent.kept.at(step), {}};
}

Result<void> ActRunner::prepare(PlannedAct &act) const
{
    act.kept.resize(act.plan.steps.size());
    for (size_t i = 0; i < act.plan.steps.size(); ++i) {
        const ActStep &step = act.plan.steps[i];
        auto kept = act.kept[i].isEmpty() ? worker(step.kind).prepare(step) : act.kept[i];
        if (!kept)
            return std::unexpected(kept.error());
        act.kept[i] = *kept;
    }
    return {};
}

Result<ActRecord> ActRunner::run(PlannedAct act, const ActTerms &terms,
    const std::function<Result<void>(const QString &subject, qint64 bytes)> &checkRoom)
{
    qint64 bytes = 0;
    for (const ActStep &step : act.plan.steps)
        bytes += worker(step.kind).bytesToKeep(step);
    if (const auto ready = prepare(act).and_then([&] { return checkRoom(act.plan.id, bytes); }); !ready)
        return std::unexpected(ready.error());
    if (terms.stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto number = m_ledger.begin({terms.command, terms.session, now, terms.analyst, terms.reason,
        now.addDays(terms.quarantineDays), act.plan, act.kept});
    if (!number)
        return std::unexpected(number.error());
    const ActRecord record = *m_ledger.act(*number);
    terms.report(
        {.act = *number, .plan = act.plan, .outcome = {}, .end = {}, .undoes = {}, .expires = record.intent.expires});
    bool goOn = true;
    for (size_t i = 0; i < act.plan.steps.size(); ++i) {
        StepOrder order = orderOf(record, i);
        order.stop = terms.stop;
        const StepOutcome outcome =
            outcomeOf(i, goOn ? worker(order.step.kind).apply(order) : StepResult{StepState::NotReached, {}, {}});
        goOn = goOn && letsGoOn(outcome);
        std::ignore = m_ledger.add(*number, outcome); // what is not written is found out by recover()
        terms.report({.act = *number, .plan = {}, .outcome = outcome, .end = {}, .undoes = {}});
    }
    if (const auto ended = end(*number); !ended)
        return std::unexpected(ended.error());
    ActRecord done = *m_ledger.act(*number);
    terms.report({.act = *number, .plan = {}, .outcome = {}, .end = done.end, .undoes = act.plan.undoes});
    return done;
}

Result<void> ActRunner::end(quint64 act)
{
    for (const auto &one : m_workers)
        one->flush();
    const ActRecord record = *m_ledger.act(act);
    // Who stood still for a while was not touched.
    std::vector<StepOutcome> changes = record.outcomes;
    std::erase_if(changes, [&record](const StepOutcome &outcome) {
        return record.intent.plan.steps.at(outcome.step).kind == StepKind::StopProcesses;
    });
    if (const auto ended = m_ledger.end(act, stateOf(changes)); !ended)
        return ended;
    for (const StepOutcome &outcome : record.outcomes) {
        const StepOrder order = orderOf(record, outcome.step);
        worker(order.step.kind).settle(order, outcome);
    }
    return {};
}

// ---- after a crash

Result<void> ActRunner::recover()
{
    for (const ActRecord &record : m_ledger.acts()) {
        if (record.end)
            continue;
        if (const auto recovered = recover(record); !recovered)
            return recovered;
    }
    return {};
}

Result<void> ActRunner::recover(const ActRecord &cutOff)
{
    // What was done last may not have come to the disk, while its outcome did.
    for (const StepOutcome &outcome : cutOff.outcomes) {
        const StepOrder order = orderOf(cutOff, outcome.step);
        if (outcome.state != StepState::Done || worker(order.step.kind).isStillDone(order))
            continue;
        const Error error = errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, order.step.subject);
        if (const auto added = m_ledger.add(cutOff.number, outcomeOf(outcome.step, StepResult::failed(error))); !added)
            return added;
    }
    // One step after the other: the first without an outcome is the only one that may have been begun.
    const size_t first = cutOff.outcomes.size();
    bool goOn = cutOff.outcomes.empty() || letsGoOn(cutOff.outcomes.back());
    for (size_t i = first; i < cutOff.intent.plan.steps.size(); ++i) {
        const StepOrder order = orderOf(cutOff, i);
        const bool mayHaveBegun = i == first && goOn;
        const StepResult result =
            mayHaveBegun ? worker(order.step.kind).recover(order) : StepResult{StepState::NotReached, {}, {}};
        if (const auto added = m_ledger.add(cutOff.number, outcomeOf(i, result)); !added)
            return added;
    }
    return end(cutOff.number);
}

} // namespace Sonde::Agent
