// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <optional>

namespace Sonde::Agent::Linux {

/// What a .desktop file says that matters for starting it. Source: the Desktop Entry Specification 1.5, the Autostart Specification 0.5.
struct DesktopEntry {
    QByteArray name = {};
    QByteArray exec = {}; ///< escapes undone, field codes (%f, %U…) left out
    QByteArray tryExec = {};
    bool hidden = false;
    QByteArrayList onlyShowIn = {};
    QByteArrayList notShowIn = {};
    std::optional<bool> gnomeEnabled = {}; ///< X-GNOME-Autostart-enabled
    QByteArray gnomePhase = {};            ///< X-GNOME-Autostart-Phase
    QByteArray condition = {};             ///< AutostartCondition, X-KDE-autostart-condition

    bool operator==(const DesktopEntry &) const = default;
};
/// None when there is no [Desktop Entry].
[[nodiscard]] std::optional<DesktopEntry> parseDesktopEntry(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
