// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/sentenceparts.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Sentences {

namespace {

using Reason = ErrorSentence::Reason;

constexpr std::array carriageTable{
    ErrorSentence{ErrorCode::HashMismatch, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "What arrived of “%1” is not what was sent: the SHA-256 hashes differ. It was thrown away; download it "
            "again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NoSpace, when(Fact::Limit),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is not enough space for “%1”: it needs %2, and %3 are free. Make room, then try again."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::NoSpace, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no space left for “%1”. Make room, then try again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::EvidenceUnknown, when(Fact::Why, "output-missing"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The service has not all of the output of the command %1."),
        {{Subject}}},
    ErrorSentence{ErrorCode::EvidenceUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The service has no evidence of the command %1."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::ContentRemoved, when(Fact::Why, "output"_L1),
        QT_TRANSLATE_N_NOOP("Sonde::Client::Words",
            "The output of the command %1 was removed on %2: it is kept for %n day(s) after its session. The journal "
            "still has the line, what became of it and the hash of what it printed."),
        {{Subject, time(Fact::Since), count(Fact::Limit)}}},
    ErrorSentence{ErrorCode::ContentRemoved, Always,
        QT_TRANSLATE_N_NOOP("Sonde::Client::Words",
            "The service’s copy of the file that the command %1 brought was removed on %2: it is kept for %n day(s) "
            "after its session. The journal still has its path, its size and its hash."),
        {{Subject, time(Fact::Since), count(Fact::Limit)}}},
    ErrorSentence{ErrorCode::LibraryFileUnknown, when(Fact::Version),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library has no version %2 of “%1”."),
        {{Subject, number(Fact::Version)}}},
    ErrorSentence{ErrorCode::LibraryFileUnknown, when(Fact::Nearest),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library has no file “%1”. Did you mean: %2?"),
        {{Subject, list(Fact::Nearest)}}},
    ErrorSentence{ErrorCode::LibraryFileUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library has no file “%1”. Type “library” for the list."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BaselineUnknown, when(Fact::Accepted),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The baseline “%1” holds no rows of “%2”, but of: %3. Run “%2” without parameters, then “baseline save "
            "%1” adds them."),
        {{Subject, text(Fact::Verb), list(Fact::Accepted)}}},
    ErrorSentence{ErrorCode::BaselineUnknown, when(Fact::Choices),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is no baseline “%1” of “%2”. There are: %3. “baseline save <name>” saves one."),
        {{Subject, text(Fact::Verb), list(Fact::Choices)}}},
    ErrorSentence{ErrorCode::BaselineUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no baseline “%1”. Type “baseline” for the list."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BaselineMalformed, when(Fact::Why, "cost"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: checking it took more time or memory than there is for that, or "
            "brought the checker down. Split it into several files."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BaselineMalformed, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is no baseline, or not a whole one: nothing was compared with it."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NothingToSave, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is nothing to save as “%1”: this session has no whole answer yet. Run “processes”, “services” "
            "or another of these commands without parameters first."),
        {{Subject}}},
    ErrorSentence{ErrorCode::LibraryFileExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The library has a file “%1” already. Choose “Overwrite” to make this its new version, or another "
            "name."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "empty"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "A file needs a name."), {}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "too-long"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is too long for a file name: at most 255 bytes."), {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "separator"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” cannot be a file name on every platform: it contains one of /\\:*?\"<>|"),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "control"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” cannot be a file name: it contains characters that cannot be shown."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "hashes"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” does not say what it lists: call it ….bad.hashes for what is known to be bad, ….good.hashes for "
            "what "
            "is known to be good."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "baseline"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” does not say whose rows it holds: a baseline is called ….processes.baseline, ….services.baseline "
            "and so on."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "reserved"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” cannot be a file name: Windows reserves it for hardware."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” cannot be a file name on every platform: it begins with a blank, or ends with a blank or a dot."),
        {{Subject}}},
    ErrorSentence{ErrorCode::ScriptUnsigned, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” may not run: PowerShell scripts must have a valid signature here (%2). Sign it, or have a "
            "security "
            "administrator allow unsigned scripts in the settings."),
        {{Subject, signature(Fact::Signature)}}},
    ErrorSentence{ErrorCode::RulesMalformed, when(Fact::Why, "cost"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: checking it took more time or memory than there is for that, or "
            "brought the checker down. Split it into several files."),
        {{Subject}}},
    ErrorSentence{ErrorCode::RulesMalformed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: its line %2 is no YARA that compiles. Reason: %3"),
        {{Subject, number(Fact::Line), ReasonOrSubject}}},
    ErrorSentence{ErrorCode::ArtifactsMalformed, when(Fact::Why, "cost"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: checking it took more time or memory than there is for that, or "
            "brought the checker down. Split it into several files."),
        {{Subject}}},
    ErrorSentence{ErrorCode::ArtifactsMalformed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: its line %2 is no definition of artefacts. Reason: %3"),
        {{Subject, number(Fact::Line), ReasonOrSubject}}},
    ErrorSentence{ErrorCode::HashesMalformed, when(Fact::Why, "cost"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: checking it took more time or memory than there is for that, or "
            "brought the checker down. Split it into several files."),
        {{Subject}}},
    ErrorSentence{ErrorCode::HashesMalformed, when(Fact::Why, "order"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is long, and a long list has to be sorted: line %2 comes too late. “LC_ALL=C sort -u” sorts it."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::HashesMalformed, when(Fact::Why, "case"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is long, and a long list has to keep to one letter case: line %2 changes it."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::HashesMalformed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is no list of hashes: line %2 does not begin with an MD5, SHA-1 or SHA-256 in hexadecimal "
            "digits."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::Cancelled, when(Fact::Processes),
        QT_TRANSLATE_N_NOOP("Sonde::Client::Words", "“%1” was stopped: %n process(es) ended, none is left."),
        {{Subject, count(Fact::Processes)}}},
    ErrorSentence{
        ErrorCode::Cancelled, Always, QT_TRANSLATE_NOOP("Sonde::Client::Words", "The command was cancelled."), {}},
    ErrorSentence{ErrorCode::Expired, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The time limit of %1 was reached, so the command was stopped. Narrow the command and run it again."),
        {{duration(Fact::Limit)}}, Reason::Said},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Why, "connection-closed"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The connection to the service was lost before its answer came. See whether it was done before you try "
            "again."),
        {}},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Why, "connection-cut"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The connection was cut while a file was on its way."), {}},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Why, "deleted-meanwhile"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not stored, because the same content was deleted at this moment. Upload it again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Limit),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This file was not sent: %1 are on their way already, and no more are sent at the same time. Try again "
            "when one has arrived."),
        {{number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::Interrupted, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The command was interrupted: the agent restarted while it ran. Run it again if you need its answer."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::CannotConnect, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "No connection to “%1”. Check the address and that the service runs."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::CertificateRefused, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The certificate of “%1” is not the tenant's: nothing was sent. Check the fingerprint with an "
            "administrator."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::VersionMismatch, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The two programs speak different protocol versions. Update the older one."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::ProtocolViolation, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The other side sent something that is not part of the protocol."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::TimedOut, when(Fact::Why, "no-answer-in-time"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The other side did not answer in time."), {}},
    ErrorSentence{ErrorCode::TimedOut, when(Fact::Limit),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device has not answered within %1: it may be busy, hung or out of reach. Nothing was changed."),
        {{duration(Fact::Limit)}}},
    ErrorSentence{ErrorCode::TimedOut, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” did not answer in time."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::FileExists, when(Fact::Flag),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The file “%1” exists already on the device and was left as it is. Type %2 to replace it."),
        {{Subject, text(Fact::Flag)}}},
    ErrorSentence{ErrorCode::FileExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The file “%1” exists already and was left as it is. Choose another name or delete it first."),
        {{Subject}}},
    ErrorSentence{ErrorCode::CannotWrite, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” could not be written."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotSaved, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not written: the command did not complete. “Save as…” keeps what it printed all the same."),
        {{Subject}}},
    ErrorSentence{ErrorCode::StorageFailed, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The service could not store its data. Check the disk of the service."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::JournalBroken, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The journal is broken at entry %1: it was changed from outside."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::AlreadyRunning, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Sonde runs already with the data in “%1”. Use the running one, or start with another --data."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::CannotStart, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” could not be started."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::Internal, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Something went wrong inside Sonde (%1). Please report it."),
        {{Subject}}, Reason::Said},
};

} // namespace

std::span<const ErrorSentence> carriageSentences()
{
    return carriageTable;
}

} // namespace Sonde::Client::Sentences
