// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/caughtprocesses.h"

#include "agent/acts/processes/controlgroups.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

/// A process that waits for hardware stops for nobody.
constexpr auto StopPatience = 500ms;
/// Who starts processes faster than they can be found is stopped by then.
constexpr int MostRounds = 100;

} // namespace

void CaughtProcesses::add(const std::vector<ProcessIdentity> &processes, const QByteArrayList &groups)
{
    freeze(groups);
    for (const ProcessIdentity &one : processes)
        addOne(one);
}

void CaughtProcesses::freeze(const QByteArrayList &groups)
{
    for (const QByteArray &group : groups) {
        if (!ControlGroups::freeze(group, StopPatience))
            continue;
        m_frozen += group;
        m_still += ControlGroups::membersOf(group);
    }
}

/// False when it has ended.
bool CaughtProcesses::addOne(const ProcessIdentity &identity)
{
    auto process = HeldProcess::open(identity, m_table);
    if (!process || m_held.contains(identity.pid) || (!m_still.contains(identity.pid) && !process->stop()))
        return false;
    m_held.emplace(identity.pid, std::move(*process));
    return true;
}

void CaughtProcesses::addDescendants()
{
    for (int round = 0; round < MostRounds; ++round) {
        waitForStops();
        if (!addNewOnes())
            return;
    }
}

void CaughtProcesses::waitForStops()
{
    for (const auto &[pid, process] : m_held) {
        if (!m_still.contains(pid))
            std::ignore = process.waitForStop(StopPatience);
    }
}

bool CaughtProcesses::addNewOnes()
{
    const auto view = ProcessView::take(m_table);
    QSet<qint64> pids = m_still;
    for (const auto &[pid, process] : m_held)
        pids.insert(pid);
    bool isNew = false;
    for (const qint64 pid : view ? view->withDescendants(pids) : pids) {
        const ProcessFacts *facts = m_held.contains(pid) || !view ? nullptr : view->find(pid);
        if (facts && !view->isProtected(pid))
            isNew = addOne(ProcessIdentity::of(*facts)) || isNew;
    }
    return isNew;
}

std::vector<qint64> CaughtProcesses::kill(std::chrono::milliseconds patience)
{
    for (const QByteArray &group : m_frozen)
        std::ignore = ControlGroups::kill(group);
    for (const auto &[pid, process] : m_held)
        process.kill();
    std::vector<qint64> left;
    const auto end = std::chrono::steady_clock::now() + patience;
    for (const auto &[pid, process] : m_held) {
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (!process.waitForEnd(std::max(rest, 0ms)))
            left.push_back(pid);
    }
    for (const QByteArray &group : m_frozen)
        ControlGroups::thaw(group);
    return left;
}

std::vector<ProcessIdentity> processesOf(const ActStep &step)
{
    std::vector<ProcessIdentity> processes;
    for (const QCborValue one : step.identity.value(u"processes"_s).toArray())
        processes.push_back(ProcessIdentity::fromCbor(one.toMap()));
    return processes;
}

QSet<qint64> letRunOn(const std::vector<ProcessIdentity> &processes, const QByteArrayList &groups)
{
    for (const QByteArray &group : groups)
        ControlGroups::thaw(group);
    const ProcessTable table;
    QSet<qint64> alive;
    for (const ProcessIdentity &one : processes) {
        if (const auto process = HeldProcess::open(one, table))
            alive.insert(one.pid);
    }
    const auto view = ProcessView::take(table);
    for (const qint64 pid : view ? view->withDescendants(alive) : alive) {
        const ProcessFacts *facts = view ? view->find(pid) : nullptr;
        const auto process = facts ? HeldProcess::open(ProcessIdentity::of(*facts), table) : fail(ErrorCode::NotFound);
        if (process && process->isStopped())
            process->letRunOn();
    }
    return alive;
}

} // namespace Sonde::Agent
