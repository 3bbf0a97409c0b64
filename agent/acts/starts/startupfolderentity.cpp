// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/startupfolderentity.h"

#include "agent/acts/starts/startsteps.h"
#include "agent/base/devicefolder.h"
#include "agent/system/startup/startupfolders.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

Result<QString> StartupFolderEntity::nameOf(const QString &id, const QByteArray &workingDirectory) const
{
    return DevicePath(absolutePath(workingDirectory, DevicePath::fromTyped(id).bytes())).typed();
}

Result<Look> StartupFolderEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    const auto list = listStartupItems(m_root, terms.stop);
    if (!name || !list)
        return std::unexpected(name ? list.error() : name.error());
    const auto found = std::ranges::find(list->items, DevicePath::fromTyped(*name).bytes(), &StartupItem::path);
    if (found == list->items.end())
        return fail(ErrorCode::NotFound, *name, Reason::NotInStartupFolder);
    return Look{*name, {{u"modified"_s, found->modified.value_or(0)}}};
}

Result<ActPlan> StartupFolderEntity::plan(const Look &look, const PlanTerms &terms) const
{
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    const QByteArray path = DevicePath::fromTyped(look.id).bytes();
    const auto list = listStartupItems(m_root, terms.stop);
    if (!list)
        return std::unexpected(list.error());
    if (std::ranges::any_of(
            list->items, [&path](const StartupItem &item) { return item.path == path && item.holdsMore; }))
        return fail(ErrorCode::Protected, look.id).with(Fact::Why, u"line"_s);
    const auto place = placeOf(m_root, path);
    const auto added =
        place ? addMoveFile(plan, *place, {.stop = terms.stop}) : Result<void>(std::unexpected(place.error()));
    return added.transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
