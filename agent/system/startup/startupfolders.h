// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <optional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

/// A file in one of the folders whose content is started when somebody signs in to a desktop.
struct StartupItem {
    QByteArray path = {};
    QByteArray executable = {}; ///< empty: it names none
    QByteArray commandLine = {};
    QByteArray user = {}; ///< whose folder it is; empty: everybody's
    QByteArray name = {};
    bool enabled = true;
    bool holdsMore = false; ///< the file is a window manager's own, in which this is a line
    QString owner = {};
    std::optional<qint64> created = {};
    std::optional<qint64> modified = {};
    QCborMap details = {}; ///< why it is not enabled, on which desktops it starts
};

struct StartupList {
    std::vector<StartupItem> items = {};
    std::vector<Error> errors = {};
};

/// Linux: the XDG autostart folders, Plasma's own, and what the files of window managers start.
[[nodiscard]] Result<StartupList> listStartupItems(const QByteArray &root, const std::stop_token &stop);

} // namespace Sonde::Agent
