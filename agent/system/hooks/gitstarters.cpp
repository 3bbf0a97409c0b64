// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/gitstarters.h"

#include "agent/system/linux/commandwords.h"

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

/// A command of git's and what makes it run a program that is named there.
struct RunningOption {
    QByteArrayView command;
    QByteArrayView letters = {};  ///< short options
    QByteArrayView option = {};   ///< a long one
    QByteArrayView argument = {}; ///< or a word by itself
};
constexpr std::array RunningOptions{RunningOption{"difftool", "x", "--extcmd"}, RunningOption{"rebase", "x", "--exec"},
    RunningOption{"submodule", {}, {}, "foreach"}, RunningOption{"bisect", {}, {}, "run"},
    RunningOption{"clone", "u", "--upload-pack"}, RunningOption{"clone", "c", "--config"},
    RunningOption{"clone", {}, "--template"}, RunningOption{"init", {}, "--template"},
    RunningOption{"fetch", {}, "--upload-pack"}, RunningOption{"pull", {}, "--upload-pack"},
    RunningOption{"ls-remote", {}, "--upload-pack"}, RunningOption{"ls-remote", {}, "--exec"},
    RunningOption{"fetch-pack", {}, "--upload-pack"}, RunningOption{"fetch-pack", {}, "--exec"},
    RunningOption{"push", {}, "--receive-pack"}, RunningOption{"push", {}, "--exec"},
    RunningOption{"send-pack", {}, "--receive-pack"}, RunningOption{"send-pack", {}, "--exec"},
    RunningOption{"archive", {}, "--exec"}, RunningOption{"grep", "O", "--open-files-in-pager"},
    RunningOption{"send-email", {}, "--sendmail-cmd"}, RunningOption{"send-email", {}, "--to-cmd"},
    RunningOption{"send-email", {}, "--cc-cmd"}, RunningOption{"send-email", {}, "--header-cmd"},
    RunningOption{"send-email", {}, "--smtp-server"}, RunningOption{"instaweb", "d", "--httpd"},
    RunningOption{"instaweb", "b", "--browser"}, RunningOption{"svn", {}, "--authors-prog"},
    RunningOption{"daemon", {}, "--access-hook"}};

/// `word`: of what follows the command. git takes the beginning of a long option for it, and short ones in one word.
bool isRunning(const RunningOption &option, const QByteArray &word)
{
    if (!word.startsWith("--")) {
        const bool isShort = word.startsWith('-') && word.size() > 1;
        return (isShort && std::ranges::any_of(option.letters, [&word](char c) { return word.contains(c); }))
            || (!option.argument.isEmpty() && word == option.argument);
    }
    const QByteArray name = word.first(word.indexOf('=') < 0 ? word.size() : word.indexOf('='));
    return name.size() > 2 && option.option.startsWith(name);
}

/// "name=value" of git's -c, or a name alone that gets its value elsewhere.
bool settingRuns(const QByteArray &text, const QByteArray &otherwise)
{
    const qsizetype equals = text.indexOf('=');
    QByteArray name = equals < 0 ? text : text.first(equals);
    const qsizetype first = name.indexOf('.');
    const qsizetype last = name.lastIndexOf('.');
    if (first < 0)
        return false;
    name = name.first(first).toLower() + name.sliced(first, last - first) + name.sliced(last).toLower();
    return gitRuns(name, otherwise.isEmpty() && equals >= 0 ? text.sliced(equals + 1) : otherwise);
}

/// git's options that stand before a command; `at`: moved to the command. Whether one of them runs something.
bool optionsRun(const QByteArrayList &words, qsizetype &at)
{
    static constexpr std::array<QByteArrayView, 5> withArgument{
        "-C", "--git-dir", "--work-tree", "--namespace", "--super-prefix"};
    constexpr QByteArrayView environment = "--config-env";
    const QByteArray any = "/"; // what a variable holds is not known here
    for (; at < words.size() && words.at(at).startsWith('-'); ++at) {
        const QByteArray &word = words.at(at);
        const QByteArray next = words.value(at + 1);
        if (word.startsWith("--exec-path=") || (word == "-c" && settingRuns(next, {}))
            || (word == environment && settingRuns(next, any))
            || (word.startsWith("--config-env=") && settingRuns(word.sliced(environment.size() + 1), any)))
            return true;
        if (word == "-c" || word == environment || std::ranges::contains(withArgument, QByteArrayView(word)))
            ++at;
    }
    return false;
}

/// A piece of shell, or git's own command with something that makes it run what is named there.
bool aliasRuns(const QByteArray &value)
{
    if (value.startsWith('!'))
        return true;
    const QByteArrayList words = splitWords(value);
    qsizetype at = 0;
    if (optionsRun(words, at))
        return true;
    const QByteArray command = words.value(at);
    return command == "filter-branch"
        || std::any_of(words.begin() + std::min(at + 1, words.size()), words.end(), [&](const QByteArray &word) {
               return isCommandUrl(word) || std::ranges::any_of(RunningOptions, [&](const RunningOption &option) {
                   return command == option.command && isRunning(option, word);
               });
           });
}

} // namespace

bool gitRuns(const QByteArray &name, const QByteArray &value)
{
    const QByteArray general = generalName(name);
    if (name.startsWith("alias."))
        return aliasRuns(value);
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
