// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/controlgroups.h"

// Nothing has a group here.
namespace Sonde::Agent::ControlGroups {

QByteArrayList holdingOnly(const QSet<qint64> &)
{
    return {};
}

QSet<qint64> membersOf(const QByteArray &)
{
    return {};
}

bool freeze(const QByteArray &, std::chrono::milliseconds)
{
    return false;
}

void thaw(const QByteArray &) {}

bool kill(const QByteArray &)
{
    return false;
}

} // namespace Sonde::Agent::ControlGroups
