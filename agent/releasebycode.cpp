// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/releasebycode.h"

#include "agent/link/identity.h"
#include "agent/system/isolation/isolation.h"
#include "protocol/signing/releasecode.h"

namespace Sonde::Agent {

Result<QString> releaseByCode(const QString &folder, const QString &code, const QDateTime &now)
{
    const auto identity = AgentFolder(folder).loadIdentity();
    if (!identity)
        return std::unexpected(identity.error());
    const auto good = readReleaseCode(code, identity->authority, identity->device, now);
    if (!good)
        return std::unexpected(good.error());
    return releaseByHand(folder, good->serial).transform([&good] { return good->serial; });
}

} // namespace Sonde::Agent
