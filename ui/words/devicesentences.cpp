// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/sentenceparts.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Sentences {

namespace {

using Reason = ErrorSentence::Reason;

constexpr std::array deviceTable{
    ErrorSentence{ErrorCode::NotFound, when(Fact::Upload),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not exist on this computer. Check the path."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotFound, when(Fact::Target),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is a link to “%2”, which does not exist."),
        {{Subject, text(Fact::Target)}}},
    ErrorSentence{ErrorCode::NotFound, when(Fact::Why, "no-pattern"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” does not exist on the device, and this command takes no pattern. Use “findfile” to look for names."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotFound, when(Fact::Why, "no-match"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing on the device matches “%1”."), {{Subject}}},
    ErrorSentence{ErrorCode::NotFound, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not exist on the device. Check the path."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::AccessDenied, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The agent may not read “%1”."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotADirectory, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not a directory."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::IsADirectory, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is a directory; this command takes a file. Use “dir” to list it."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotARegularFile, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not a regular file, so it was not opened."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::TooLarge, when(Fact::Actual),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” has %2, and the limit is %3. A security administrator can raise it in the settings."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::TooLarge, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” has more than %2, which is the limit."),
        {{Subject, size(Fact::Limit)}}, Reason::Said},
    ErrorSentence{ErrorCode::ReadFailed, Always, QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” could not be read."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::Vanished, when(Fact::Why, "content-gone"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The service has the content of “%1” no more. Upload it to the library again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::Vanished, when(Fact::Why, "deleted-meanwhile"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” was deleted from the library meanwhile."), {{Subject}}},
    ErrorSentence{ErrorCode::Vanished, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” disappeared while it was read."), {{Subject}}},
    ErrorSentence{ErrorCode::NoSuchProcess, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is no process %1 on the device. It may have ended; type “processes” for the current ones."),
        {{Subject}}},
    ErrorSentence{ErrorCode::LimitReached, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The limit of %1 was reached: the output is cut there. Narrow the command."),
        {{number(Fact::Limit)}}, Reason::Said},
    ErrorSentence{ErrorCode::EngineMissing, when(Fact::Why, "clamav"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "No antivirus looked: ClamAV does not run on this device. Install the package clamav-daemon (on Fedora "
            "clamd), and let it fetch its signatures."),
        {}},
    ErrorSentence{ErrorCode::EngineMissing, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "No YARA rule was looked for: the library holds none. Upload a file with the extension .yar to have "
            "them "
            "looked for on every device."),
        {}},
    ErrorSentence{ErrorCode::EngineFailed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The engine %1 failed: what it has not seen counts as not scanned."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotWhollyScanned, when(Fact::Parameter, "size"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not read, and others may not have been: of files that nothing vouches for no more than %2 is "
            "read. Look into it by itself."),
        {{Subject, size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::NotWhollyScanned, when(Fact::Limit),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not wholly looked at: it holds more than %2, and no more is looked at. Look into it by itself."),
        {{Subject, number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::NotWhollyScanned, when(Fact::Why, "nothing-in"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing was scanned in “%1”."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotWhollyScanned, when(Fact::Why, "nothing"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing was scanned."), {}, Reason::Said},
    ErrorSentence{ErrorCode::NotWhollyScanned, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” was not wholly looked at."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NoDefinitions, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "No definitions of artefacts came from the service, so no files are in the package: %1"),
        {{ReasonOrSubject}}},
    ErrorSentence{ErrorCode::BudgetReached, when(Fact::Parameter, "size"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Not everything is in the package: at “%1” its size reached %2. Its summary says what is missing; "
            "“-size” "
            "allows more."),
        {{Subject, size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::BudgetReached, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Not everything is in the package: at “%1” the time for it, %2, was over. Its summary says what is "
            "missing; "
            "“-time” allows more."),
        {{Subject, duration(Fact::Limit)}}},
    ErrorSentence{ErrorCode::PackageNotWhole, Always,
        QT_TRANSLATE_N_NOOP("Sonde::Client::Words",
            "The package is not whole: %n problem(s). The column “problems” says where; its files summary.json and "
            "errors.jsonl list each."),
        {{count(Fact::Count)}}},
    ErrorSentence{ErrorCode::NotSupported, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not possible on this device."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::EmptyFile, when(Fact::Upload),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is empty: there is nothing to upload. Perhaps it was not saved yet."),
        {{Subject}}},
    ErrorSentence{ErrorCode::EmptyFile, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is empty: there is nothing to download. “fileinfo” shows its facts."),
        {{Subject}}},
    ErrorSentence{ErrorCode::SparseFile, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is a sparse file: it claims %2 and holds less. Have a script copy it into an archive, then "
            "download "
            "that."),
        {{Subject, size(Fact::Actual)}}},
    ErrorSentence{ErrorCode::FileChanged, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” changed while it was read."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NoInterpreter, when(Fact::Missing),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” needs %2, which the device does not have. Install it there, or use a script in another "
            "language."),
        {{Subject, text(Fact::Interpreter)}}},
    ErrorSentence{ErrorCode::NoInterpreter, when(Fact::Interpreter),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” asks for the interpreter %2, and scripts are run with sh, bash, Python or PowerShell."),
        {{Subject, text(Fact::Interpreter)}}},
    ErrorSentence{ErrorCode::NoInterpreter, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” cannot be run: nothing says what it is written in. Give it a #! line, or the extension .sh, "
            ".bash, "
            ".py or .ps1."),
        {{Subject}}},
    ErrorSentence{ErrorCode::WindowsLineEnds, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not run: it has Windows line ends (CR LF), first in line %2, and a shell takes each CR for a "
            "part of the line. Save it with line ends of Unix (LF) and upload it again."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::ExitStatus, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” ended with the exit status %2."),
        {{Subject, number(Fact::Actual)}}},
    ErrorSentence{ErrorCode::ProcessesRemain, when(Fact::Stopped),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was stopped, but these processes could not be ended: %2. They may belong to another user, or "
            "wait "
            "for hardware."),
        {{Subject, list(Fact::Processes)}}},
    ErrorSentence{ErrorCode::ProcessesRemain, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” has ended and left running what it had started: %2."),
        {{Subject, list(Fact::Processes)}}},
    ErrorSentence{ErrorCode::NoSubsystem, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not available on this device; the output goes without it."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::ProcessHidden, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "Somebody hides the process %1: something is mounted over its folder in /proc."),
        {{Subject}}},
    ErrorSentence{ErrorCode::PathTooLong, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is too long for this system: a name in it has more than 255 bytes, or the path has more than 4,095."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotLookedAt, when(Fact::Why, "restarted"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: the agent was restarted since this session began, and does not know what was looked "
            "at before. Type “%2” first, or add -auto."),
        {{Subject, text(Fact::Command)}}},
    ErrorSentence{ErrorCode::NotLookedAt, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: nobody has looked at it in this session. Type “%2” first, or add -auto."),
        {{Subject, text(Fact::Command)}}},
    ErrorSentence{ErrorCode::FactsChanged, when(Fact::Command),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: it is not what was looked at any more (%2). Type “%3” to look again."),
        {{Subject, list(Fact::Changed), text(Fact::Command)}}},
    ErrorSentence{ErrorCode::FactsChanged, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” was left as it is: it is not what the plan was made for any more (%2)."),
        {{Subject, list(Fact::Changed)}}},
    ErrorSentence{ErrorCode::PlanChanged, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: what would have to be done is not what was approved any more. Look at the new "
            "plan "
            "before you decide."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NothingToUndo, when(Fact::Command),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was taken away when something else was remediated. Type “%2” to undo that: it brings the file back."),
        {{Subject, text(Fact::Command)}}},
    ErrorSentence{ErrorCode::NothingToUndo, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is no remediation of “%1” on this device that could be undone. Type “remediate list” to see "
            "what "
            "there is."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::UndoConflict, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not restored: something else is in its place now, and was left as it is. Type -replace to "
            "put "
            "that into quarantine first, or -beside to restore it under another name."),
        {{Subject}}},
    ErrorSentence{ErrorCode::QuarantineFull, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: the quarantine of this device has no room for its %2; %3 are free. A security "
            "administrator can raise the limit in the settings."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::Protected, when(Fact::Why, "line"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: it holds much more than what starts something. Name the line that is to be taken "
            "away, for the twelfth one: “remediate persistence %1:12”."),
        {{Subject}}},
    ErrorSentence{ErrorCode::Protected, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” was not touched: the device, or the agent itself, cannot do without it."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::ServiceCutOff, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device was not isolated: with the rules in place its service (%1) did not answer any more, so "
            "they "
            "were taken away again. A VPN or a proxy on the way can be the cause; a security administrator can let "
            "it "
            "pass with the setting “isolation-passages”."),
        {{Subject}}},
    ErrorSentence{ErrorCode::PartlyIsolated, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device is isolated only in part. What is not kept back: %1."),
        {{Subject}}},
    ErrorSentence{ErrorCode::StillThere, when(Fact::Why, "goes-at-restart"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is in use and is still there. It goes into quarantine when the device is restarted next."),
        {{Subject}}},
    ErrorSentence{ErrorCode::StillThere, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is still there, or was brought back: %2. Look for what does it with “persistence”."),
        {{Subject, list(Fact::Processes)}}},
};

} // namespace

std::span<const ErrorSentence> deviceSentences()
{
    return deviceTable;
}

} // namespace Sonde::Client::Sentences
