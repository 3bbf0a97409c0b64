// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/severalplan.h"

#include "agent/acts/lines/linesinturn.h"
#include "agent/acts/processes/caughtprocesses.h"
#include "agent/acts/processes/killprocesses.h"
#include "agent/acts/processes/stopprocesses.h"
#include "protocol/base/reason.h"
#include "protocol/command/actline.h"

#include <QCborArray>
#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const auto UserKey = u"user"_s;

/// What is in either, each once.
QCborArray united(const QCborValue &one, const QCborValue &other)
{
    QCborArray all = one.toArray();
    const QCborArray more = other.toArray();
    for (const QCborValue value : more) {
        if (!all.contains(value))
            all.append(value);
    }
    return all;
}

/// All lists of a step, with those of another of its kind.
void unite(ActStep &step, const ActStep &other)
{
    for (const auto &[name, value] : other.identity) {
        const bool isList = value.isArray() || step.identity.value(name).isArray();
        const QCborValue known = step.identity.value(name);
        if (isList)
            step.identity.insert(name, united(known, value));
        else if (value.isBool())
            step.identity.insert(name, known.toBool() || value.toBool());
    }
}

/// Of these kinds there is one step, whatever it is about.
bool isOneForAll(StepKind kind)
{
    return kind == StepKind::KillProcesses || kind == StepKind::LookAgain;
}

bool isSame(const ActStep &one, const ActStep &other)
{
    if (one.kind != other.kind)
        return false;
    const bool isLine = one.kind == StepKind::RemoveLine;
    return isOneForAll(one.kind)
        || (one.subject == other.subject && one.identity.value(UserKey) == other.identity.value(UserKey)
            && (!isLine || one.identity.value(u"line_number"_s) == other.identity.value(u"line_number"_s)));
}

bool has(const ActPlan &plan, StepKind kind)
{
    return std::ranges::contains(plan.steps, kind, &ActStep::kind);
}

bool startsOthers(const QString &unit)
{
    static constexpr std::array types{".timer"_L1, ".socket"_L1, ".path"_L1};
    return std::ranges::any_of(types, [&unit](auto type) { return unit.endsWith(type); });
}

} // namespace

SeveralPlan::Phase SeveralPlan::phaseOf(const ActStep &step, const ActPlan &plan)
{
    switch (step.kind) {
    case StepKind::StopUnit: return startsOthers(step.subject) ? Phase::Starts : Phase::Stops;
    case StepKind::MaskUnit: return Phase::Units;
    case StepKind::ReloadUnits: return Phase::Reloads;
    case StepKind::KillProcesses: return Phase::Kills;
    case StepKind::LookAgain: return Phase::Looks;
    case StepKind::StopService: return Phase::Stops;
    case StepKind::DisableService: return Phase::Units;
    case StepKind::RemoveLine:
    case StepKind::RemoveTask:
    case StepKind::RemoveRegistry: return Phase::Starts;
    default: break;
    }
    if (plan.type == EntityType::File || plan.type == EntityType::Process)
        return Phase::Files;
    return has(plan, StepKind::MaskUnit) || plan.type == EntityType::Service ? Phase::Units : Phase::Starts;
}

void SeveralPlan::add(const ActPlan &plan)
{
    const auto thing = quint32(m_things.size());
    m_things.push_back({plan.type, plan.id, {}});
    for (const ActStep &step : plan.steps) {
        ActStep own = step;
        if (const QCborValue masked = step.identity.value(u"masked"_s); masked.isString())
            own.identity.insert(u"masked"_s, QCborArray{masked});
        Step &done = at(phaseOf(step, plan), own);
        if (!std::ranges::contains(done.things, thing))
            done.things.push_back(thing);
    }
    for (const ActNote &note : plan.notes) {
        if (!std::ranges::contains(m_notes, note))
            m_notes.push_back(note);
    }
}

SeveralPlan::Step &SeveralPlan::at(Phase phase, const ActStep &step)
{
    const auto found = std::ranges::find_if(m_steps, [&step](const Step &one) { return isSame(one.step, step); });
    if (found == m_steps.end()) {
        m_steps.push_back({phase, step, {}, {}});
        return m_steps.back();
    }
    found->phase = std::min(found->phase, phase);
    if (isOneForAll(step.kind) || step.kind == StepKind::ReloadUnits)
        unite(found->step, step);
    return *found;
}

/// The whole file goes with all its lines.
void SeveralPlan::dropLinesOfFilesThatGo()
{
    for (Step &line : m_steps) {
        const auto file = std::ranges::find_if(m_steps, [&line](const Step &one) {
            return one.step.kind == StepKind::MoveFile && one.step.subject == line.step.subject;
        });
        if (line.step.kind != StepKind::RemoveLine || file == m_steps.end())
            continue;
        file->phase = std::min(file->phase, line.phase);
        for (const quint32 thing : std::exchange(line.things, {})) {
            if (!std::ranges::contains(file->things, thing))
                file->things.push_back(thing);
        }
    }
    std::erase_if(m_steps, [](const Step &step) { return step.things.empty(); });
}

Result<void> SeveralPlan::removeLinesInTurn()
{
    QStringList files;
    for (const Step &step : m_steps) {
        if (step.step.kind == StepKind::RemoveLine && !files.contains(step.step.subject))
            files += step.step.subject;
    }
    const auto numberOf = [](const Step *step) { return step->step.identity.value(u"line_number"_s).toInteger(); };
    for (const QString &file : files) {
        std::vector<Step *> lines;
        for (Step &step : m_steps) {
            if (step.step.kind == StepKind::RemoveLine && step.step.subject == file)
                lines.push_back(&step);
        }
        if (lines.size() < 2)
            continue;
        // From the last one up: the numbers of the others stay what they are.
        std::vector<Step> sorted;
        std::vector<Step *> places = lines;
        std::ranges::sort(lines, std::greater(), numberOf);
        std::vector<ActStep> steps;
        for (const Step *line : lines) {
            sorted.push_back(*line);
            steps.push_back(line->step);
        }
        const auto inTurn = linesInTurn(steps);
        if (!inTurn)
            return std::unexpected(inTurn.error());
        for (size_t i = 0; i < sorted.size(); ++i) {
            sorted[i].step = inTurn->at(i).step;
            sorted[i].kept = inTurn->at(i).kept;
            *places[i] = sorted[i];
        }
    }
    return {};
}

/// While they stand still, nobody of them puts back what is taken away.
void SeveralPlan::addHold()
{
    const auto kill = std::ranges::find(m_steps, Phase::Kills, &Step::phase);
    if (kill == m_steps.end())
        return;
    std::vector<ProcessIdentity> processes = processesOf(kill->step);
    const ActStep whole = killProcessesStep(processes, kill->step.identity.value(u"tree"_s).toBool());
    kill->step.subject = whole.subject;
    m_steps.push_back({Phase::Hold, stopProcessesStep(processes), {}, kill->things});
}

void SeveralPlan::addWhatMayNotComeBack()
{
    QCborArray files;
    QCborArray lines;
    for (const Step &step : m_steps) {
        if (step.step.kind == StepKind::MoveFile)
            files.append(step.step.subject);
        else if (step.step.kind == StepKind::RemoveLine)
            lines.append(QCborMap{{u"path"_s, step.step.subject}, {u"line"_s, step.step.identity.value(u"line"_s)}});
    }
    std::vector<quint32> all(m_things.size());
    std::ranges::iota(all, quint32(0));
    Step &look = at(Phase::Looks, {StepKind::LookAgain, {}, {{u"files"_s, files}, {u"lines"_s, lines}}});
    look.things = all;
    // Who is ended is not known to be somebody else.
    const auto kill = std::ranges::find(m_steps, Phase::Kills, &Step::phase);
    const QCborArray doomed =
        kill == m_steps.end() ? QCborArray() : kill->step.identity.value(u"processes"_s).toArray();
    QCborArray known;
    const QCborArray others = look.step.identity.value(u"known"_s).toArray();
    for (const QCborValue other : others) {
        if (!doomed.contains(other))
            known.append(other);
    }
    look.step.identity.insert(u"known"_s, known);
    look.step.subject = nameOfAll();
}

QString SeveralPlan::nameOfAll() const
{
    std::vector<NamedThing> names;
    names.reserve(m_things.size());
    for (const ActThing &thing : m_things)
        names.push_back({thing.type, thing.id});
    return namesOf(names);
}

Result<PlannedAct> SeveralPlan::take()
{
    dropLinesOfFilesThatGo();
    if (const auto inTurn = removeLinesInTurn(); !inTurn)
        return std::unexpected(inTurn.error());
    addWhatMayNotComeBack();
    addHold();
    std::ranges::stable_sort(m_steps, {}, &Step::phase);
    PlannedAct act;
    act.plan.type = EntityType::Several;
    act.plan.notes = m_notes;
    act.plan.id = nameOfAll();
    for (quint32 i = 0; i < m_steps.size(); ++i) {
        act.plan.steps.push_back(m_steps[i].step);
        act.kept.push_back(m_steps[i].kept);
        for (const quint32 thing : m_steps[i].things)
            m_things.at(thing).steps.push_back(i);
    }
    act.plan.things = m_things;
    return act;
}

} // namespace Sonde::Agent
