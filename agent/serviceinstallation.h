// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QStringList>

namespace Sonde::Agent {

/// A service as the system's manager keeps it.
struct ServiceDefinition {
    QString name;
    QString displayName;
    QString description;
    QStringList command; ///< the program's path and its arguments
};

/// The agent's own.
[[nodiscard]] ServiceDefinition agentService(const QStringList &command);
/// Where its folder is when nobody says another one.
[[nodiscard]] QString serviceDataFolder();

// Where packages and systemd do this all of it is NotSupported, with what to do instead. AccessDenied: only an administrator may.

/// From now on the system starts it after each boot, and again when it fails. One that is there already becomes this one, and is stopped
/// when it ran with another command.
[[nodiscard]] Result<void> installService(const ServiceDefinition &service);
/// Returns when it runs, also when it did before. CannotStart when it ended at once.
[[nodiscard]] Result<void> startService(const QString &name);
/// Returns when its process is gone, also where it did not run or there is none.
[[nodiscard]] Result<void> stopService(const QString &name);
/// Stops it, waits until its process is gone, and removes it. What it keeps in folders stays. False: there was none.
[[nodiscard]] Result<bool> uninstallService(const QString &name);

} // namespace Sonde::Agent
