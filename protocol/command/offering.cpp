// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/offering.h"

#include "protocol/command/roles.h"
#include "protocol/command/verbs.h"

#include <algorithm>
#include <array>

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

std::optional<Error> notPermitted(const Invocation &invocation, const QStringList &roles)
{
    struct Managed {
        const Verb &verb;
        QLatin1StringView action;
    };
    static constexpr std::array managed{Managed{Verbs::Library, "delete"_L1}, Managed{Verbs::Baseline, "save"_L1},
        Managed{Verbs::Baseline, "delete"_L1}};
    const QString action = invocation.value(u"action"_s);
    const bool isManaged = std::ranges::any_of(
        managed, [&](const Managed &one) { return invocation.verb == one.verb.name && action == one.action; });
    if (!isManaged || hasRight(roles, Right::ManageSecurity))
        return {};
    return Error{ErrorCode::NotPermitted, invocation.verb + u' ' + action, {}, {}}.with(
        Fact::Role, roleFor(Right::ManageSecurity));
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
