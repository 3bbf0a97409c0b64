// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/offering.h"

#include "protocol/command/roles.h"

using namespace Qt::StringLiterals;

namespace Sonde {

std::optional<Error> notOffered(const CommandSpec &command, std::optional<Level> level, Platform platform)
{
    if (!command.platforms.testFlag(platform))
        return Error{ErrorCode::PlatformNotOffered, command.verb, {}, {}}
            .with(Fact::Platforms, QCborArray::fromStringList(platformNames(command.platforms)))
            .with(Fact::Platform, platformNames(platform).join(u' '));
    if (!level || *level < command.level) {
        const auto role = command.level == Level::Advanced ? Role::LiveResponseAdvanced : Role::LiveResponseBasic;
        return Error{ErrorCode::RoleTooLow, command.verb, {}, {}}.with(Fact::Role, role);
    }
    return {};
}

QStringList platformNames(Platforms platforms)
{
    QStringList names;
    if (platforms.testFlag(Platform::Windows))
        names << u"Windows"_s;
    if (platforms.testFlag(Platform::MacOS))
        names << u"macOS"_s;
    if (platforms.testFlag(Platform::Linux))
        names << u"Linux"_s;
    return names;
}

} // namespace Sonde
