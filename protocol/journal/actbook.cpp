// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/journal/actbook.h"

#include "protocol/acts/knownas.h"
#include "protocol/command/actline.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// "sshd (812)": a process as people know it. Devices take that for its number.
QString knownName(const QString &pid, const QCborArray &known)
{
    for (const QCborValue process : known) {
        const QString name = process[u"name"_s].toString();
        if (!name.isEmpty() && process[u"pid"_s].toInteger() == pid.toLongLong())
            return u"%1 (%2)"_s.arg(name, pid);
    }
    return pid;
}

/// What an act is done to, as a line names it.
QString idOf(const ActPlan &plan)
{
    QCborArray known;
    for (const ActStep &step : plan.steps) {
        const QCborArray more = step.identity.value(KnownAs).toArray();
        for (const QCborValue process : more)
            known.append(process);
    }
    if (known.isEmpty())
        return plan.id;
    if (plan.type == EntityType::Process)
        return knownName(plan.id, known);
    std::vector<NamedThing> names;
    for (const ActThing &thing : plan.things.value_or(std::vector<ActThing>()))
        names.push_back({thing.type, thing.type == EntityType::Process ? knownName(thing.id, known) : thing.id});
    return plan.type == EntityType::Several && !names.empty() ? namesOf(names) : plan.id;
}

/// Of one that touches nothing besides nothing is told.
void tellBesides(ActSummary &summary, const ActPlan &plan)
{
    QStringList touched = touchedBesides(plan);
    if (touched.isEmpty())
        return;
    if (touched.size() > MostBesides)
        touched = touched.first(MostBesides) << u"…"_s;
    summary.besides = touched;
}

} // namespace

bool canBeUndone(const ActSummary &act, const QDateTime &now)
{
    using enum ActState;
    const bool touched =
        act.state == Done || act.state == Partly || act.state == NotConfirmed || act.state == PartlyUndone;
    // Processes that were ended stay so; what comes back of them is the file they ran, where that was taken away.
    const bool isLasting = act.type == EntityType::Process && act.size == 0;
    return act.kind == ActKind::Remediate && touched && !isLasting && (!act.expires || *act.expires > now);
}

bool ActBook::apply(const JournalEntry &entry)
{
    if (const auto *planned = std::get_if<Event::ActPlanned>(&entry.event)) {
        begin(entry, *planned);
        return true;
    }
    const auto *stepped = std::get_if<Event::ActStepped>(&entry.event);
    const auto *ended = std::get_if<Event::ActEnded>(&entry.event);
    const auto found = m_pages.find(entry.command);
    if ((!stepped && !ended) || found == m_pages.end())
        return false;
    if (stepped)
        step(found->second, stepped->outcome);
    else
        end(found->second, *ended, entry.number);
    touch(found->second, entry.number);
    return true;
}

void ActBook::begin(const JournalEntry &entry, const Event::ActPlanned &planned)
{
    const ActPlan &plan = planned.plan;
    Page &page = m_pages[entry.command];
    const quint64 before = page.summary.changed; // told once more after a restart of the agent
    page = {{.device = entry.device,
                .act = planned.act,
                .session = entry.session,
                .command = entry.command,
                .time = before ? page.summary.time : entry.time,
                .analyst = planned.analyst.value_or(QString()),
                .reason = planned.reason,
                .kind = plan.kind,
                .type = plan.type,
                .id = idOf(plan),
                .steps = quint32(plan.steps.size()),
                .undoes = plan.undoes,
                .undoneBy = {},
                .expires = planned.expires,
                .changed = before},
        {}};
    tellBesides(page.summary, plan);
    for (quint32 i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].kind == StepKind::MoveFile)
            page.sizes[i] = plan.steps[i].identity.value(u"size"_s).toInteger();
    }
    m_numbers[{entry.device.value(), planned.act}] = entry.command;
    touch(page, entry.number);
}

void ActBook::step(Page &page, const StepOutcome &outcome)
{
    const auto size = page.sizes.find(outcome.step);
    if (size == page.sizes.end() || (outcome.state != StepState::Done && outcome.state != StepState::NotConfirmed))
        return;
    page.summary.size += size->second;
    page.sizes.erase(size);
}

void ActBook::end(Page &page, const Event::ActEnded &ended, quint64 entry)
{
    using enum ActState;
    page.sizes.clear();
    page.summary.state = ended.state;
    const auto undone = m_numbers.find({page.summary.device.value(), ended.undoes.value_or(0)});
    const bool touched = ended.state == Done || ended.state == NotConfirmed || ended.state == Partly;
    if (!ended.undoes || !touched || undone == m_numbers.end())
        return;
    Page &other = m_pages.at(undone->second);
    other.summary.state = ended.state == Partly ? PartlyUndone : Undone;
    other.summary.undoneBy = page.summary.act;
    touch(other, entry);
}

void ActBook::touch(Page &page, quint64 entry)
{
    m_order.erase({page.summary.changed, page.summary.command});
    page.summary.changed = entry;
    m_order.insert({entry, page.summary.command});
}

std::vector<ActSummary> ActBook::changedAfter(quint64 entry, size_t most) const
{
    std::vector<ActSummary> acts;
    for (auto at = m_order.lower_bound({entry + 1, CommandId()}); at != m_order.end(); ++at) {
        if (acts.size() >= most && acts.back().changed != at->first)
            break;
        acts.push_back(m_pages.at(at->second).summary);
    }
    return acts;
}

} // namespace Sonde
