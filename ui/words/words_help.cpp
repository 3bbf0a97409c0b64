// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include "protocol/command/grammar.h"
#include "protocol/command/offering.h"
#include "ui/words/phrase.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr std::array purposes{
    Phrase{"analyze",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Judges a file or a process: each engine says what it found and what that rests on, and the verdict "
            "follows "
            "from it.")},
    Phrase{"baseline",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Lists the baselines of the library, and saves the latest whole answers of this session as one: processes, "
            "services, connections, drivers, scheduled tasks and persistence. “-baseline <name>” at one of these "
            "commands then shows only what is new, gone or changed, on this device or on another. A security "
            "administrator saves and deletes them, as all files of the library.")},
    Phrase{"cd", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Changes the working directory of the session.")},
    Phrase{"cls", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Clears the console. The command log keeps everything.")},
    Phrase{"collect",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Collects a forensic package and downloads it while it is made: what runs now, what starts by itself, the "
            "files that are worth keeping, and a time line of all of it.")},
    Phrase{"connect",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Starts the session on the device, or connects it again.")},
    Phrase{"connections",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the active network connections and the process behind each.")},
    Phrase{"dir", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Lists the files and folders of a directory.")},
    Phrase{"disconnect", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Disconnects the session, after asking.")},
    Phrase{"drivers",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "Shows the installed drivers: kernel modules on Linux, extensions on macOS.")},
    Phrase{"fg", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Brings a job to the foreground.")},
    Phrase{"fileinfo",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "Shows the facts about a file: type, size, times, owner and hashes.")},
    Phrase{"findfile",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Finds files by name on the device; * and ? are accepted.")},
    Phrase{"getfile",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Downloads a file from the device; a directory or a pattern comes as one archive.")},
    Phrase{
        "help", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the list of commands, or the page of one command.")},
    Phrase{"jobs",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the running jobs with their command IDs and progress.")},
    Phrase{"isolate",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Cuts the device off the network but for this service, and keeps it so until “release”; the session goes "
            "on.")},
    Phrase{"library",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Lists the files in the library, or deletes one, which a security administrator may.")},
    Phrase{"persistence",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Shows everything that starts by itself: services, scheduled tasks, startup folders, shell profiles and "
            "every other known method.")},
    Phrase{"processes", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the processes that run on the device.")},
    Phrase{"putfile",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Puts a library file into the working folder on the device; it is removed at the next restart.")},
    Phrase{"registry", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the values of a registry key, or one value.")},
    Phrase{"release", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Lifts the isolation of the device.")},
    Phrase{"remediate",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Stops or removes what was found, by a plan that it keeps to, and keeps what is needed to undo it; “list” "
            "shows what was remediated on this device.")},
    Phrase{"run", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Runs a script of the library on the device.")},
    Phrase{"scan",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Scans files with ClamAV, with the library’s YARA rules and with its lists of hashes. When the agent is "
            "restarted meanwhile, the scan goes on where it was.")},
    Phrase{"scheduledtasks",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Shows all scheduled tasks: systemd timers, cron and at on Linux, launchd calendars on macOS.")},
    Phrase{
        "services", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows all services, their state and how they start.")},
    Phrase{"startupfolders", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the files in the startup folders.")},
    Phrase{"status", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Shows the state and the output of one command.")},
    Phrase{"trace",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Switches debug logging of the console on or off: times, message IDs and sizes appear with each command.")},
    Phrase{"undo", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Restores what was remediated.")},
};

constexpr std::array parameterPurposes{
    Phrase{"analyze/type", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it is")},
    Phrase{"analyze/id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "which one: the path of a file, or the ID of a process")},
    Phrase{"scan/path",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the file or the directory to scan; without it, the programs that run, what starts by itself, and the "
            "directories of temporary and downloaded files")},
    Phrase{"collect/output_folder",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "where the package is put on your computer: a folder in that of the downloads, or a whole path; it is made "
            "when it is not there")},
    Phrase{"collect/encrypt",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "a library file with the certificate of a case (PEM): the package is encrypted on the device, and only the "
            "case’s private key opens it: openssl cms -decrypt -inform DER -binary -in PACKAGE -inkey KEY -out "
            "package.tar.gz")},
    Phrase{"collect/memory",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "also take an image of the memory (LiME), where the device’s kernel lets it be read; “-size” has to have "
            "room for all of it")},
    Phrase{"collect/profile",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“triage” (the default) takes what an investigation begins with, “full” everything that the definitions "
            "name")},
    Phrase{"collect/since",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "only files that were changed since then: a day as 2026-11-01, a time as 2026-11-01T10:00, or a span back "
            "from now as 12h, 7d")},
    Phrase{"collect/size",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "how large the package may become, as 500M or 2G; without it 512M, and as large as the limit of “getfile” "
            "with “full”")},
    Phrase{"collect/time",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "how long it may take, as 90s or 10m, at most 3h; without it 10m, and 1h with “full”")},
    Phrase{"cd/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the directory to go to; .. is the one above")},
    Phrase{"connections/pid",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "only the connections of the process with this ID")},
    Phrase{"dir/path",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the directory to list; without it, the working directory")},
    Phrase{"dir/full_path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "shows whole paths")},
    Phrase{"dir/relative_path",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "shows names relative to the directory (the default)")},
    Phrase{"fg/command_id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a command ID as “jobs” shows it, never a process ID")},
    Phrase{"status/command_id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the command ID")},
    Phrase{"fileinfo/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file to look at")},
    Phrase{"findfile/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name to find; * stands for any characters, ? for one")},
    Phrase{"findfile/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "where to start; without it, all local disks")},
    Phrase{"findfile/everywhere",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "also looks into network drives and pseudo file systems")},
    Phrase{"findfile/max", QT_TRANSLATE_NOOP("Sonde::Client::Words", "stops after this many finds")},
    Phrase{"getfile/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file, directory or pattern to download")},
    Phrase{"getfile/auto",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "looks at the file first and makes sure that exactly this content is downloaded")},
    Phrase{"getfile/quarantine",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "downloads what was remediated; the path is then the number of the act in “remediate list”")},
    Phrase{"putfile/overwrite",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "replaces a file of this name in the working folder")},
    Phrase{"putfile/keep", QT_TRANSLATE_NOOP("Sonde::Client::Words", "leaves the file there when the device restarts")},
    Phrase{"help/command", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the command to explain")},
    Phrase{"baseline",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the name of a baseline: only what differs from it is shown. What is another one at each start, such as "
            "process IDs and start times, is not compared")},
    Phrase{"baseline/action",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“list” (the default), “save” what this session was last told by each of these commands, or “delete”")},
    Phrase{"baseline/name",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the baseline; saved again under the same name it gets another version")},
    Phrase{"library/action", QT_TRANSLATE_NOOP("Sonde::Client::Words", "“list” (the default) or “delete”")},
    Phrase{"library/name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the library file to delete")},
    Phrase{"putfile/name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the library file to put on the device")},
    Phrase{"run/name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the library script to run")},
    Phrase{"run/parameters",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what the script gets as arguments; quote what contains blanks")},
    Phrase{"isolate/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it is done, for the journal")},
    Phrase{"isolate/approve",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the plan that was looked at, by its hash: with any other plan nothing is done")},
    Phrase{"isolate/plan", QT_TRANSLATE_NOOP("Sonde::Client::Words", "only shows what would be done")},
    Phrase{"release/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it is done, for the journal")},
    Phrase{"release/approve",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the plan that was looked at, by its hash: with any other plan nothing is done")},
    Phrase{"release/plan", QT_TRANSLATE_NOOP("Sonde::Client::Words", "only shows what would be done")},
    Phrase{"remediate/type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it is; “list” shows what was remediated on this device")},
    Phrase{"remediate/id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "which one: a path, a process ID, a name as it was shown")},
    Phrase{"remediate/more",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "further types and IDs: all of it is one plan, and can be undone as a whole or one by one")},
    Phrase{"remediate/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it is done, for the journal")},
    Phrase{"remediate/approve",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the plan that was looked at, by its hash: with any other plan nothing is done")},
    Phrase{"remediate/auto", QT_TRANSLATE_NOOP("Sonde::Client::Words", "looks at it first, when nobody has")},
    Phrase{"remediate/plan", QT_TRANSLATE_NOOP("Sonde::Client::Words", "only shows what would be done")},
    Phrase{"remediate/tree", QT_TRANSLATE_NOOP("Sonde::Client::Words", "of a process: also all that it has started")},
    Phrase{"undo/type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it was; “several” for all that was remediated by one plan")},
    Phrase{"undo/id",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "which one, as it was remediated, or the number of the act in “remediate list”")},
    Phrase{"undo/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it is done, for the journal")},
    Phrase{"undo/approve",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the plan that was looked at, by its hash: with any other plan nothing is done")},
    Phrase{"undo/plan", QT_TRANSLATE_NOOP("Sonde::Client::Words", "only shows what would be done")},
    Phrase{"undo/replace",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "puts what is in its place now into quarantine first")},
    Phrase{"undo/beside",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "restores it under another name when its place is taken")},
    Phrase{"registry/key",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the key; a double backslash before the last name means one value")},
    Phrase{"scheduledtasks/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "only tasks with this name; * and ? are accepted")},
    Phrase{"services/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "only services with this name; * and ? are accepted")},
    Phrase{"processes/pid", QT_TRANSLATE_NOOP("Sonde::Client::Words", "only the process with this ID")},
    Phrase{"processes/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "only processes with this name; * and ? are accepted")},
};

/// What limits a command, and the setting whose default is at %1.
struct LimitPhrase {
    const char *verb;
    const char *text;
    TenantSetting setting;
};

constexpr std::array limits{
    LimitPhrase{"fileinfo",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "files up to %1, unless the tenant has set another limit"),
        TenantSetting::FileinfoBytes},
    LimitPhrase{"getfile",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "files up to %1, unless the tenant has set another limit"),
        TenantSetting::GetfileBytes},
    LimitPhrase{"collect",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a package up to %1, unless the tenant has set another limit"),
        TenantSetting::GetfileBytes},
    LimitPhrase{"putfile", QT_TRANSLATE_NOOP("Sonde::Client::Words", "library files up to %1"),
        TenantSetting::LibraryFileBytes},
    LimitPhrase{"run",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "library files up to %1; PowerShell scripts signed by one of the tenant’s publishers, unless it allows "
            "others"),
        TenantSetting::LibraryFileBytes},
};

/// As long as nobody has changed it.
QString usualLimit(const QString &verb)
{
    for (const LimitPhrase &limit : limits) {
        if (verb != QLatin1StringView(limit.verb))
            continue;
        return QCoreApplication::translate("Sonde::Client::Words", limit.text)
            .arg(Words::settingValue(limit.setting, SettingValues()));
    }
    return {};
}

QString line(const QString &left, const QString &right, qsizetype width)
{
    return u"  %1  %2\n"_s.arg(left.leftJustified(width), right);
}

/// As plain text, in two columns where its lines have names.
QString textOf(const HelpSection &section)
{
    qsizetype width = 0;
    for (const auto &[name, meaning] : section.lines)
        width = std::max(width, name.size());
    QString text = section.title.isEmpty() ? QString() : QString(section.title + u'\n');
    for (const auto &[name, meaning] : section.lines)
        text += name.isEmpty() ? QString(meaning + u'\n') : line(name, meaning, width);
    return text;
}

QString textOf(const std::vector<HelpSection> &sections)
{
    QStringList texts;
    for (const HelpSection &section : sections) {
        if (!section.lines.isEmpty())
            texts += textOf(section);
    }
    return texts.join(u'\n');
}

/// One of them: where the device is not known, none is missing.
Platform anyOf(Platforms platforms)
{
    for (const Platform platform : {Platform::Linux, Platform::Windows, Platform::MacOS}) {
        if (platforms.testFlag(platform))
            return platform;
    }
    return Platform::Linux;
}

constexpr std::array limitingSettings{TenantSetting::FileinfoBytes, TenantSetting::GetfileBytes,
    TenantSetting::LibraryFileBytes, TenantSetting::OutputRows, TenantSetting::OutputBytes,
    TenantSetting::AllowUnsignedScripts, TenantSetting::AllowPythonScripts, TenantSetting::InactivityMinutes};

} // namespace

QString Words::commandPurpose(const QString &verb)
{
    return phrase(purposes, verb);
}

QString Words::parameterPurpose(const QString &verb, const QString &parameter)
{
    const QString own = phrase(parameterPurposes, verb + u'/' + parameter);
    return own.isEmpty() ? phrase(parameterPurposes, parameter) : own;
}

QString Words::flagPurpose(const QString &verb, const QString &flag)
{
    return phrase(parameterPurposes, verb + u'/' + flag);
}

QString Words::helpOverview(const HelpReader &reader)
{
    HelpSection offered;
    HelpSection others{tr("Not offered here"), {}};
    for (const CommandSpec &command : Catalogue::instance().commands()) {
        const auto reason = notOffered(command, reader.access, reader.platform.value_or(anyOf(command.platforms)));
        HelpSection &section = reason ? others : offered;
        section.lines.append({command.verb, reason ? errorText(*reason) : commandPurpose(command.verb)});
    }
    const HelpSection more{{},
        {{{}, tr("“help <command>” explains one command.")},
            {{},
                tr("-output json|table chooses the output, > file writes it to a file, & at the end runs a command in "
                   "the background.")}}};
    std::vector<HelpSection> sections{offered, others, more};
    if (reader.settings)
        sections.push_back(helpLimits(*reader.settings));
    return textOf(sections);
}

HelpSection Words::helpLimits(const SettingValues &settings)
{
    HelpSection section{tr("Limits of this tenant"), {}};
    for (const TenantSetting setting : limitingSettings)
        section.lines.append({settingValue(setting, settings), settingPurpose(setting)});
    return section;
}

std::vector<HelpSection> Words::helpSections(const CommandSpec &command, const HelpReader &reader)
{
    return {helpParameters(command), helpTerms(command, reader), helpColumns(command)};
}

HelpSection Words::helpParameters(const CommandSpec &command)
{
    HelpSection section{tr("Parameters"), {}};
    for (const ParameterSpec &parameter : command.parameters)
        section.lines.append({parameter.positional ? u"<%1>"_s.arg(parameter.name) : u"-%1 <%1>"_s.arg(parameter.name),
            parameterPurpose(command.verb, parameter.name)});
    for (const FlagSpec &flag : command.flags)
        section.lines.append({u'-' + flag.name, flagPurpose(command.verb, flag.name)});
    return section;
}

HelpSection Words::helpColumns(const CommandSpec &command)
{
    HelpSection section{tr("Columns, with the units of JSON"), {}};
    for (const ColumnSpec &column : command.columns) {
        const QString unit = unitText(column.unit);
        section.lines.append(
            {column.id, columnPurpose(command.verb, column.id) + (unit.isEmpty() ? QString() : u" ("_s + unit + u')')});
    }
    return section;
}

/// For whom it is, and how far it goes.
HelpSection Words::helpTerms(const CommandSpec &command, const HelpReader &reader)
{
    HelpSection section;
    const auto add = [&section](const QString &sentence) { section.lines.append({QString(), sentence}); };
    if (!command.aliases.isEmpty())
        add(tr("Aliases: %1").arg(listText(command.aliases)));
    add(tr("Platforms: %1").arg(platformsText(command.platforms)));
    //: what somebody must be allowed to use this command
    QString needed = tr("Permission: %1").arg(permissionsText(command.needs.permissions()));
    const auto missing = reader.access.missing(command.needs, ErrorCode::RoleTooLow, command.verb);
    if (missing && missing->code == ErrorCode::SecondFactorNeeded)
        needed += u' ' + tr("(only after a second factor)");
    else if (missing)
        needed += u' ' + tr("(your role does not give it here; a global administrator can change that)");
    add(needed);
    if (command.runs == Runs::Device)
        add(tr("Time limit: %1").arg(durationText(command.timeLimit)));
    if (const QString limit = limitOf(command.verb, reader.settings); !limit.isEmpty())
        add(tr("Limit: %1").arg(limit));
    return section;
}

/// As this tenant has set it, as far as that is known.
QString Words::limitOf(const QString &verb, const std::optional<SettingValues> &settings)
{
    const auto found =
        std::ranges::find(limits, verb, [](const LimitPhrase &limit) { return QLatin1StringView(limit.verb); });
    if (!settings || found == limits.end())
        return usualLimit(verb);
    const QString size = settingValue(found->setting, *settings);
    if (found->setting != TenantSetting::LibraryFileBytes)
        return tr("files up to %1").arg(size);
    QStringList parts{tr("library files up to %1").arg(size)};
    if (verb == Verbs::Run.name && !settings->isOn(TenantSetting::AllowUnsignedScripts))
        parts += tr("PowerShell scripts only when they are signed by one of the tenant’s publishers");
    if (verb == Verbs::Run.name && !settings->isOn(TenantSetting::AllowPythonScripts))
        parts += tr("no Python scripts");
    return parts.join("; "_L1);
}

QString Words::helpPage(const CommandSpec &command, const HelpReader &reader)
{
    HelpSection examples{tr("Examples"), {}};
    for (const QString &example : command.examples)
        examples.lines.append({QString(), u"  "_s + example});
    std::vector<HelpSection> sections = helpSections(command, reader);
    sections.push_back(examples);
    return commandPurpose(command.verb) + u"\n\n  "_s + usage(command) + u"\n\n"_s + textOf(sections);
}

Result<QString> Words::help(const Invocation &invocation, const HelpReader &reader)
{
    const QString wanted = invocation.value(u"command"_s);
    if (wanted.isEmpty())
        return helpOverview(reader);
    if (const CommandSpec *command = Catalogue::instance().find(wanted))
        return helpPage(*command, reader);
    return fail(ErrorCode::UnknownVerb, wanted)
        .with(Fact::Nearest, QCborArray::fromStringList(Catalogue::instance().nearestVerbs(wanted)));
}

} // namespace Sonde::Client
