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
    const auto place = placeOf(m_root, DevicePath::fromTyped(look.id).bytes());
    const auto added =
        place ? addMoveFile(plan, *place, {.stop = terms.stop}) : Result<void>(std::unexpected(place.error()));
    return added.transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
