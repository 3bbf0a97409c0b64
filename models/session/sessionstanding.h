// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"
#include "protocol/journal/projection.h"

namespace Sonde::Client {

/// How a session stands for who works in it: as the worst of its three ends. What the journal said last is no more than that while the
/// service cannot be reached, and a session is of little use while its device is away.
struct SessionStanding {
    enum class Kind {
        Opening,
        Connected,
        Reconnecting,  ///< this workstation has no connection to the service
        DeviceOffline, ///< since `since`
        Ended,
    };

    Kind kind = Kind::Opening;
    QDateTime since; ///< invalid: not known

    bool operator==(const SessionStanding &) const = default;
};

/// What whoever sits here is in a session.
enum class SessionPart {
    Own,     ///< it is theirs
    Reads,   ///< somebody else's, in which the service would not let them work
    Watches, ///< somebody else's, in which they may work, and do not
    Acts,    ///< somebody else's, in which they chose to work
};

/// `device` nullptr: the inventory does not know it (yet). `online`: this workstation is connected to the service.
[[nodiscard]] inline SessionStanding standingOf(const SessionRecord &session, const DeviceRecord *device, bool online)
{
    using Kind = SessionStanding::Kind;
    if (session.state == SessionState::Disconnected)
        return {Kind::Ended, session.ended};
    if (!online)
        return {Kind::Reconnecting, {}};
    if (device && !device->online)
        return {Kind::DeviceOffline, device->lastSeen};
    return {session.state == SessionState::Connected ? Kind::Connected : Kind::Opening, session.started};
}

} // namespace Sonde::Client
