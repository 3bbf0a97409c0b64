// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/killprocesses.h"

#include "agent/acts/processes/caughtprocesses.h"
#include "agent/acts/processes/controlgroups.h"
#include "protocol/acts/knownas.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr auto EndPatience = 5s;
const auto GroupsKey = u"groups"_s;

QCborArray shownProcesses(const std::vector<qint64> &pids)
{
    QCborArray names;
    for (const qint64 pid : pids)
        names.append(shownProcess(pid));
    return names;
}

QByteArrayList groupsKept(const StepOrder &order)
{
    QByteArrayList groups;
    for (const QCborValue group : order.kept.value(GroupsKey).toArray())
        groups += DevicePath::fromTyped(group.toString()).bytes();
    return groups;
}

/// Of those who are still who they are said to be, with those who descend from them.
QByteArrayList groupsOf(const ActStep &step)
{
    const ProcessTable table;
    QSet<qint64> pids;
    for (const ProcessIdentity &one : processesOf(step)) {
        if (HeldProcess::open(one, table))
            pids.insert(one.pid);
    }
    const auto view = step.identity.value(u"tree"_s).toBool() ? ProcessView::take(table) : fail(ErrorCode::NotFound);
    return ControlGroups::holdingOnly(view ? view->withDescendants(pids) : pids);
}

} // namespace

ActStep killProcessesStep(const std::vector<ProcessIdentity> &processes, bool tree)
{
    QCborArray list;
    QStringList pids;
    for (const ProcessIdentity &one : processes) {
        list.append(one.toCbor());
        pids += QString::number(one.pid);
    }
    return {StepKind::KillProcesses, pids.join(u", "_s), {{u"processes"_s, list}, {u"tree"_s, tree}}};
}

ActStep killProcessesStep(const std::vector<ProcessFacts> &processes, bool tree)
{
    std::vector<ProcessIdentity> identities;
    QCborArray known;
    for (const ProcessFacts &facts : processes) {
        identities.push_back(ProcessIdentity::of(facts));
        known.append(QCborMap{{u"pid"_s, facts.pid}, {u"name"_s, DevicePath(facts.name).typed()},
            {u"user_name"_s, facts.user}, {u"creation_time"_s, facts.created}});
    }
    ActStep step = killProcessesStep(identities, tree);
    step.identity.insert(KnownAs, known);
    return step;
}

/// Known before, so that after a crash nobody is left frozen.
Result<QCborMap> KillProcessesWorker::prepare(const ActStep &step)
{
    QCborArray groups;
    for (const QByteArray &group : groupsOf(step))
        groups.append(DevicePath(group).typed());
    return groups.isEmpty() ? QCborMap() : QCborMap{{GroupsKey, groups}};
}

StepResult KillProcessesWorker::apply(const StepOrder &order)
{
    // Somebody may have come into a group since.
    QByteArrayList groups = groupsKept(order);
    if (const QByteArrayList now = groups.isEmpty() ? QByteArrayList() : groupsOf(order.step); now != groups)
        groups.clear();
    CaughtProcesses caught;
    caught.add(processesOf(order.step), groups);
    if (caught.held().empty()) {
        std::ignore = letRunOn({}, caught.frozen());
        return {StepState::AlreadySo, {}, {}};
    }
    if (order.step.identity.value(u"tree"_s).toBool())
        caught.addDescendants();
    else
        caught.waitForStops();
    QCborMap facts{{u"images"_s, keepImages(caught, order.item)}, {u"found"_s, qint64(caught.held().size())}};
    if (!caught.frozen().isEmpty())
        facts.insert(GroupsKey, order.kept.value(GroupsKey));
    const std::vector<qint64> left = caught.kill(EndPatience);
    if (left.empty())
        return StepResult::done(facts);
    // The kill is with the kernel: as soon as what they wait for answers, they end.
    return {StepState::NotConfirmed,
        errorBecause(Reason::KilledAndWaiting, ErrorCode::StillThere, order.step.subject)
            .with(Fact::Processes, shownProcesses(left)),
        facts};
}

QCborArray KillProcessesWorker::keepImages(const CaughtProcesses &caught, const QString &item)
{
    QCborArray images;
    std::vector<std::pair<quint64, quint64>> kept;
    for (const auto &[pid, process] : caught.held()) {
        const auto image = process.namelessImage();
        if (!image || std::ranges::contains(kept, std::pair(image->volume, image->inode)))
            continue;
        const QString name = kept.empty() ? item : u"%1_%2"_s.arg(item).arg(kept.size());
        const auto sealed = m_quarantine.seal(image->file->handle(), name);
        kept.emplace_back(image->volume, image->inode);
        images.append(QCborMap{{u"pid"_s, pid}, {u"item"_s, name},
            {u"sha256"_s, sealed ? QCborValue(QString::fromLatin1(sealed->sha256.toHex())) : QCborValue(nullptr)}});
    }
    return images;
}

Reversal KillProcessesWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &)
{
    Reversal reversal;
    reversal.notes.push_back({NoteKind::CannotUndo, order.step.subject, {{u"facts"_s, QCborArray{u"processes"_s}}}});
    return reversal;
}

StepResult KillProcessesWorker::recover(const StepOrder &order)
{
    // Who was stopped and not killed runs on, also those that were found only then.
    const auto planned = processesOf(order.step);
    const QSet<qint64> alive = letRunOn(planned, groupsKept(order));
    if (alive.isEmpty())
        return StepResult::done();
    const Error error = errorBecause(Reason::TheyRunOn, ErrorCode::Interrupted, order.step.subject);
    return size_t(alive.size()) == planned.size() ? StepResult::refused(error) : StepResult::failed(error);
}

} // namespace Sonde::Agent
