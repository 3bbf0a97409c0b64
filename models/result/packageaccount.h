// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resulttable.h"

#include <chrono>

namespace Sonde::Client {

/// What the time of a package was spent on, and where something went wrong, as the rows of collect say it.
struct PackageAccount {
    struct Area {
        QString name; ///< as in the rows; "waiting" is for whoever took what was made
        std::chrono::milliseconds took{};
        qint64 problems = 0;
    };
    std::vector<Area> areas; ///< in the order in which they were collected
};

/// None while there is no package, and of a command that makes none.
[[nodiscard]] std::optional<PackageAccount> packageAccountOf(const ResultTable &table);

} // namespace Sonde::Client
