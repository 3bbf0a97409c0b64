// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/acting/actoutput.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "protocol/command/actline.h"

#include <QCborArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QCborValue filledMap(const QCborMap &map)
{
    return map.isEmpty() ? QCborValue(nullptr) : QCborValue(map);
}

QCborValue momentCell(const QDateTime &time)
{
    return time.isValid() ? QCborValue(time.toUTC().toString(Qt::ISODateWithMs)) : QCborValue(nullptr);
}

/// What a row says; the rest is that of its act.
struct ActRow {
    QString action = {};
    QString subject = {};
    QString state = {};
    QCborMap details = {};
    std::optional<qint64> size = {};
};

/// `record`: none while it is only a plan.
void addActRow(CommandContext &context, const ActPlan &plan, const ActRecord *record, const ActRow &row)
{
    const ActIntent none;
    const ActIntent &intent = record ? record->intent : none;
    context.holdRow(rowOf<Verbs::Remediate>(
        cell<"act">(record ? QCborValue(qint64(record->number)) : QCborValue(nullptr)),
        cell<"type">(Codec::wireName(plan.type)), cell<"id">(plan.id), cell<"action">(row.action),
        cell<"subject">(textCell(row.subject)), cell<"state">(textCell(row.state)), cell<"size">(numberCell(row.size)),
        cell<"time">(momentCell(intent.time)), cell<"user_name">(textCell(intent.analyst)),
        cell<"reason">(textCell(intent.reason)), cell<"expires">(momentCell(intent.expires)),
        cell<"plan">(QString::fromLatin1(planHash(plan).toHex())), cell<"details">(filledMap(row.details))));
}

/// The processes that an act has ended, by their numbers.
QSet<qint64> endedBy(const ActRecord &record)
{
    QSet<qint64> ended;
    for (const StepOutcome &outcome : record.outcomes) {
        const ActStep &step = record.intent.plan.steps.at(outcome.step);
        if (step.kind != StepKind::KillProcesses || outcome.state != StepState::Done)
            continue;
        for (const QCborValue process : step.identity.value(u"processes"_s).toArray())
            ended.insert(process[u"pid"_s].toInteger());
    }
    return ended;
}

/// What is still to be known when it is done: whoever was ended has nothing open.
std::vector<ActNote> notesAfter(const ActRecord &record)
{
    const QSet<qint64> ended = endedBy(record);
    const auto isEnded = [&ended](const QString &process) { // "name (812)"
        return ended.contains(process.chopped(1).section(u'(', -1).toLongLong());
    };
    std::vector<ActNote> notes;
    for (ActNote note : record.intent.plan.notes) {
        if (note.kind == NoteKind::OpenBy) {
            QStringList left;
            for (const QCborValue process : note.facts.value(u"processes"_s).toArray())
                left += isEnded(process.toString()) ? QStringList() : QStringList{process.toString()};
            if (left.isEmpty())
                continue;
            note.facts[u"processes"_s] = QCborArray::fromStringList(left);
        }
        notes.push_back(std::move(note));
    }
    return notes;
}

void addNotes(CommandContext &context, const ActPlan &plan, const ActRecord *record)
{
    for (const ActNote &note : record ? notesAfter(*record) : plan.notes)
        addActRow(context, plan, record,
            {.action = Codec::wireName(note.kind),
                .subject = note.subject,
                .state = {},
                .details = note.facts,
                .size = {}});
}

ActRow stepRow(const ActStep &step, const StepOutcome &outcome)
{
    QCborMap details{{u"identity"_s, step.identity}};
    if (!outcome.facts.isEmpty())
        details.insert(u"outcome"_s, outcome.facts);
    if (outcome.error) {
        details.insert(u"error"_s, Codec::wireName(outcome.error->code));
        details.insert(u"problem"_s, QCborValue::fromCbor(Codec::toBytes(*outcome.error)));
    }
    const QCborValue size = step.identity.value(u"size"_s);
    return {Codec::wireName(step.kind), step.subject, Codec::wireName(outcome.state), details,
        size.isInteger() ? std::optional(size.toInteger()) : std::nullopt};
}

/// Rows of what was done, and how the command ended by that.
Outcome tellRecord(CommandContext &context, const ActRecord &record)
{
    const ActPlan &plan = record.intent.plan;
    std::vector<Error> errors;
    for (const StepOutcome &outcome : record.outcomes) {
        addActRow(context, plan, &record, stepRow(plan.steps.at(outcome.step), outcome));
        if (outcome.error)
            errors.push_back(*outcome.error);
    }
    addNotes(context, plan, &record);
    Outcome outcome;
    outcome.stands = true;
    const bool whole = record.end == ActState::Done || record.end == ActState::NotConfirmed;
    if (!whole)
        outcome.failure = errors.empty() ? Error{ErrorCode::Internal, plan.id, {}, {}} : errors.front();
    for (size_t i = whole ? 0 : 1; i < errors.size(); ++i)
        context.addError(errors[i]);
    return outcome;
}

void report(CommandContext &context, const ActReport &report)
{
    context.report(Codec::toBytes(report));
}

ActTerms termsOf(CommandContext &context)
{
    const auto limit = [&context](TenantSetting setting) {
        return context.limit(setting).value_or(settingSpec(setting).fallback.toLongLong());
    };
    return {.command = context.command(),
        .session = context.session(),
        .analyst = context.analyst(),
        .reason = context.invocation().value(u"reason"_s),
        .quarantineBytes = limit(TenantSetting::QuarantineBytes),
        .quarantineDays = limit(TenantSetting::QuarantineDays),
        .stop = context.stop(),
        .report = [&context](const ActReport &told) { report(context, told); }};
}

Outcome showPlan(CommandContext &context, const ActPlan &plan)
{
    for (size_t i = 0; i < plan.steps.size(); ++i)
        addActRow(context, plan, nullptr, stepRow(plan.steps[i], {.step = quint32(i), .error = {}, .facts = {}}));
    addNotes(context, plan, nullptr);
    return {};
}

/// The line says nothing of a plan, or means this one.
bool isApproved(const Invocation &invocation, const ActPlan &plan)
{
    const QString approved = invocation.value(u"approve"_s);
    return approved.isEmpty() || QByteArray::fromHex(approved.toLatin1()) == planHash(plan);
}

} // namespace

Outcome carryOut(CommandContext &context, const PlannedAct &act)
{
    if (!changesDevice(context.invocation()))
        return showPlan(context, act.plan);
    if (!isApproved(context.invocation(), act.plan))
        return fail(ErrorCode::PlanChanged, act.plan.id);
    const auto record = context.surroundings().acts->run(act, termsOf(context));
    if (!record)
        return std::unexpected(record.error());
    return tellRecord(context, *record);
}

Outcome tellAgain(CommandContext &context)
{
    const auto record = context.surroundings().acts->ofCommand(context.command());
    if (!record)
        return fail(ErrorCode::Interrupted, context.spec().verb, Reason::NothingTouched);
    report(context,
        {.act = record->number,
            .plan = record->intent.plan,
            .outcome = {},
            .end = {},
            .undoes = {},
            .expires = record->intent.expires});
    for (const StepOutcome &outcome : record->outcomes)
        report(context, {.act = record->number, .plan = {}, .outcome = outcome, .end = {}, .undoes = {}});
    report(context,
        {.act = record->number, .plan = {}, .outcome = {}, .end = record->end, .undoes = record->intent.plan.undoes});
    return tellRecord(context, *record);
}

Outcome listActs(CommandContext &context)
{
    for (const ActRecord &record : context.surroundings().acts->all()) {
        const ActPlan &plan = record.intent.plan;
        QCborArray steps;
        qint64 size = 0;
        for (const StepOutcome &outcome : record.outcomes) {
            const ActStep &step = plan.steps.at(outcome.step);
            steps.append(QCborMap{{u"action"_s, Codec::wireName(step.kind)}, {u"subject"_s, step.subject},
                {u"state"_s, Codec::wireName(outcome.state)}});
            if (step.kind == StepKind::MoveFile && outcome.state == StepState::Done)
                size += step.identity.value(u"size"_s).toInteger();
        }
        addActRow(context, plan, &record,
            {.action = Codec::wireName(plan.kind),
                .subject = touchedBesides(plan).join(u", "_s),
                .state = record.expired ? u"expired"_s : Codec::wireName(record.state()),
                .details = {{u"steps"_s, steps}},
                .size = size});
    }
    return {};
}

} // namespace Sonde::Agent
