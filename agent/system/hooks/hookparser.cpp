// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/hookparser.h"

#include "agent/system/linux/commandwords.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

/// The first word of a line and the rest of it.
std::pair<QByteArray, QByteArray> keyAndRest(const QByteArray &line)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const auto end = std::ranges::find_if(line, isBlank) - line.begin();
    return {line.first(end), line.sliced(end).trimmed()};
}

/// NAME=value, trimmed on both sides of the sign; a name without a sign has no value.
std::pair<QByteArray, QByteArray> assignment(const QByteArray &line)
{
    const qsizetype equals = line.indexOf('=');
    return equals < 0 ? std::pair(line, QByteArray())
                      : std::pair(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
}

/// Lines of which one that ends in a backslash goes on in the next.
QByteArrayList joinedLines(QByteArrayView bytes)
{
    QByteArrayList lines;
    bool goesOn = false;
    for (const QByteArray &line : plainLines(bytes)) {
        if (goesOn)
            lines.back() += line;
        else
            lines += line;
        goesOn = lines.back().endsWith('\\');
        if (goesOn)
            lines.back().chop(1);
    }
    return lines;
}

/// apt.conf(5) in pieces: names, values in quotes, and the signs { } ;
struct AptToken {
    QByteArray text;
    bool isValue = false;
};

std::vector<AptToken> aptTokens(QByteArrayView bytes)
{
    std::vector<AptToken> tokens;
    const QByteArray text = bytes.toByteArray();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const QByteArrayView rest = QByteArrayView(text).sliced(i);
        const auto skipTo = [&](QByteArrayView end) {
            const qsizetype found = text.indexOf(end, i + 1);
            i = found < 0 ? text.size() : found + end.size() - 1;
        };
        if (rest.startsWith("//") || (c == '#' && !rest.startsWith("#include") && !rest.startsWith("#clear"))) {
            skipTo("\n");
        } else if (rest.startsWith("/*")) {
            skipTo("*/");
        } else if (c == '"') {
            const qsizetype start = i + 1;
            skipTo("\"");
            tokens.push_back({text.sliced(start, std::max<qsizetype>(std::min(i, text.size()) - start, 0)), true});
        } else if (c == '{' || c == '}' || c == ';') {
            tokens.push_back({QByteArray(1, c)});
        } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            const qsizetype start = i;
            while (i < text.size() && !QByteArrayView(" \t\r\n{};\"").contains(text.at(i)))
                ++i;
            tokens.push_back({text.sliced(start, i - start)});
            --i;
        }
    }
    return tokens;
}

bool isAptHook(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 7> endings{"::pre-invoke", "::post-invoke", "::post-invoke-success",
        "::post-invoke-stats", "::pre-install-pkgs", "::proxy-auto-detect", "::proxyautodetect"};
    const QByteArray lower = name.toLower();
    return std::ranges::any_of(endings, [&lower](QByteArrayView ending) { return lower.endsWith(ending); });
}

} // namespace

QByteArrayList plainLines(QByteArrayView bytes)
{
    QByteArrayList lines;
    const QByteArrayList raw = bytes.toByteArray().split('\n');
    for (const QByteArray &text : raw) {
        const QByteArray line = text.trimmed();
        if (!line.isEmpty() && !line.startsWith('#'))
            lines += line;
    }
    return lines;
}

std::vector<Hook> parseModprobe(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : joinedLines(bytes)) {
        const auto [keyword, rest] = keyAndRest(line);
        const auto [module, command] = keyAndRest(rest);
        if ((keyword == "install" || keyword == "remove") && !command.isEmpty())
            hooks.push_back({keyword, command, module});
    }
    return hooks;
}

std::vector<Hook> parseIncrontab(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : plainLines(bytes)) {
        const StartCommand watched = splitCommand(line); // a backslash keeps the blanks of its name
        const auto [mask, command] = keyAndRest(watched.arguments);
        if (!command.isEmpty())
            hooks.push_back({mask, command, watched.program});
    }
    return hooks;
}

std::vector<Hook> parseAptHooks(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    constexpr qsizetype DeepestScope = 64; // apt's own settings have four
    QByteArrayList scopes;                 // names of the open braces
    qsizetype deeper = 0;
    QByteArray name;
    for (const AptToken &token : aptTokens(bytes)) {
        if (token.isValue) {
            const QByteArrayList all = name.isEmpty() ? scopes : scopes + QByteArrayList{name};
            QByteArray setting = all.join("::");
            while (setting.endsWith("::")) // one more of a list
                setting.chop(2);
            if (isAptHook(setting))
                hooks.push_back({setting, token.text});
        } else if (token.text == "{") {
            if (scopes.size() < DeepestScope)
                scopes += name;
            else
                ++deeper;
            name.clear();
        } else if (token.text == "}") {
            if (deeper > 0)
                --deeper;
            else if (!scopes.isEmpty())
                scopes.removeLast();
            name.clear();
        } else {
            name = token.text == ";" ? QByteArray() : token.text;
        }
    }
    return hooks;
}

std::vector<Hook> parseDpkgHooks(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : plainLines(bytes)) {
        // dpkg takes a blank for the sign too
        const qsizetype end = std::ranges::find_if(line, [](char c) { return c == '=' || c == ' '; }) - line.begin();
        const QByteArray key = line.first(end);
        if ((key == "pre-invoke" || key == "post-invoke" || key == "status-logger") && end < line.size())
            hooks.push_back({key, unquoted(line.sliced(end + 1).trimmed())});
    }
    return hooks;
}

std::vector<Hook> parseLogrotate(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 5> scripts{
        "prerotate", "postrotate", "firstaction", "lastaction", "preremove"};
    std::vector<Hook> hooks;
    QByteArray files;
    QByteArrayList waiting; // names on the lines before a brace
    bool isScript = false;
    for (const QByteArray &line : plainLines(bytes)) {
        if (isScript && line == "endscript") {
            isScript = false;
        } else if (isScript) {
            QByteArray &command = hooks.back().command;
            command += command.isEmpty() ? line : '\n' + line;
        } else if (std::ranges::contains(scripts, QByteArrayView(line))) {
            hooks.push_back({line, {}, files});
            isScript = true;
        } else if (line.startsWith('/') || line.startsWith('"') || line.startsWith('{')) {
            waiting += line;
            if (line.endsWith('{') || line.startsWith('{')) {
                files = waiting.join(' ');
                files = files.first(files.lastIndexOf('{')).trimmed();
                waiting.clear();
            }
        } else if (line == "}") {
            files.clear();
        }
    }
    return hooks;
}

std::vector<Hook> parseInterfaces(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 6> keys{"pre-up", "up", "post-up", "pre-down", "down", "post-down"};
    std::vector<Hook> hooks;
    QByteArray interface;
    for (const QByteArray &line : joinedLines(bytes)) {
        const auto [keyword, rest] = keyAndRest(line);
        if (keyword == "iface")
            interface = keyAndRest(rest).first;
        else if (std::ranges::contains(keys, QByteArrayView(keyword)))
            hooks.push_back({keyword, rest, interface});
    }
    return hooks;
}

std::vector<Hook> parseBinfmtRules(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : plainLines(bytes)) {
        // :name:type:offset:magic:mask:interpreter:flags, with any sign for the colon
        const QByteArrayList fields = line.split(line.front());
        if (fields.size() >= 8 && !line.startsWith(';'))
            hooks.push_back({"interpreter", fields.at(6), fields.at(1)});
    }
    return hooks;
}

std::vector<Hook> parseInittab(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : plainLines(bytes)) {
        // id:runlevels:action:process
        const QByteArrayList fields = line.split(':');
        if (fields.size() < 4 || fields.at(2) == "initdefault" || fields.at(2) == "off")
            continue;
        hooks.push_back({fields.at(2), fields.sliced(3).join(':'), fields.at(0)});
    }
    return hooks;
}

std::vector<Hook> parseSysctl(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : plainLines(bytes)) {
        auto [key, value] = assignment(line.startsWith('-') ? line.sliced(1) : line);
        key.replace('/', '.');
        const bool startsPipe = key == "kernel.core_pattern" && value.startsWith('|');
        if (startsPipe || key == "kernel.modprobe" || key == "kernel.hotplug" || key == "kernel.poweroff_cmd")
            hooks.push_back({key, startsPipe ? value.sliced(1).trimmed() : value});
    }
    return hooks;
}

std::vector<Hook> parseLoaderVariables(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : plainLines(bytes)) {
        const auto [name, value] = assignment(line.startsWith("export ") ? line.sliced(7).trimmed() : line);
        if ((name == "LD_PRELOAD" || name == "LD_AUDIT" || name == "LD_LIBRARY_PATH") && !value.isEmpty())
            hooks.push_back({name, unquoted(value)});
    }
    return hooks;
}

} // namespace Sonde::Agent::Linux
