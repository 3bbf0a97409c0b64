// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/startup/startupfolders.h"

#include "agent/command/command.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

Outcome startupfolders(CommandContext &context)
{
    const auto list = listStartupItems(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const RowShape shape(context.spec(),
        {u"filePath", u"executablePath", u"category", u"name", u"commandLine", u"isEnabled", u"owner", u"modified",
            u"details"});
    for (const StartupItem &item : list->items) {
        const bool goOn = context.addRow(shape.row({bytesCell(item.path), bytesCell(item.executable),
            item.user.isEmpty() ? QCborValue(u"all users"_s) : bytesCell(item.user), bytesCell(item.name),
            bytesCell(item.commandLine), item.enabled, textCell(item.owner), timeCell(item.modified), item.details}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
