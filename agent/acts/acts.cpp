// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"

#include "agent/acts/actways.h"
#include "agent/acts/base/identity.h"
#include "agent/acts/files/openfiles.h"
#include "agent/acts/quarantine/quarantine.h"
#include "agent/acts/severalplan.h"
#include "protocol/acts/knownas.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <QSet>
#include <algorithm>
#include <numeric>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Steps of an act that undos of it, or of a part of it, have taken back already.
QSet<qint64> stepsTakenBack(quint64 act, const std::vector<ActRecord> &acts)
{
    QSet<qint64> steps;
    for (const ActRecord &undo : acts) {
        for (const StepOutcome &outcome : undo.intent.plan.undoes == act ? undo.outcomes : std::vector<StepOutcome>()) {
            if (outcome.state == StepState::Done)
                steps.insert(undo.intent.plan.steps.at(outcome.step).identity.value(OfStep).toInteger(-1));
        }
    }
    return steps;
}

/// The line that takes an act back, as a whole.
QString undoLine(const ActRecord &record)
{
    const ActPlan &plan = record.intent.plan;
    const QString id = plan.type == EntityType::Several ? QString::number(record.number) : plan.id;
    return u"undo "_s + namesOf({{plan.type, id}});
}

/// Whether it is kept for an act, whatever that was about.
bool hasTaken(const ActRecord &record, const QString &path)
{
    return record.canBeUndone() && std::ranges::any_of(record.outcomes, [&](const StepOutcome &outcome) {
        const ActStep &step = record.intent.plan.steps.at(outcome.step);
        return step.kind == StepKind::MoveFile && step.subject == path && outcome.state == StepState::Done;
    });
}

/// Of the processes that a plan ends; undefined: none.
QCborValue knownIn(const ActPlan &plan)
{
    const auto kill = std::ranges::find(plan.steps, StepKind::KillProcesses, &ActStep::kind);
    return kill == plan.steps.end() ? QCborValue(QCborValue::Undefined) : kill->identity.value(KnownAs);
}

} // namespace

Acts::Acts(
    const QString &folder, const QByteArray &root, const Delays &lookAgain, const std::shared_ptr<Isolation> &isolation)
    : m_ledger(folder + u"/acts.log"_s)
    , m_quarantine(std::make_unique<Quarantine>(folder))
    , m_entities(allEntities(folder, root))
    , m_runner(m_ledger, allWorkers(*m_quarantine, root, lookAgain, isolation))
{
}

Acts::~Acts() = default;

Result<void> Acts::prepare()
{
    const std::lock_guard lock(m_acting);
    m_ready = open();
    return m_ready;
}

Result<void> Acts::open()
{
    const auto ready = m_quarantine->prepare().and_then([this] { return m_ledger.open(); }).and_then([this] {
        return m_runner.recover();
    });
    if (!ready)
        return ready;
    for (const ActRecord &record : m_ledger.acts()) {
        for (size_t i = 0; i < record.intent.plan.steps.size(); ++i) {
            if (const QString item = ActRunner::orderOf(record, i).item; m_quarantine->hasRaw(item))
                m_quarantine->sealLater(item);
        }
    }
    removeWhatIsBack();
    forgetExpired();
    return {};
}

/// Restored before the agent ended, and not needed any more.
void Acts::removeWhatIsBack()
{
    const std::vector<ActRecord> acts = m_ledger.acts();
    const QStringList items = m_quarantine->items();
    for (const QString &item : items) {
        const auto record = m_ledger.act(item.section(u'-', 0, 0).toULongLong());
        const bool isRemedy = record && record->intent.plan.kind == ActKind::Remediate;
        const qint64 step = item.section(u'-', 1).toLongLong();
        if (isRemedy && (record->undoneBy || stepsTakenBack(record->number, acts).contains(step)))
            m_quarantine->removeLater(item);
    }
}

void Acts::forgetExpired()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const ActRecord &record : m_ledger.acts()) {
        if (!record.canBeUndone() || record.intent.expires > now || !m_ledger.setExpired(record.number))
            continue;
        for (size_t i = 0; i < record.intent.plan.steps.size(); ++i)
            m_quarantine->remove(ActRunner::orderOf(record, i).item);
    }
}

const Entity *Acts::entity(EntityType type) const
{
    const auto found = std::ranges::find_if(m_entities, [type](const auto &one) { return one->type() == type; });
    return found == m_entities.end() ? nullptr : found->get();
}

void Acts::remember(SessionId session, EntityType type, const QString &id, const QCborMap &facts)
{
    const Entity *kind = entity(type);
    if (const auto name = kind ? kind->nameOf(id, "/") : fail(ErrorCode::NotFound))
        m_sightings.remember(session, type, kind->seenAs(*name), facts);
}

Error Acts::notLookedAt(SessionId session, const QString &name, const QString &line) const
{
    const Error error = Error{ErrorCode::NotLookedAt, name, {}, {}}.with(Fact::Command, line);
    return m_sightings.hasBegun(session) ? error : Error(error).with(Fact::Why, u"restarted"_s);
}

Result<ActPlan> Acts::planOne(const RemedyOrder &order, const NamedThing &thing)
{
    const Entity *kind = entity(thing.type);
    if (!kind)
        return fail(ErrorCode::NotSupported, thing.id, Reason::NoWayToRemediate);
    const auto name = kind->nameOf(thing.id, order.look.workingDirectory);
    if (!name)
        return std::unexpected(name.error());
    const auto seen = m_sightings.find(order.session, thing.type, kind->seenAs(*name));
    const QString line = kind->lookLine(*name);
    if (!seen && !order.automatic)
        return std::unexpected(notLookedAt(order.session, *name, line));
    const auto now = kind->look(*name, order.look);
    if (!now)
        return std::unexpected(now.error());
    if (const QStringList changed = seen ? changedFacts(*seen, now->facts) : QStringList(); !changed.isEmpty())
        return fail(ErrorCode::FactsChanged, *name)
            .with(Fact::Changed, QCborArray::fromStringList(changed))
            .with(Fact::Command, line);
    return kind->plan(*now, order.plan);
}

Result<PlannedAct> Acts::planRemedy(const RemedyOrder &order)
{
    if (!m_ready)
        return std::unexpected(m_ready.error());
    if (order.more.empty())
        return planOne(order, {order.type, order.id}).transform([](const ActPlan &plan) { return PlannedAct{plan}; });
    RemedyOrder all = order;
    all.plan.openFiles = std::make_shared<OpenFiles>(OpenFiles::take(order.plan.stop));
    return planSeveral(all);
}

Result<PlannedAct> Acts::planSeveral(const RemedyOrder &order)
{
    const auto first = planOne(order, {order.type, order.id});
    if (!first)
        return std::unexpected(first.error());
    SeveralPlan several;
    std::vector<NamedThing> planned{{first->type, first->id}};
    several.add(*first);
    for (const NamedThing &thing : order.more) {
        const auto plan = planOne(order, thing);
        if (!plan)
            return std::unexpected(plan.error());
        const NamedThing named{plan->type, plan->id};
        if (!std::ranges::contains(planned, named))
            several.add(*plan);
        planned.push_back(named);
    }
    return several.take();
}

Result<Acts::Undoable> Acts::undoableFor(const UndoOrder &order) const
{
    bool isNumber = false;
    const quint64 number = order.id.toULongLong(&isNumber);
    const auto record = isNumber ? m_ledger.act(number) : std::nullopt;
    if (record && record->intent.plan.type == order.type && record->canBeUndone())
        return Undoable{*record};
    // What was taken away has no canonical name any more where its folder is gone, too: then it is meant as it was written.
    const Entity *kind = entity(order.type);
    const auto name = kind ? kind->nameOf(order.id, order.workingDirectory) : fail(ErrorCode::NotFound);
    const QString id = name ? *name : order.id;
    for (const ActRecord &latest : std::views::reverse(m_ledger.acts())) {
        if (!latest.canBeUndone())
            continue;
        if (latest.intent.plan.type == order.type && latest.intent.plan.id == id)
            return Undoable{latest};
        if (const auto thing = latest.undoableThing(order.type, id))
            return Undoable{latest, thing};
    }
    const std::vector<ActRecord> acts = m_ledger.acts();
    const auto isIt = [&](const ActRecord &act) { return order.type == EntityType::File && hasTaken(act, id); };
    const auto latest = std::find_if(acts.rbegin(), acts.rend(), isIt);
    if (latest == acts.rend())
        return fail(ErrorCode::NothingToUndo, order.id);
    return fail(ErrorCode::NothingToUndo, id).with(Fact::Command, undoLine(*latest));
}

Result<PlannedAct> Acts::planUndo(const UndoOrder &order)
{
    const auto meant = m_ready ? undoableFor(order) : std::unexpected(m_ready.error());
    if (!meant)
        return std::unexpected(meant.error());
    const ActRecord &record = meant->record;
    const ActPlan &done = record.intent.plan;
    const ActThing *part = meant->thing ? &done.things->at(*meant->thing) : nullptr;
    PlannedAct act;
    act.plan.kind = ActKind::Undo;
    act.plan.type = part ? part->type : done.type;
    act.plan.id = part ? part->id : done.id;
    act.plan.undoes = record.number;
    const QSet<qint64> back = stepsTakenBack(record.number, m_ledger.acts());
    for (const StepOutcome &outcome : std::views::reverse(record.outcomes)) {
        if ((outcome.state != StepState::Done && outcome.state != StepState::NotConfirmed)
            || back.contains(outcome.step) || (part && !std::ranges::contains(part->steps, outcome.step)))
            continue;
        const StepOrder step = ActRunner::orderOf(record, outcome.step);
        Reversal reversal =
            m_runner.worker(step.step.kind).reverse(step, outcome, {order.conflict, act.plan.steps, part != nullptr});
        for (ActStep &one : reversal.steps) {
            one.identity.insert(OfStep, qint64(outcome.step));
            one.identity.insert(OfAct, qint64(record.number));
            if (const QCborValue known = knownIn(done); !known.isUndefined())
                one.identity.insert(KnownAs, known);
        }
        std::ranges::move(reversal.steps, std::back_inserter(act.plan.steps));
        std::ranges::move(reversal.kept, std::back_inserter(act.kept));
        std::ranges::move(reversal.notes, std::back_inserter(act.plan.notes));
    }
    if (act.plan.steps.empty())
        return fail(ErrorCode::NothingToUndo, act.plan.id, Reason::NothingToTakeBack);
    if (part) {
        std::vector<quint32> all(act.plan.steps.size());
        std::ranges::iota(all, 0U);
        act.plan.things = std::vector{ActThing{part->type, part->id, all}};
    }
    return act;
}

Result<ActRecord> Acts::run(const PlannedAct &act, const ActTerms &terms)
{
    const std::lock_guard lock(m_acting);
    forgetExpired();
    auto record = m_runner.run(act, terms, [&](const QString &subject, qint64 bytes) {
        return bytes > 0 ? m_quarantine->checkRoom(subject, bytes, terms.quarantineBytes) : Result<void>();
    });
    for (size_t i = 0; record && i < record->outcomes.size(); ++i) {
        if (record->outcomes[i].facts.value(u"sealed"_s) == QCborValue(false))
            m_quarantine->sealLater(ActRunner::orderOf(*record, i).item);
    }
    return record;
}

void Acts::setTold(CommandId command)
{
    if (const auto record = ofCommand(command); record && !record->told)
        std::ignore = m_ledger.setTold(record->number); // else it is told once more
}

Result<KeptFile> Acts::copyOut(quint64 act, int handle) const
{
    const auto record = m_ledger.act(act);
    for (size_t i = 0; record && i < record->intent.plan.steps.size(); ++i) {
        const StepOrder order = ActRunner::orderOf(*record, i);
        if (!m_quarantine->hasRaw(order.item) && !m_quarantine->hasSealed(order.item))
            continue;
        return m_quarantine->copyOut(order.item, handle).transform([&order](const SealedFile::Seal &) {
            return keptFileOf(order);
        });
    }
    return fail(ErrorCode::NothingToUndo, QString::number(act));
}

} // namespace Sonde::Agent
