// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QStringList>

namespace Sonde::Client::Chaos {

/// How much, how often; all that is random comes of the seed, except when things happen.
struct Plan {
    quint32 seed = 0;
    int files = 20;
    qint64 largest = 4LL * 1024 * 1024; ///< bytes; one file is so large, another has one byte
    int kills = 4;                      ///< at most, and while there is something left to bring
    int pause = 600;                    ///< milliseconds between two of them, on average
    qint64 rate = 6LL * 1024 * 1024;    ///< bytes a second of the whole link; 0: as fast as it goes
    bool zip = false;                   ///< deliver as zips with a password
    QString folder = {};                ///< keeps everything in a new folder below this one

    bool operator==(const Plan &) const = default;
};

/// For the command line without its first word; usage() says what it may hold. BadValue.
[[nodiscard]] Result<Plan> readPlan(const QStringList &arguments);
[[nodiscard]] QString usage();

} // namespace Sonde::Client::Chaos
