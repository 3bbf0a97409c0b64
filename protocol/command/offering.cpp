// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/offering.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde {

std::optional<Error> notOffered(const CommandSpec &command, const DeviceAccess &access, Platform platform)
{
    if (!command.platforms.testFlag(platform))
        return Error{ErrorCode::PlatformNotOffered, command.verb, {}, {}}
            .with(Fact::Platforms, QCborArray::fromStringList(platformNames(command.platforms)))
            .with(Fact::Platform, platformNames(platform).join(u' '));
    if (access.never.contains(command.verb))
        return Error{ErrorCode::DeviceForbids, command.verb, {}, {}};
    return access.missing(command.needs, ErrorCode::RoleTooLow, command.verb);
}

std::optional<Error> notPermitted(const Invocation &invocation, const DeviceAccess &access)
{
    const QString action = invocation.value(u"action"_s);
    for (const auto &[value, needs] : Catalogue::instance().find(invocation.verb)->actionNeeds) {
        if (value == action)
            return access.missing(needs, ErrorCode::NotPermitted, invocation.verb + u' ' + action);
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
