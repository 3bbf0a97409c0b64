// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace Sonde::Agent::Windows {

/// A service or a driver, as the service control manager and its key in the registry have it.
struct ControlledService {
    QString name = {};
    QString displayName = {};
    QString state =
        {}; ///< "running", "stopped", "start pending"…; empty: the manager does not list it, only the registry
    quint32 type = 0;      ///< SERVICE_WIN32_OWN_PROCESS…, of which several bits can be set
    quint32 startType = 0; ///< SERVICE_BOOT_START…
    bool delayed = false;
    bool triggered = false; ///< started by events, too
    QString commandLine = {};
    QString account = {};
    QString description = {};
    QStringList dependencies = {}; ///< a group begins with '+'
    QString library = {};          ///< that a shared process loads for it (Parameters\ServiceDll), without variables
    qint64 pid = 0;
};

struct ControlledServices {
    std::vector<ControlledService> services = {}; ///< by name
    std::vector<Error> errors = {};
};

/// Which of the two kinds that the manager has.
enum class Controlled { Services, Drivers };

/// Also those that the manager hides from whoever may not query them, and those it has not seen yet: they are in the registry.
[[nodiscard]] Result<ControlledServices> listControlled(Controlled what);

/// The program of a command line that may be written without quotation marks: the path up to the first end of a name at which a file lies, as
/// CreateProcess tries them. Without its quotation marks and variables, absolute; drivers are written in the kernel's ways
/// (\SystemRoot\System32\x.sys, System32\x.sys, \??\C:\x.sys).
[[nodiscard]] QString programOf(const QString &commandLine);

/// With the values of this process's environment in place of %NAMES%.
[[nodiscard]] QString withoutVariables(const QString &text);

} // namespace Sonde::Agent::Windows
