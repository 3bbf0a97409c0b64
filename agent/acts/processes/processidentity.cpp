// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/processidentity.h"

#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

ProcessIdentity ProcessIdentity::of(const ProcessFacts &facts)
{
    return {facts.pid, facts.start, facts.image};
}

ProcessIdentity ProcessIdentity::fromCbor(const QCborMap &map)
{
    return {map.value(u"pid"_s).toInteger(), quint64(map.value(u"start_ticks"_s).toInteger()),
        DevicePath::fromTyped(map.value(u"image_path"_s).toString()).bytes()};
}

QCborMap ProcessIdentity::toCbor() const
{
    return {{u"pid"_s, pid}, {u"start_ticks"_s, qint64(start)}, {u"image_path"_s, DevicePath(image).typed()}};
}

} // namespace Sonde::Agent
