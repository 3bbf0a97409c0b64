// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/stopprocesses.h"

#include "agent/acts/processes/caughtprocesses.h"
#include "protocol/base/reason.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

ActStep stopProcessesStep(const std::vector<ProcessIdentity> &processes)
{
    QCborArray list;
    QStringList pids;
    for (const ProcessIdentity &one : processes) {
        list.append(one.toCbor());
        pids += QString::number(one.pid);
    }
    return {StepKind::StopProcesses, pids.join(u", "_s), {{u"processes"_s, list}}};
}

StepResult StopProcessesWorker::apply(const StepOrder &order)
{
    CaughtProcesses caught;
    // By signals alone: a unit whose group is frozen does not end when systemd asks it to.
    caught.add(processesOf(order.step));
    if (caught.held().empty())
        return {StepState::AlreadySo, {}, {}};
    caught.addDescendants();
    QCborArray all;
    for (const auto &[pid, process] : caught.held())
        all.append(process.identity().toCbor());
    return StepResult::done({{u"processes"_s, all}});
}

StepResult StopProcessesWorker::recover(const StepOrder &order)
{
    if (letRunOn(processesOf(order.step)).isEmpty())
        return {StepState::AlreadySo, {}, {}};
    return StepResult::refused(errorBecause(Reason::TheyRunOn, ErrorCode::Interrupted, order.step.subject));
}

void StopProcessesWorker::settle(const StepOrder &order, const StepOutcome &outcome)
{
    if (outcome.state != StepState::Done)
        return;
    ActStep caught = order.step;
    caught.identity = outcome.facts; // those that were found only then are among them
    std::ignore = letRunOn(processesOf(caught));
}

} // namespace Sonde::Agent
