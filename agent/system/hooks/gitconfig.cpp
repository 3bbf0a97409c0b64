// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/gitconfig.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

/// "core.pager", or with a subsection of any name "filter.*.clean".
constexpr std::array<QByteArrayView, 33> GitStarters{"core.pager", "core.editor", "core.sshcommand", "core.fsmonitor",
    "core.hookspath", "core.askpass", "core.gitproxy", "core.alternaterefscommand", "sequence.editor", "gpg.program",
    "gpg.*.program", "gpg.ssh.defaultkeycommand", "diff.external", "diff.*.command", "diff.*.textconv",
    "merge.*.driver", "mergetool.*.cmd", "difftool.*.cmd", "filter.*.clean", "filter.*.smudge", "filter.*.process",
    "credential.helper", "credential.*.helper", "interactive.difffilter", "sendemail.sendmailcmd", "sendemail.tocmd",
    "sendemail.cccmd", "uploadpack.packobjectshook", "init.templatedir", "pager.*", "remote.*.uploadpack",
    "remote.*.receivepack", "remote.*.vcs"};

/// The first and the last name, with a star for what is between them.
QByteArray generalName(const QByteArray &name)
{
    const qsizetype first = name.indexOf('.');
    const qsizetype last = name.lastIndexOf('.');
    return first == last ? name : name.first(first) + ".*" + name.sliced(last);
}

bool startsProgram(const QByteArray &name, const QByteArray &value)
{
    if (name.startsWith("alias."))
        return value.startsWith('!');
    if (name.startsWith("include.") || name.startsWith("includeif."))
        return name.endsWith(".path");
    if (name.startsWith("pager."))
        return value != "true" && value != "false";
    if (name.startsWith("credential") && !value.startsWith('!') && !value.startsWith('/'))
        return false; // git's own
    if (name == "core.fsmonitor" && (value == "true" || value == "false"))
        return false;
    return std::ranges::contains(GitStarters, QByteArrayView(name))
        || std::ranges::contains(GitStarters, QByteArrayView(generalName(name)));
}

/// Quotes and escapes undone; what follows a # or ; outside of quotes is a comment.
QByteArray gitValue(QByteArrayView text)
{
    QByteArray value;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '\\' && i + 1 < text.size()) {
            const char next = text.at(++i);
            value += next == 'n' ? '\n' : next == 't' ? '\t' : next == 'b' ? '\b' : next;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == '#' || c == ';')) {
            break;
        } else {
            value += c;
        }
    }
    return value.trimmed();
}

/// [section], [section "sub"] or the old [section.sub]; empty when it is none. `rest`: what stands behind it in its line.
QByteArray sectionIn(const QByteArray &line, QByteArray &rest)
{
    bool isQuoted = false;
    qsizetype end = 1;
    for (; end < line.size() && (isQuoted || line.at(end) != ']'); ++end) {
        if (line.at(end) == '"')
            isQuoted = !isQuoted;
        else if (line.at(end) == '\\' && isQuoted)
            ++end;
    }
    if (end >= line.size())
        return {};
    rest = line.sliced(end + 1).trimmed();
    const QByteArray inside = line.sliced(1, end - 1).trimmed();
    const qsizetype quote = inside.indexOf('"');
    if (quote < 0)
        return inside.toLower();
    return inside.first(quote).trimmed().toLower() + '.' + gitValue(QByteArrayView(inside).sliced(quote));
}

} // namespace

std::vector<Hook> parseGitConfig(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    QByteArray section;
    QByteArray joined;
    const QByteArrayList lines = bytes.toByteArray().split('\n');
    for (const QByteArray &text : lines) {
        joined += text.trimmed();
        if (joined.endsWith('\\')) {
            joined.chop(1);
            continue;
        }
        QByteArray line = std::exchange(joined, {});
        if (line.startsWith('['))
            section = sectionIn(QByteArray(line), line);
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0 || line.startsWith('#') || line.startsWith(';') || section.isEmpty())
            continue;
        const QByteArray name = section + '.' + line.first(equals).trimmed().toLower();
        const QByteArray value = gitValue(QByteArrayView(line).sliced(equals + 1));
        if (!value.isEmpty() && startsProgram(name, value))
            hooks.push_back({name, value.startsWith('!') ? value.sliced(1) : value});
    }
    return hooks;
}

} // namespace Sonde::Agent::Linux
