// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <optional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

/// A program that the system itself starts and looks after.
struct Service {
    QByteArray name = {};
    QByteArray displayName = {};
    QString state = {};     ///< Linux: systemd's words, "active", "inactive", "failed"…; empty: nobody knows
    QString subState = {};  ///< "running", "exited", "dead"…
    QString startType = {}; ///< "enabled", "disabled", "static", "masked"…
    QString type =
        {}; ///< "simple", "oneshot", "forking"…; "sysv" and "openrc" for scripts; "upstart", "runit", "s6", "dinit"
    QByteArray account = {};
    QByteArray binary = {};
    QByteArray commandLine = {};
    qint64 pid = 0;       ///< 0: not running, or not to be known
    QByteArray path = {}; ///< of the file that defines it
    QByteArrayList dependencies = {};
};

struct ServiceList {
    std::vector<Service> services = {}; ///< by name
    std::vector<Error> errors = {};
};

/// Linux: systemd's units and what it says of them where it runs, and the scripts of SysV init and OpenRC that no unit stands
/// for, jobs of Upstart, and what runit, s6 and dinit keep running.
[[nodiscard]] Result<ServiceList> listServices(const QByteArray &root, const std::stop_token &stop);

} // namespace Sonde::Agent
