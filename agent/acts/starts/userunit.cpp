// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/userunit.h"

#include "agent/acts/files/pinnedfile.h"
#include "agent/acts/processes/killprocesses.h"
#include "agent/acts/starts/startsteps.h"
#include "agent/system/files/files.h"
#include "agent/system/files/filetree.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/packages/packages.h"
#include "agent/system/systemd/unitcontrol.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Where the unit is enabled, and masked: beside it in a home, in /etc for everybody's.
QByteArray enabledIn(const QByteArray &path)
{
    const qsizetype home = path.indexOf("/.config/systemd/user/");
    if (home >= 0)
        return path.first(home) + "/.config/systemd/user";
    const qsizetype data = path.indexOf("/.local/share/systemd/user/");
    return data >= 0 ? QByteArray(path.first(data) + "/.config/systemd/user") : QByteArray("/etc/systemd/user");
}

std::vector<QByteArray> linksTo(const Linux::FileTree &tree, const QByteArray &folder, const QByteArray &unit)
{
    std::vector<QByteArray> links;
    std::ignore = readDirectory(tree.outside(folder), [&](const DirectoryEntry &entry) {
        const QByteArray path = folder + '/' + entry.name;
        if (entry.isDirectory && (entry.name.endsWith(".wants") || entry.name.endsWith(".requires")))
            links.push_back(path + '/' + unit);
        else if (entry.name != unit && Linux::baseName(tree.linkTarget(path)) == unit)
            links.push_back(path);
        return true;
    });
    std::erase_if(links, [&tree](const QByteArray &link) { return tree.linkTarget(link).isEmpty(); });
    std::ranges::sort(links);
    return links;
}

/// What no package owns goes; what one owns is named.
void addUnowned(ActPlan &plan, const QByteArray &root, const QByteArray &path, const PlanTerms &terms)
{
    const auto place = placeOf(root, path);
    const auto file = place ? PinnedFile::open(*place) : std::unexpected(place.error());
    if (!file)
        return;
    const auto package = file->isLink() ? std::nullopt : packageOf(path, root, terms.stop);
    if (package)
        plan.notes.push_back({NoteKind::DependedOnBy, DevicePath(*place).typed(), {{u"package"_s, package->package}}});
    else
        std::ignore = addMoveFile(plan, *place, {.stop = terms.stop});
}

/// Users whose own systemd runs it, and answers; with what starts it there.
struct RunningFor {
    qint64 user;
    QByteArrayList triggers;
};

std::vector<RunningFor> whoRuns(const Linux::FileTree &tree, const PersistenceEntry &entry)
{
    std::vector<RunningFor> found;
    for (const qint64 user : Linux::UnitControl::users(tree)) {
        const auto systemd = Linux::UnitControl::connectToUser(tree, user);
        const auto state = systemd ? (*systemd)->state(entry.name) : std::unexpected(systemd.error());
        if (!state || state->fragment != entry.path)
            continue;
        RunningFor running{user, {}};
        for (const QByteArray &trigger : state->triggeredBy) {
            if (const auto its = (*systemd)->state(trigger); its && its->isActive())
                running.triggers += trigger;
        }
        if (state->isActive() || !running.triggers.isEmpty())
            found.push_back(running);
    }
    return found;
}

void addStops(ActPlan &plan, const std::vector<RunningFor> &whose, const QByteArray &unit)
{
    for (const RunningFor &running : whose) {
        for (const QByteArray &one : running.triggers + QByteArrayList{unit})
            plan.steps.push_back({StepKind::StopUnit, QString::fromUtf8(one), {{u"user"_s, running.user}}});
    }
}

void addReloads(ActPlan &plan, const std::vector<RunningFor> &whose, const QByteArray &unit)
{
    for (const RunningFor &running : whose)
        plan.steps.push_back({StepKind::ReloadUnits, u"user@%1.service"_s.arg(running.user),
            {{u"user"_s, running.user}, {u"masked"_s, QString::fromUtf8(unit)}}});
}

void addProcesses(ActPlan &plan, const QByteArray &unit, const QByteArray &command)
{
    const ProcessTable table;
    const auto view = ProcessView::take(table);
    QSet<qint64> pids;
    for (const ProcessFacts &facts : view ? view->all() : std::vector<ProcessFacts>()) {
        if (facts.service == unit && !view->isProtected(facts.pid))
            pids.insert(facts.pid);
    }
    std::vector<ProcessFacts> processes;
    for (const qint64 pid : pids.isEmpty() ? pids : view->withDescendants(pids))
        processes.push_back(*view->find(pid));
    if (processes.empty())
        return;
    plan.steps.push_back(killProcessesStep(processes, true));
    plan.steps.push_back({StepKind::LookAgain, QString::fromUtf8(unit),
        {{u"command_lines"_s, QCborArray{DevicePath(command).typed()}}}});
}

} // namespace

Result<void> addUserUnit(ActPlan &plan, const QByteArray &root, const PersistenceEntry &entry, const PlanTerms &terms)
{
    const Linux::FileTree tree(root, terms.stop);
    const QByteArray folder = enabledIn(entry.path);
    const std::vector<RunningFor> whose = whoRuns(tree, entry);
    addStops(plan, whose, entry.name);
    for (const QByteArray &link : linksTo(tree, folder, entry.name))
        addUnowned(plan, root, link, terms);
    addUnowned(plan, root, entry.path, terms);
    const QByteArray program = Linux::splitCommand(entry.command).program;
    if (program.startsWith('/'))
        addUnowned(plan, root, program, terms);
    const auto place = placeOf(root, folder + '/' + entry.name);
    if (place)
        plan.steps.push_back({StepKind::MaskUnit, DevicePath(*place).typed(), {}});
    addReloads(plan, whose, entry.name);
    addProcesses(plan, entry.name, entry.command);
    if (whose.empty()) // it may remember the unit, and cannot be told
        plan.notes.push_back({NoteKind::BroughtBackBy, plan.id, {{u"units"_s, QCborArray{u"user@.service"_s}}}});
    return {};
}

} // namespace Sonde::Agent
