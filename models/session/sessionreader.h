// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/roles.h"

namespace Sonde::Client {

/// Who sits at the workstation. The service shows whose sessions there are to everybody, and what is in them to their owner and to
/// administrators: what it would refuse is not offered.
struct SessionReader {
    QString user;
    QStringList roles;

    bool operator==(const SessionReader &) const = default;
    [[nodiscard]] bool mayRead(QStringView owner) const { return owner == user || mayAdminister(roles); }
    /// NotPermitted with the holder, as the service would say it; nothing when it may be read.
    [[nodiscard]] std::optional<Error> refusal(SessionId session, const QString &owner) const
    {
        if (mayRead(owner))
            return {};
        return Error{ErrorCode::NotPermitted, session.toString(), {}, {}}.with(Fact::Holder, owner);
    }
};

} // namespace Sonde::Client
