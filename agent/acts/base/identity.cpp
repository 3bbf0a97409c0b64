// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/base/identity.h"

namespace Sonde::Agent {

QStringList changedFacts(const QCborMap &before, const QCborMap &now)
{
    QStringList changed;
    for (const auto &[name, value] : before) {
        if (now.contains(name) && now.value(name) != QCborValue(value))
            changed += name.toString();
    }
    changed.sort();
    return changed;
}

} // namespace Sonde::Agent
