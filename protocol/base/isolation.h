// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QDateTime>
#include <QStringList>
#include <vector>

namespace Sonde {

/// `subject`: the device, or the system's words.
struct IsolationShortfall {
    IsolationGap gap = IsolationGap::NoTool;
    QString subject;

    bool operator==(const IsolationShortfall &) const = default;
};

/// How far a device is cut off, as its agent saw it.
struct IsolationFacts {
    IsolationState state = IsolationState::Released;
    bool wanted = false; ///< it was ordered and not taken back
    std::vector<IsolationShortfall> shortfalls = {};
    QStringList passages = {}; ///< where the device may still talk to: "192.0.2.7 tcp 443"
    qint64 refused = 0;        ///< packets so far; it is not told that there are more
    QDateTime since = {};
    QString analyst = {};
    QString reason = {};

    bool operator==(const IsolationFacts &) const = default;
};

} // namespace Sonde
