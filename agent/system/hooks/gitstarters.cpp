// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/gitstarters.h"

#include <QByteArrayList>
#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

/// "core.pager", or with whatever stands between the first and the last name "filter.*.clean".
constexpr std::array<QByteArrayView, 43> GitStarters{"core.pager", "core.editor", "core.sshcommand", "core.fsmonitor",
    "core.hookspath", "core.askpass", "core.gitproxy", "core.alternaterefscommand", "sequence.editor", "gpg.program",
    "gpg.*.program", "diff.external", "diff.*.textconv", "merge.*.driver", "mergetool.*.path", "difftool.*.path",
    "browser.*.path", "man.*.path", "filter.*.clean", "filter.*.smudge", "filter.*.process", "credential.helper",
    "credential.*.helper", "interactive.difffilter", "sendemail.smtpserver", "sendemail.*.smtpserver", "imap.tunnel",
    "imap.*.tunnel", "uploadpack.packobjectshook", "init.templatedir", "instaweb.httpd", "instaweb.browser",
    "instaweb.modulepath", "web.browser", "help.browser", "remote.*.uploadpack", "remote.*.receivepack", "remote.*.vcs",
    "svn.authorsprog", "svn-remote.*.authorsprog", "lfs.*.path", "lfs.*.clean", "lfs.*.smudge"};

/// Settings whose last name says what they are: diff.*.command, mergetool.*.cmd, sendemail.tocmd, trailer.*.cmd, tar.*.command,
/// gpg.ssh.defaultkeycommand, hook.*.command, and those of programs beside git.
constexpr std::array<QByteArrayView, 2> StartingEnds{"command", "cmd"};

/// The first and the last name, with a star for what is between them.
QByteArray generalName(const QByteArray &name)
{
    const qsizetype first = name.indexOf('.');
    const qsizetype last = name.lastIndexOf('.');
    return first == last ? name : name.first(first) + ".*" + name.sliced(last);
}

bool isYesOrNo(const QByteArray &value)
{
    static constexpr std::array<QByteArrayView, 8> words{"true", "false", "yes", "no", "on", "off", "1", "0"};
    return std::ranges::contains(words, QByteArrayView(value.toLower()));
}

/// A helper's name with its options, as git has some by itself: "git credential-NAME" is given to a shell as it is written.
bool isGitsOwnHelper(const QByteArray &value)
{
    static constexpr std::array<QByteArrayView, 9> own{
        "cache", "store", "libsecret", "gnome-keyring", "osxkeychain", "wincred", "manager", "manager-core", "oauth"};
    const bool isPlain =
        std::ranges::none_of(value, [](char c) { return QByteArrayView(";&|<>$`(){}!*?'\"\\\n").contains(c); });
    return isPlain && std::ranges::contains(own, QByteArrayView(value.simplified().split(' ').constFirst()));
}

/// "ext::COMMAND" as the place of a repository: a program speaks to it.
bool isCommandUrl(const QByteArray &value)
{
    return value.startsWith("ext::");
}

} // namespace

bool gitRuns(const QByteArray &name, const QByteArray &value)
{
    const QByteArray general = generalName(name);
    if (name.startsWith("alias."))
        return value.startsWith('!');
    if (name == "include.path" || general == "includeif.*.path")
        return true;
    if (name.startsWith("pager."))
        return !isYesOrNo(value);
    if (general == "submodule.*.update")
        return value.startsWith('!');
    if (general == "remote.*.url" || general == "remote.*.pushurl" || general == "submodule.*.url")
        return isCommandUrl(value);
    if (general == "url.*.insteadof" || general == "url.*.pushinsteadof")
        return isCommandUrl(name.sliced(4)); // what the value is made to
    if ((name == "credential.helper" || general == "credential.*.helper") && isGitsOwnHelper(value))
        return false;
    if (name == "core.fsmonitor" && isYesOrNo(value))
        return false;
    if (name == "sendemail.smtpserver" || general == "sendemail.*.smtpserver")
        return value.startsWith('/') || value.startsWith('~'); // otherwise it is a host
    const QByteArrayView last = QByteArrayView(name).sliced(name.lastIndexOf('.') + 1);
    return std::ranges::any_of(StartingEnds, [last](QByteArrayView end) { return last.endsWith(end); })
        || std::ranges::contains(GitStarters, QByteArrayView(name))
        || std::ranges::contains(GitStarters, QByteArrayView(general));
}

} // namespace Sonde::Agent::Linux
