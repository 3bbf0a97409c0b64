// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/startup/desktopentry.h"

#include "agent/system/linux/keyfile.h"

namespace Sonde::Agent::Linux {

namespace {

constexpr QByteArrayView Group = "Desktop Entry";

/// \s, \n, \t, \r and \\ of a value of type string.
QByteArray unescaped(const QByteArray &value)
{
    QByteArray text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) != '\\' || i + 1 == value.size()) {
            text += value.at(i);
            continue;
        }
        switch (const char escaped = value.at(++i)) {
        case 's': text += ' '; break;
        case 'n': text += '\n'; break;
        case 't': text += '\t'; break;
        case 'r': text += '\r'; break;
        case '\\': text += '\\'; break;
        default: text += '\\'; text += escaped;
        }
    }
    return text;
}

/// Nothing is opened by an entry that is started by itself, so its field codes stand for nothing.
QByteArray withoutFieldCodes(const QByteArray &exec)
{
    QByteArray text;
    for (qsizetype i = 0; i < exec.size(); ++i) {
        const bool isCode = exec.at(i) == '%' && i + 1 < exec.size();
        if (!isCode)
            text += exec.at(i);
        else if (exec.at(++i) == '%')
            text += '%';
    }
    return text.trimmed();
}

QByteArrayList listOf(const QByteArray &value)
{
    QByteArrayList list = value.split(';');
    list.removeAll(QByteArray());
    return list;
}

} // namespace

std::optional<DesktopEntry> parseDesktopEntry(QByteArrayView bytes)
{
    const KeyFile file = KeyFile::parse(bytes, KeyFile::Lines::Single);
    if (!file.hasSection(Group))
        return {};
    const auto text = [&file](QByteArrayView key) { return unescaped(file.value(Group, key)); };
    DesktopEntry entry{.name = text("Name"),
        .exec = withoutFieldCodes(text("Exec")),
        .tryExec = text("TryExec"),
        .hidden = text("Hidden") == "true",
        .onlyShowIn = listOf(text("OnlyShowIn")),
        .notShowIn = listOf(text("NotShowIn")),
        .gnomePhase = text("X-GNOME-Autostart-Phase"),
        .condition = text("AutostartCondition")};
    if (entry.condition.isEmpty())
        entry.condition = text("X-KDE-autostart-condition");
    if (const QByteArray enabled = text("X-GNOME-Autostart-enabled"); !enabled.isEmpty())
        entry.gnomeEnabled = enabled == "true";
    return entry;
}

} // namespace Sonde::Agent::Linux
