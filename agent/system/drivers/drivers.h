// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QStringList>
#include <optional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

/// A piece of code that runs, or could run, inside the operating system's kernel.
struct Driver {
    QByteArray name = {};
    QString state = {}; ///< Linux: "live", "loading", "unloading", "built-in", "not loaded"
    QString type = {};
    bool loaded = false;
    QByteArray path = {}; ///< empty: part of the kernel, or loaded although no file is installed for it
    QByteArray description = {};
    QByteArray version = {};
    QByteArray author = {};
    QByteArray license = {};
    std::optional<qint64> size = {}; ///< bytes in memory
    QByteArrayList usedBy = {};
    QString signature = {};  ///< "none", or who signed the file; empty: not looked at
    QStringList taints = {}; ///< what it makes the kernel's developers refuse: "out-of-tree", "unsigned"…
};

struct DriverList {
    std::vector<Driver> drivers = {};
    std::vector<Error> errors = {};
};

/// Loaded ones first. Linux: then those built in, then those only installed, with no more than their names and files: to read thousands of
/// compressed modules would take seconds.
[[nodiscard]] Result<DriverList> listDrivers(const QByteArray &root, const std::stop_token &stop);

} // namespace Sonde::Agent
