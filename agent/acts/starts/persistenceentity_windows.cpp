// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/persistenceentity.h"

#include "agent/acts/starts/startsteps.h"
#include "agent/acts/windows/registrysteps_windows.h"
#include "agent/acts/windows/servicesteps_windows.h"
#include "agent/acts/windows/tasksteps_windows.h"
#include "agent/base/devicefolder.h"
#include "protocol/base/devicepath.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

bool isRegistrys(const QByteArray &path)
{
    return path.startsWith("HKEY_");
}

Result<void> addService(ActPlan &plan, const QByteArray &root, const PersistenceEntry &entry, const PlanTerms &terms)
{
    const auto list = listServices(root, terms.stop);
    if (!list)
        return std::unexpected(list.error());
    const auto found = std::ranges::find(list->services, entry.path, &Service::path);
    return found == list->services.end() ? fail(ErrorCode::NotFound, plan.id) : addServiceEnd(plan, *found, terms);
}

Result<void> addTask(ActPlan &plan, const QByteArray &root, const PersistenceEntry &entry, const PlanTerms &terms)
{
    const auto list = listScheduledTasks(root, QDateTime::currentSecsSinceEpoch(), terms.stop);
    if (!list)
        return std::unexpected(list.error());
    const auto found = std::ranges::find(list->tasks, entry.path, &ScheduledTask::path);
    return found == list->tasks.end() ? fail(ErrorCode::NotFound, plan.id) : addTaskEnd(plan, *found, terms);
}

} // namespace

Result<QString> PersistenceEntity::nameOf(const QString &id, const QByteArray &workingDirectory) const
{
    if (const auto place = RegistryName::parse(id))
        return place->typed();
    return DevicePath(absolutePath(workingDirectory, DevicePath::fromTyped(id).bytes())).typed();
}

/// Of whatever value: the key.
QString PersistenceEntity::seenAs(const QString &name) const
{
    const auto place = RegistryName::parse(name);
    return place ? RegistryName{place->key, {}}.typed() : name;
}

Result<PersistenceEntry> PersistenceEntity::find(const QString &name, const std::stop_token &stop) const
{
    const auto list = listPersistence(m_root, stop);
    if (!list)
        return std::unexpected(list.error());
    const QByteArray id = DevicePath::fromTyped(name).bytes();
    const auto found = std::ranges::find_if(
        list->entries, [&id](const PersistenceEntry &one) { return one.id.compare(id, Qt::CaseInsensitive) == 0; });
    if (found == list->entries.end())
        return fail(ErrorCode::NotFound, name, u"“persistence” does not show it"_s);
    return *found;
}

Result<Look> PersistenceEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    const auto entry = name ? find(*name, terms.stop) : std::unexpected(name.error());
    return entry.transform(
        [&name](const PersistenceEntry &found) { return Look{*name, {{u"modified"_s, found.modified.value_or(0)}}}; });
}

Result<ActPlan> PersistenceEntity::plan(const Look &look, const PlanTerms &terms) const
{
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    const auto entry = find(look.id, terms.stop);
    if (!entry)
        return std::unexpected(entry.error());
    Result<void> added;
    if (entry->method == u"services")
        added = addService(plan, m_root, *entry, terms);
    else if (entry->method == u"scheduled_tasks")
        added = addTask(plan, m_root, *entry, terms);
    else if (isRegistrys(entry->path))
        added = RegistryName::parse(look.id).and_then(
            [&plan](const RegistryName &place) { return addRegistryEnd(plan, place); });
    else
        added = placeOf(m_root, entry->path).and_then([&](const QByteArray &place) {
            return addMoveFile(plan, place, {.stop = terms.stop});
        });
    return added.transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
