// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/startup/startupfolders.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

Outcome startupfolders(CommandContext &context)
{
    const auto list = listStartupItems(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    for (const StartupItem &item : list->items) {
        if (context.surroundings().acts)
            context.surroundings().acts->remember(context.session(), EntityType::Startupfolder,
                DevicePath(item.path).typed(), {{u"modified"_s, item.modified.value_or(0)}});
        const bool goOn = context.addRow<Verbs::Startupfolders>(cell<"filePath">(bytesCell(item.path)),
            cell<"executablePath">(bytesCell(item.executable)),
            cell<"category">(item.user.isEmpty() ? QCborValue(u"all users"_s) : bytesCell(item.user)),
            cell<"name">(bytesCell(item.name)), cell<"commandLine">(bytesCell(item.commandLine)),
            cell<"isEnabled">(item.enabled), cell<"owner">(textCell(item.owner)),
            cell<"modified">(timeCell(item.modified)), cell<"details">(item.details));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Startupfolders{Verbs::Startupfolders, &startupfolders};

} // namespace Sonde::Agent::Commands
