// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/persistence/persistence.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

Outcome persistence(CommandContext &context)
{
    const auto list = listPersistence(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    for (const PersistenceEntry &entry : list->entries) {
        if (context.surroundings().acts)
            context.surroundings().acts->remember(context.session(), EntityType::Persistence,
                DevicePath(entry.path).typed(), {{u"modified"_s, entry.modified.value_or(0)}});
        const bool goOn =
            context.addRow<Verbs::Persistence>(cell<"method">(entry.method), cell<"name">(bytesCell(entry.name)),
                cell<"is_enabled">(entry.enabled ? QCborValue(*entry.enabled) : QCborValue(nullptr)),
                cell<"command">(bytesCell(entry.command)), cell<"path">(bytesCell(entry.path)),
                cell<"id">(bytesCell(entry.id)), cell<"owner">(textCell(entry.owner)),
                cell<"created">(timeCell(entry.created)), cell<"modified">(timeCell(entry.modified)),
                cell<"details">(entry.details), cell<"package">(textCell(entry.package)),
                cell<"explained">(entry.explained ? QCborValue(*entry.explained) : QCborValue(nullptr)),
                cell<"attack">(textCell(entry.attack)),
                cell<"starts">(entry.starts.isEmpty() ? QCborValue(nullptr) : QCborValue(entry.starts)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Persistence{Verbs::Persistence, &persistence};

} // namespace Sonde::Agent::Commands
