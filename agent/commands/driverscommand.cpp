// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/deviceverb.h"
#include "agent/system/drivers/drivers.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

Outcome drivers(CommandContext &context)
{
    const auto list = listDrivers(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    for (const Driver &driver : list->drivers) {
        const bool goOn = context.addRow<Verbs::Drivers>(cell<"driver_name">(bytesCell(driver.name)),
            cell<"service_name">(nullptr), cell<"service_state">(driver.state), cell<"service_type">(driver.type),
            cell<"driver_loaded">(driver.loaded), cell<"path">(bytesCell(driver.path)),
            cell<"description">(bytesCell(driver.description)), cell<"version">(bytesCell(driver.version)),
            cell<"author">(bytesCell(driver.author)), cell<"license">(bytesCell(driver.license)),
            cell<"size">(numberCell(driver.size)), cell<"used_by">(listCell(driver.usedBy)),
            cell<"signature">(textCell(driver.signature)), cell<"taints">(QCborArray::fromStringList(driver.taints)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Drivers{Verbs::Drivers, &drivers};

} // namespace Sonde::Agent::Commands
