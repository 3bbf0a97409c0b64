// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/services.h"

#include "agent/base/wildcard.h"
#include "agent/command/command.h"

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

} // namespace

Outcome services(CommandContext &context)
{
    const auto list = listServices(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const Wildcard name = context.wildcard(u"name"_s);
    const RowShape shape(context.spec(),
        {u"service_name", u"display_name", u"current_state", u"sub_state", u"start_type", u"service_type",
            u"service_start_name", u"binary_path", u"command_line", u"process_id", u"path", u"dependencies"});
    for (const Service &service : list->services) {
        if (!isWanted(service, name))
            continue;
        const bool goOn = context.addRow(shape.row({bytesCell(service.name), bytesCell(service.displayName),
            textCell(service.state), textCell(service.subState), textCell(service.startType), textCell(service.type),
            bytesCell(service.account), bytesCell(service.binary), bytesCell(service.commandLine),
            service.pid ? QCborValue(service.pid) : QCborValue(nullptr), bytesCell(service.path),
            listCell(service.dependencies)}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
