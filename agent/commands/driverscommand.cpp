// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/drivers.h"

#include "agent/command/command.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

Outcome drivers(CommandContext &context)
{
    const auto list = listDrivers(context.surroundings().root, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const RowShape shape(context.spec(),
        {u"driver_name", u"service_state", u"service_type", u"driver_loaded", u"path", u"description", u"version",
            u"author", u"license", u"size", u"used_by", u"signature", u"taints"});
    for (const Driver &driver : list->drivers) {
        const bool goOn = context.addRow(shape.row({bytesCell(driver.name), driver.state, driver.type, driver.loaded,
            bytesCell(driver.path), bytesCell(driver.description), bytesCell(driver.version), bytesCell(driver.author),
            bytesCell(driver.license), numberCell(driver.size), listCell(driver.usedBy), textCell(driver.signature),
            QCborArray::fromStringList(driver.taints)}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
