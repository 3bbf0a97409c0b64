// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/startup/sessionparser.h"

#include "agent/system/linux/commandwords.h"

#include <array>

namespace Sonde::Agent::Linux {

namespace {

using enum SessionFileKind;

constexpr std::array Files{SessionFile{LxSession, "/etc/xdg/lxsession/*/autostart", ".config/lxsession/*/autostart"},
    SessionFile{Script, "/etc/xdg/openbox/autostart", ".config/openbox/autostart"},
    SessionFile{Script, "/etc/xdg/openbox/environment", ".config/openbox/environment"},
    SessionFile{Script, "/etc/xdg/openbox/autostart.sh", ".config/openbox/autostart.sh"},
    SessionFile{Script, "/etc/xdg/labwc/autostart", ".config/labwc/autostart"},
    SessionFile{I3, "/etc/i3/config", ".config/i3/config"}, SessionFile{I3, "/etc/xdg/i3/config", ".i3/config"},
    SessionFile{I3, "/etc/sway/config", ".config/sway/config"},
    SessionFile{I3, "/etc/sway/config.d/*", ".config/sway/config.d/*"}, SessionFile{I3, nullptr, ".sway/config"},
    SessionFile{Script, "/etc/X11/fluxbox/startup", ".fluxbox/startup"},
    SessionFile{Script, "/etc/xdg/bspwm/bspwmrc", ".config/bspwm/bspwmrc"},
    SessionFile{Script, "/etc/xdg/herbstluftwm/autostart", ".config/herbstluftwm/autostart"},
    SessionFile{Script, "/etc/xdg/awesome/autorun.sh", ".config/awesome/autorun.sh"},
    SessionFile{Script, "/etc/xdg/awesome/rc.lua", ".config/awesome/rc.lua"},
    SessionFile{Script, nullptr, ".config/qtile/autostart.sh"}, SessionFile{Script, nullptr, ".config/qtile/config.py"},
    SessionFile{Script, nullptr, ".xmonad/xmonad-session-rc"}, SessionFile{Script, nullptr, ".dwm/autostart*.sh"},
    SessionFile{Script, nullptr, ".local/share/dwm/autostart*.sh"},
    SessionFile{Script, "/etc/icewm/startup", ".icewm/startup"}, SessionFile{Script, nullptr, ".config/icewm/startup"},
    SessionFile{Script, nullptr, "GNUstep/Library/WindowMaker/autostart"},
    SessionFile{Script, nullptr, ".config/river/init"},
    SessionFile{Script, "/etc/xdg/xfce4/xinitrc", ".config/xfce4/xinitrc"},
    SessionFile{Script, nullptr, ".kde/Autostart/*"}, SessionFile{Script, nullptr, ".kde4/Autostart/*"},
    SessionFile{Script, nullptr, ".kde/env/*.sh"}, SessionFile{Script, nullptr, ".config/lxqt/autostart.sh"},
    SessionFile{Hyprland, nullptr, ".config/hypr/*.conf"}, SessionFile{Jwm, "/etc/jwm/system.jwmrc", ".jwmrc"},
    SessionFile{KeyValue, "/etc/wayfire/defaults.ini", ".config/wayfire.ini"},
    SessionFile{KeyValue, "/etc/xdg/weston/weston.ini", ".config/weston.ini"}};

/// Without the word and what is written before the command: "--no-startup-id".
QByteArray commandBehind(const QByteArray &line, QByteArrayView word)
{
    if (!line.startsWith(word) || line.size() == word.size())
        return {};
    const char next = line.at(word.size());
    if (next != ' ' && next != '\t')
        return {};
    QByteArray rest = line.sliced(word.size()).trimmed();
    constexpr QByteArrayView option = "--no-startup-id";
    if (rest.startsWith(option))
        rest = rest.sliced(option.size()).trimmed();
    return rest;
}

QByteArray i3Command(const QByteArray &line)
{
    const QByteArray always = commandBehind(line, "exec_always");
    return always.isEmpty() ? commandBehind(line, "exec") : always;
}

QByteArray hyprlandCommand(const QByteArray &line)
{
    const qsizetype equals = line.indexOf('=');
    const QByteArray key = equals < 0 ? QByteArray() : line.first(equals).trimmed();
    const bool starts = key == "exec" || key == "exec-once" || key == "execr" || key == "execr-once";
    return starts ? line.sliced(equals + 1).trimmed() : QByteArray();
}

QByteArrayList jwmCommands(const QByteArray &text)
{
    constexpr QByteArrayView open = "<StartupCommand>";
    QByteArrayList commands;
    for (qsizetype at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
        const qsizetype begin = at + open.size();
        const qsizetype end = text.indexOf("</StartupCommand>", begin);
        commands += text.sliced(begin, (end < 0 ? text.size() : end) - begin).trimmed();
    }
    return commands;
}

/// Lines of the sections in which things are started.
QByteArrayList sectionCommands(const QByteArrayList &lines)
{
    QByteArrayList commands;
    QByteArray section;
    for (const QByteArray &text : lines) {
        const QByteArray line = text.trimmed();
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith('['))
            section = line;
        else if (equals > 0 && section == "[autostart]" && !line.startsWith("autostart_wf_shell"))
            commands += line.sliced(equals + 1).trimmed();
        else if (equals > 0 && section == "[autolaunch]" && line.first(equals).trimmed() == "path")
            commands += line.sliced(equals + 1).trimmed();
    }
    return commands;
}

} // namespace

std::span<const SessionFile> sessionFiles()
{
    return Files;
}

QByteArrayList parseSessionFile(QByteArrayView bytes, SessionFileKind kind)
{
    const QByteArray text = bytes.toByteArray();
    if (kind == Script)
        return {};
    if (kind == Jwm)
        return jwmCommands(text);
    const QByteArrayList lines = text.split('\n');
    if (kind == KeyValue)
        return sectionCommands(lines);
    QByteArrayList commands;
    for (const QByteArray &one : lines) {
        const QByteArray line = one.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QByteArray command = kind == I3 ? unquoted(i3Command(line))
            : kind == Hyprland                ? hyprlandCommand(line)
            : line.startsWith('@')            ? line.sliced(1).trimmed()
                                              : line;
        if (!command.isEmpty())
            commands += command;
    }
    return commands;
}

} // namespace Sonde::Agent::Linux
