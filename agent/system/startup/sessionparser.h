// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <span>

/// What window managers start with a session, each in its own way.
namespace Sonde::Agent::Linux {

enum class SessionFileKind {
    Script,    ///< a shell, or the file's own interpreter, runs all of it
    LxSession, ///< a command a line; @ before it starts it again when it ends
    I3,        ///< `exec` and `exec_always` of i3 and sway
    Hyprland,  ///< `exec-once =` and `exec =`
    Jwm,       ///< <StartupCommand>
    KeyValue,  ///< all values of [autostart] (wayfire), `path=` of [autolaunch] (weston)
};

/// Where such a file is looked for: `name` in a folder of the system, and in a home. Each may be a pattern (globPaths()).
struct SessionFile {
    SessionFileKind kind;
    const char *system; ///< absolute; null: there is none
    const char *home;   ///< below the home; null: there is none
};
[[nodiscard]] std::span<const SessionFile> sessionFiles();

/// The commands of such a file; empty for a Script.
[[nodiscard]] QByteArrayList parseSessionFile(QByteArrayView bytes, SessionFileKind kind);

} // namespace Sonde::Agent::Linux
