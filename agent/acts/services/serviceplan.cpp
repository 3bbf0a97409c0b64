// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/serviceplan.h"

#include "agent/acts/files/pinnedfile.h"
#include "agent/acts/processes/killprocesses.h"
#include "agent/acts/starts/startsteps.h"
#include "agent/system/files/files.h"
#include "agent/system/files/filetree.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/packages/packages.h"
#include "agent/system/systemd/unitname.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr auto AdministratorsFolder = "/etc/systemd/system/";
constexpr std::array TriggerTypes{"timer", "socket", "path"};

Linux::UnitFiles unitsOf(const QByteArray &root, const std::stop_token &stop)
{
    Linux::FileTree tree(root, stop);
    return Linux::readUnitFiles(tree, Linux::UnitFolders::ofSystem());
}

bool doesSystemdRun(const QByteArray &root)
{
    return Linux::FileTree(root, {}).isFolder("/run/systemd/system");
}

/// The unit that a timer, socket or path starts: the one it names, else that of its own name.
QByteArray triggered(const Linux::UnitFile &trigger)
{
    const Linux::UnitName name = Linux::UnitName::parse(trigger.name);
    QByteArray section = name.type;
    section[0] = char(section.at(0) - 'a' + 'A');
    const QByteArray named = trigger.value(section, name.type == "socket" ? "Service" : "Unit");
    return named.isEmpty() ? QByteArray(trigger.name.chopped(name.type.size()) + "service") : named;
}

bool isTrigger(const QByteArray &unit)
{
    return std::ranges::contains(TriggerTypes, Linux::UnitName::parse(unit).type);
}

} // namespace

ServicePlan::ServicePlan(QByteArray root, ActPlan &plan, const PlanTerms &terms)
    : m_root(std::move(root))
    , m_plan(plan)
    , m_terms(terms)
    , m_units(unitsOf(m_root, terms.stop))
    , m_systemdRuns(doesSystemdRun(m_root))
{
}

QString ServicePlan::ownerOf(const QByteArray &path) const
{
    const auto package = packageOf(path, m_root, m_terms.stop);
    return package ? package->package : QString();
}

Result<void> ServicePlan::addUnit(const Service &service)
{
    const Linux::UnitFile unit = m_units.value(service.name);
    addTriggers(service.name);
    addStop(service.name);
    addLinks(service.name);
    const QByteArray fragment = service.path.isEmpty() ? unit.path : service.path;
    if (!fragment.isEmpty())
        addFile(fragment);
    for (const QByteArray &dropIn : unit.dropIns)
        addFile(dropIn);
    addProgram(service);
    addMask(service.name);
    addNotes(unit);
    return {};
}

void ServicePlan::addProgram(const Service &service)
{
    if (!service.binary.startsWith('/'))
        return;
    addFile(service.binary);
    QCborArray others;
    for (const Linux::UnitFile &unit : m_units) {
        if (unit.name != service.name && Linux::splitCommand(unit.command()).program == service.binary)
            others.append(QString::fromUtf8(unit.name));
    }
    if (!others.isEmpty())
        m_plan.notes.push_back({NoteKind::DependedOnBy, DevicePath(service.binary).typed(), {{u"units"_s, others}}});
}

void ServicePlan::addTriggers(const QByteArray &unit)
{
    for (const Linux::UnitFile &trigger : m_units) {
        if (!isTrigger(trigger.name) || !trigger.aliasOf.isEmpty() || triggered(trigger) != unit)
            continue;
        addEndOf(trigger);
    }
}

void ServicePlan::addEndOf(const Linux::UnitFile &unit)
{
    addStop(unit.name);
    addLinks(unit.name);
    addFile(unit.path);
    for (const QByteArray &dropIn : unit.dropIns)
        addFile(dropIn);
}

void ServicePlan::addMask(const QByteArray &unit)
{
    const QByteArray mask = AdministratorsFolder + unit;
    if (const auto place = placeOf(m_root, mask))
        m_plan.steps.push_back({StepKind::MaskUnit, DevicePath(*place).typed(), {}});
    if (m_systemdRuns)
        m_plan.steps.push_back({StepKind::ReloadUnits, u"systemd"_s, {{u"masked"_s, QString::fromUtf8(unit)}}});
}

Result<void> ServicePlan::addTimer(const QByteArray &timer)
{
    const Linux::UnitFile unit = m_units.value(timer);
    if (unit.path.isEmpty())
        return fail(ErrorCode::NotFound, m_plan.id, Reason::NoFileOfIt);
    addEndOf(unit);
    addMask(timer);
    m_plan.notes.push_back({NoteKind::DependedOnBy, QString::fromUtf8(timer),
        {{u"units"_s, QCborArray{QString::fromUtf8(triggered(unit))}}}});
    return {};
}

void ServicePlan::addStop(const QByteArray &unit)
{
    if (m_systemdRuns)
        m_plan.steps.push_back({StepKind::StopUnit, QString::fromUtf8(unit), {}});
}

void ServicePlan::addLinks(const QByteArray &unit)
{
    const Linux::FileTree tree(m_root, m_terms.stop);
    for (const QByteArray &folder : {"/etc/systemd/system"_ba, "/run/systemd/system"_ba}) {
        const auto place = placeOf(m_root, folder);
        std::vector<QByteArray> found;
        std::ignore = readDirectory(place.value_or(QByteArray()), [&](const DirectoryEntry &entry) {
            const QByteArray path = folder + '/' + entry.name;
            const bool pulls =
                entry.name.endsWith(".wants") || entry.name.endsWith(".requires") || entry.name.endsWith(".upholds");
            if (entry.isDirectory && pulls)
                found.push_back(path + '/' + unit);
            else if (entry.name != unit && Linux::baseName(tree.linkTarget(path)) == unit)
                found.push_back(path); // an alias
            return true;
        });
        std::ranges::sort(found);
        for (const QByteArray &link : found) {
            if (!tree.linkTarget(link).isEmpty())
                addFile(link);
        }
    }
}

void ServicePlan::addFile(const QByteArray &path)
{
    if (path.startsWith("/run/systemd/generator")) // systemd makes it anew at each reload, from what is taken away, too
        return;
    const auto place = placeOf(m_root, path);
    const auto file = place ? PinnedFile::open(*place) : std::unexpected(place.error());
    if (!file)
        return;
    const QString subject = DevicePath(*place).typed();
    const QString owner = file->isLink() ? QString() : ownerOf(path);
    if (!owner.isEmpty()) {
        m_plan.notes.push_back({NoteKind::DependedOnBy, subject, {{u"package"_s, owner}}});
        return;
    }
    if (std::ranges::contains(m_plan.steps, subject, &ActStep::subject))
        return;
    if (const auto added = addMoveFile(m_plan, *place, {.stop = m_terms.stop}); !added)
        m_plan.notes.push_back({NoteKind::CannotUndo, subject, {{u"facts"_s, QCborArray{added.error().reason}}}});
}

void ServicePlan::addNotes(const Linux::UnitFile &unit)
{
    const QString subject = QString::fromUtf8(unit.name);
    if (const QByteArray restart = unit.value("Service", "Restart"); !restart.isEmpty() && restart != "no")
        m_plan.notes.push_back({NoteKind::BroughtBackBy, subject, {{u"restart"_s, QString::fromUtf8(restart)}}});
    QCborArray upholders;
    for (const Linux::UnitFile &other : m_units) {
        for (const char *key : {"Upholds", "OnFailure", "OnSuccess", "Wants", "Requires", "BindsTo"}) {
            if (other.name != unit.name && other.values("Unit", key).contains(unit.name))
                upholders.append(QString::fromUtf8(other.name));
        }
    }
    if (!upholders.isEmpty())
        m_plan.notes.push_back({NoteKind::BroughtBackBy, subject, {{u"units"_s, upholders}}});
}

// ---- init scripts

Result<void> ServicePlan::addInitScript(const Service &service)
{
    const Linux::FileTree tree(m_root, m_terms.stop);
    addProcesses(service);
    for (const char *folder :
        {"/etc/rc0.d", "/etc/rc1.d", "/etc/rc2.d", "/etc/rc3.d", "/etc/rc4.d", "/etc/rc5.d", "/etc/rc6.d", "/etc/rcS.d",
            "/etc/runlevels/boot", "/etc/runlevels/default", "/etc/runlevels/sysinit", "/etc/runlevels/nonetwork"}) {
        std::vector<QByteArray> links;
        const auto place = placeOf(m_root, folder);
        std::ignore = readDirectory(place.value_or(QByteArray()), [&](const DirectoryEntry &entry) {
            const QByteArray path = QByteArray(folder) + '/' + entry.name;
            if (Linux::baseName(tree.linkTarget(path)) == service.name)
                links.push_back(path);
            return true;
        });
        std::ranges::sort(links);
        for (const QByteArray &link : links)
            addFile(link);
    }
    addFile(service.path);
    addProgram(service);
    if (m_plan.steps.empty())
        return fail(ErrorCode::NotSupported, m_plan.id, Reason::AllOfPackage);
    return {};
}

/// A script says by itself whom it has started only when it is run: whoever runs its program is meant.
void ServicePlan::addProcesses(const Service &service)
{
    const ProcessTable table;
    const auto view = ProcessView::take(table);
    const auto image = placeOf(m_root, service.binary);
    std::vector<ProcessFacts> processes;
    for (const qint64 pid : view &&image ? view->withDescendants(view->withImage(*image)) : QSet<qint64>()) {
        if (const ProcessFacts *facts = view->find(pid))
            processes.push_back(*facts);
    }
    if (!processes.empty())
        m_plan.steps.push_back(killProcessesStep(processes, true));
}

} // namespace Sonde::Agent
