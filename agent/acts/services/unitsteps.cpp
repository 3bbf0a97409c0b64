// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/unitsteps.h"

#include "agent/acts/files/movefile.h"
#include "agent/acts/files/sidefolder.h"
#include "agent/acts/processes/processset.h"
#include "agent/system/files/filetree.h"
#include "agent/system/systemd/unitcontrol.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <cerrno>
#include <fcntl.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

/// As long as systemd itself waits before it kills, and a little more (DefaultTimeoutStopSec=90s).
constexpr auto StopPatience = 100s;
constexpr auto StartPatience = 20s;
constexpr auto Pause = 50ms;
constexpr QByteArrayView MaskTarget("/dev/null");

/// Of the device, or of the user that the step names.
Result<std::unique_ptr<Linux::UnitControl>> control(const QByteArray &root, const ActStep &step)
{
    const Linux::FileTree tree(root, {});
    const QCborValue user = step.identity.value(u"user"_s);
    return user.isInteger() ? Linux::UnitControl::connectToUser(tree, user.toInteger())
                            : Linux::UnitControl::connect(tree);
}

QByteArray unitOf(const StepOrder &order)
{
    return order.step.subject.toUtf8();
}

/// The state it has come to, once `isWanted` likes it or the time is up.
template<typename Wanted>
Result<Linux::UnitState> stateOnce(
    const Linux::UnitControl &systemd, const QByteArray &unit, std::chrono::seconds patience, Wanted isWanted)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        auto state = systemd.state(unit);
        if (!state || isWanted(*state) || std::chrono::steady_clock::now() > end)
            return state;
        std::this_thread::sleep_for(Pause);
    }
}

/// Processes of a control group, in whichever hierarchy this device has it.
std::vector<qint64> processesIn(const QByteArray &controlGroup)
{
    std::vector<qint64> pids;
    if (controlGroup.isEmpty() || controlGroup == "/")
        return pids;
    for (const char *hierarchy : {"/sys/fs/cgroup", "/sys/fs/cgroup/systemd", "/sys/fs/cgroup/unified"}) {
        const QByteArray path = hierarchy + controlGroup + "/cgroup.procs";
        for (const QByteArray &line : Linux::readWhole(path).value_or(QByteArray()).split('\n')) {
            if (const qint64 pid = line.toLongLong(); pid > 0)
                pids.push_back(pid);
        }
    }
    return pids;
}

/// Whom KillMode= has left; the names of those who do not even end by that.
QCborArray killRest(const QByteArray &controlGroup)
{
    const ProcessTable table;
    QCborArray left;
    for (const qint64 pid : processesIn(controlGroup)) {
        const auto facts = table.facts(pid);
        const auto process = facts ? HeldProcess::open(ProcessIdentity::of(*facts), table) : fail(ErrorCode::NotFound);
        if (process && process->kill() && !process->waitForEnd(5s))
            left.append(shownProcess(pid));
    }
    return left;
}

} // namespace

StepResult UnitWorker::apply(const StepOrder &order)
{
    switch (order.step.kind) {
    case StepKind::StopUnit: return stop(order);
    case StepKind::StartUnit: return start(order);
    default: return reload(order);
    }
}

StepResult UnitWorker::stop(const StepOrder &order)
{
    const auto systemd = control(m_root, order.step);
    const auto before = systemd ? (*systemd)->state(unitOf(order)) : std::unexpected(systemd.error());
    if (!before)
        return StepResult::failed(before.error());
    if (!before->isActive() && processesIn(before->controlGroup).empty())
        return {StepState::AlreadySo, {}, {}};
    if (const auto ordered = (*systemd)->stop(unitOf(order)); !ordered)
        return StepResult::failed(ordered.error());
    const auto now =
        stateOnce(**systemd, unitOf(order), StopPatience, [](const auto &state) { return !state.isActive(); });
    const QCborArray left = killRest(before->controlGroup);
    if (!now || now->isActive() || !left.isEmpty())
        return {StepState::NotConfirmed,
            Error{ErrorCode::StillThere, order.step.subject, {}, {}}.with(
                Fact::Processes, left.isEmpty() ? QCborArray{order.step.subject} : left),
            {}};
    return StepResult::done({{u"was"_s, before->active}});
}

StepResult UnitWorker::start(const StepOrder &order)
{
    const auto systemd = control(m_root, order.step);
    const auto ordered = systemd ? (*systemd)->start(unitOf(order)) : std::unexpected(systemd.error());
    if (!ordered)
        return StepResult::failed(ordered.error());
    const auto now = stateOnce(**systemd, unitOf(order), StartPatience,
        [](const auto &state) { return state.active == u"active" || state.active == u"failed"; });
    if (now && now->isActive())
        return StepResult::done({{u"is"_s, now->active}});
    return StepResult::failed({ErrorCode::CannotStart, order.step.subject, now ? now->active : now.error().reason, {}});
}

StepResult UnitWorker::reload(const StepOrder &order)
{
    const auto systemd = control(m_root, order.step);
    const auto reloaded = systemd ? (*systemd)->reload() : std::unexpected(systemd.error());
    if (!reloaded)
        return StepResult::failed(reloaded.error());
    const QCborValue masked = order.step.identity.value(u"masked"_s);
    QCborArray loads;
    for (const QCborValue unit : masked.isString() ? QCborArray{masked} : masked.toArray()) {
        if (const auto state = (*systemd)->state(unit.toString().toUtf8()))
            loads.append(state->load);
    }
    if (loads.size() > 1)
        return StepResult::done({{u"load"_s, loads}});
    return StepResult::done(loads.isEmpty() ? QCborMap() : QCborMap{{u"load"_s, loads.at(0)}});
}

StepResult UnitWorker::recover(const StepOrder &order)
{
    if (order.step.kind == StepKind::ReloadUnits)
        return reload(order);
    const auto systemd = control(m_root, order.step);
    const auto state = systemd ? (*systemd)->state(unitOf(order)) : std::unexpected(systemd.error());
    if (!state)
        return {StepState::NotConfirmed, state.error(), {}};
    const bool stops = order.step.kind == StepKind::StopUnit;
    if (state->isActive() != stops)
        return StepResult::done(stops ? QCborMap{{u"was"_s, u"active"_s}} : QCborMap());
    return StepResult::refused({ErrorCode::Interrupted, order.step.subject, state->active, {}});
}

Reversal UnitWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &)
{
    if (order.step.kind != StepKind::StopUnit)
        return {};
    // Its files are there again by then, and systemd has to know.
    const QCborValue user = order.step.identity.value(u"user"_s);
    const QCborMap whose = user.isInteger() ? QCborMap{{u"user"_s, user}} : QCborMap();
    const QString manager = user.isInteger() ? u"user@%1.service"_s.arg(user.toInteger()) : u"systemd"_s;
    return {{{StepKind::ReloadUnits, manager, whose}, {StepKind::StartUnit, order.step.subject, whose}}, {{}, {}}, {}};
}

// ---- masks

StepResult MaskUnitWorker::apply(const StepOrder &order)
{
    const QByteArray path = DevicePath::fromTyped(order.step.subject).bytes();
    const auto folder = openFolderWithoutLinks(Linux::folderOf(path));
    if (!folder)
        return StepResult::refused(folder.error());
    const QByteArray name = Linux::baseName(path);
    const auto there = PinnedFile::open(path);
    const bool isMask =
        there && there->isLink() && takeImage(*there).value_or(FileImage()).target == MaskTarget.toByteArray();
    const bool masks = order.step.kind == StepKind::MaskUnit;
    if (isMask == masks)
        return {masks ? StepState::AlreadySo : StepState::Done, {}, {}};
    const FlagsLift lift(folder->number());
    if (masks ? ::symlinkat(MaskTarget.data(), folder->number(), name.constData()) != 0
              : isMask && ::unlinkat(folder->number(), name.constData(), 0) != 0)
        return errno == EEXIST ? StepResult::refused({ErrorCode::UndoConflict, order.step.subject, {}, {}})
                               : StepResult::failed(errorFromErrno(errno, order.step.subject));
    flushFolder(folder->number());
    return StepResult::done();
}

StepResult MaskUnitWorker::recover(const StepOrder &order)
{
    StepResult result = apply(order);
    if (result.state == StepState::AlreadySo) // that was us
        result.state = StepState::Done;
    return result;
}

Reversal MaskUnitWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &)
{
    if (order.step.kind != StepKind::MaskUnit)
        return {};
    return {{{StepKind::UnmaskUnit, order.step.subject, {}}}, {{}}, {}};
}

} // namespace Sonde::Agent
