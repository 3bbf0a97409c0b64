// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/shown.h"
#include "agent/base/wildcard.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/services/services.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

/// By its name, with or without its type: "ssh" means ssh.service too.
bool isWanted(const Service &service, const Wildcard &name)
{
    return name.matches(service.name)
        || (service.name.endsWith(".service")
            && name.matches(QByteArrayView(service.name).chopped(qstrlen(".service"))));
}

Outcome services(CommandContext &context)
{
    const auto list = listServices(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const Wildcard name = context.wildcard(u"name"_s);
    for (const Service &service : list->services) {
        if (!isWanted(service, name))
            continue;
        rememberShown(context.surroundings().acts, context.session(), service);
        const bool goOn = context.addRow<Verbs::Services>(cell<"service_name">(bytesCell(service.name)),
            cell<"display_name">(bytesCell(service.displayName)), cell<"current_state">(textCell(service.state)),
            cell<"sub_state">(textCell(service.subState)), cell<"start_type">(textCell(service.startType)),
            cell<"service_type">(textCell(service.type)), cell<"service_start_name">(bytesCell(service.account)),
            cell<"binary_path">(bytesCell(service.binary)), cell<"command_line">(bytesCell(service.commandLine)),
            cell<"process_id">(service.pid ? QCborValue(service.pid) : QCborValue(nullptr)),
            cell<"path">(bytesCell(service.path)), cell<"dependencies">(listCell(service.dependencies)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Services{Verbs::Services, &services};

} // namespace Sonde::Agent::Commands
