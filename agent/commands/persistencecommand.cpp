// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistence.h"

#include "agent/command/command.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

Outcome persistence(CommandContext &context)
{
    const auto list = listPersistence(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const RowShape shape(context.spec(),
        {u"method", u"name", u"is_enabled", u"command", u"path", u"owner", u"created", u"modified", u"details"});
    for (const PersistenceEntry &entry : list->entries) {
        const bool goOn = context.addRow(shape.row(
            {entry.method, bytesCell(entry.name), entry.enabled ? QCborValue(*entry.enabled) : QCborValue(nullptr),
                bytesCell(entry.command), bytesCell(entry.path), textCell(entry.owner), timeCell(entry.created),
                timeCell(entry.modified), entry.details}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
