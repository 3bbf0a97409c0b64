// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/roles.h"
#include "protocol/base/identifiers.h"

namespace Sonde::Client {

/// Who sits at the workstation. The service shows whose sessions there are to everybody, and what is in them to their owner and to
/// who may read the activity of all: what it would refuse is not offered.
struct SessionReader {
    QString user;
    Grants grants;

    bool operator==(const SessionReader &) const = default;
    /// `group`: of the session's device.
    [[nodiscard]] bool mayRead(QStringView owner, const QString &group) const
    {
        return owner == user || grants.on(group).contains(Permission::ActivityRead);
    }
    /// Whether they may type in it, close it, cancel what runs.
    [[nodiscard]] bool mayWorkIn(QStringView owner, const QString &group) const
    {
        return owner == user || grants.on(group).contains(Permission::CoreSecuritySettings);
    }
    /// NotPermitted with the holder, as the service would say it; nothing when it may be read.
    [[nodiscard]] std::optional<Error> refusal(SessionId session, const QString &owner, const QString &group) const
    {
        if (mayRead(owner, group))
            return {};
        return notGranted(ErrorCode::NotPermitted, session.toString(), Permission::ActivityRead, grants, group)
            .with(Fact::Holder, owner);
    }
};

} // namespace Sonde::Client
