// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/initscript.h"

#include "agent/system/linux/commandwords.h"

namespace Sonde::Agent::Linux {

namespace {

/// The value of an assignment of a shell script when it is written out: `DAEMON=/usr/sbin/sshd`.
QByteArray assigned(const QByteArray &line, QByteArrayView variable)
{
    if (!line.startsWith(variable) || !line.sliced(variable.size()).startsWith('='))
        return {};
    return splitCommand(QByteArrayView(line).sliced(variable.size() + 1)).program;
}

void readHeaderLine(InitScript &script, const QByteArray &line)
{
    const auto field = [&line](QByteArrayView name) {
        return line.startsWith(name) ? line.sliced(name.size()).trimmed() : QByteArray();
    };
    if (const QByteArray text = field("# Short-Description:"); !text.isEmpty())
        script.description = text;
    if (const QByteArray names = field("# Required-Start:"); !names.isEmpty())
        script.needs = names.simplified().split(' ');
    // Red Hat's chkconfig(8) has its own header.
    if (const QByteArray text = field("# description:"); !text.isEmpty() && script.description.isEmpty())
        script.description = text.endsWith('\\') ? text.chopped(1).trimmed() : text;
}

void readVariable(InitScript &script, const QByteArray &line)
{
    const auto keepFirst = [&line](QByteArray &value, QByteArrayView variable) {
        if (value.isEmpty())
            value = assigned(line, variable);
    };
    keepFirst(script.command, script.openRc ? "command" : "DAEMON");
    if (script.openRc) {
        keepFirst(script.arguments, "command_args");
        keepFirst(script.description, "description");
        keepFirst(script.title, "name");
    }
    if (script.openRc && line.trimmed().startsWith("need "))
        script.needs += line.trimmed().sliced(5).simplified().split(' ');
}

} // namespace

InitScript parseInitScript(QByteArrayView bytes)
{
    InitScript script;
    const QByteArrayList lines = bytes.toByteArray().split('\n');
    const QByteArray &interpreter = lines.constFirst();
    script.openRc = interpreter.startsWith("#!")
        && (interpreter.contains("openrc-run") || interpreter.trimmed().endsWith("/runscript")); // its name until 0.13
    for (const QByteArray &line : lines) {
        if (line.startsWith('#'))
            readHeaderLine(script, line);
        else
            readVariable(script, line);
    }
    if (script.description.isEmpty())
        script.description = script.title;
    return script;
}

InitLink parseInitLink(const QByteArray &fileName)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (fileName.size() < 4 || (fileName.front() != 'S' && fileName.front() != 'K') || !isDigit(fileName.at(1))
        || !isDigit(fileName.at(2)))
        return {};
    return {fileName.sliced(3), fileName.front() == 'S', true};
}

} // namespace Sonde::Agent::Linux
