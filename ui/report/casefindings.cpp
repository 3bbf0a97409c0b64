// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/casefindings.h"

#include "protocol/time/timetext.h"

#include <QCoreApplication>

namespace Sonde::Client {

namespace {

using Fault = CaseFinding::Fault;

struct FindingPhrase {
    Fault fault;
    const char *text; ///< %1: member, %2: entry, %3: session, %4: time
};

// clang-format off: a table
constexpr FindingPhrase findingPhrases[] = {
    {Fault::NoSeal, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The file has no seal, or does not end with it.")},
    {Fault::SealBroken, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The file was changed after it was sealed.")},
    {Fault::ArchiveDamaged, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The archive is damaged and cannot be read to its end.")},
    {Fault::MemberDamaged, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 is damaged.")},
    {Fault::MemberTwice, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 is there twice.")},
    {Fault::MemberMissing, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 is missing.")},
    {Fault::MemberUnlisted, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 was added.")},
    {Fault::MemberChanged, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 was changed.")},
    {Fault::OtherFormat, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 is not that of a case file of this version.")},
    {Fault::EntryMalformed, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "What follows entry %2 is no entry.")},
    {Fault::EntryOutOfOrder, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "Entry %2 is not in its place.")},
    {Fault::ChainBroken, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "Entry %2 does not follow from the one before.")},
    {Fault::OutputMissing, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1, of which entry %2 speaks, is missing.")},
    {Fault::OutputDiffers, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 is not what entry %2 says.")},
    {Fault::EvidenceDiffers, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "%1 is not what entry %2 says.")},
    {Fault::OfNoEntry, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "No entry speaks of %1.")},
    {Fault::StatementsIncomplete, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The service’s statements in %1 are not one for each session.")},
    {Fault::StatementUnsigned, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The statement about session %3 is not signed by the service.")},
    {Fault::EntriesDiffer, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "At entry %2 of session %3 entries were removed, added or changed.")},
    {Fault::ListDiffers, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The list of the entries of session %3 is not the one that the service signed.")},
    {Fault::NotInJournal, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The entries of session %3 are not in the journal that the service signed.")},
    {Fault::AnotherSigned, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "Another entry %2 was signed.")},
    {Fault::NothingSigned, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "Nothing that was signed covers entry %2.")},
    {Fault::CountersignatureUnsigned, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The countersignature of %4 is not good.")},
    {Fault::JournalCut, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "The journal ends before entry %2, but a later one was countersigned at %4: it was cut, or an older copy was put in its place.")},
    {Fault::NotCountersigned, QT_TRANSLATE_NOOP("Sonde::Client::CaseFile", "At or before entry %2 the journal is not what was countersigned at %4 (session %3).")},
};
// clang-format on

} // namespace

QString findingText(const CaseFinding &finding)
{
    const auto *phrase = std::ranges::find(findingPhrases, finding.fault, &FindingPhrase::fault);
    return QCoreApplication::translate("Sonde::Client::CaseFile", phrase->text)
        .replace(QLatin1StringView("%2"), QString::number(finding.entry))
        .replace(QLatin1StringView("%3"), QString::number(finding.session.value()))
        .replace(QLatin1StringView("%4"), TimeText().withZone(finding.time))
        .replace(QLatin1StringView("%1"), finding.member);
}

QString removalText(const CaseRemoval &removal)
{
    const char *text = removal.isOutput
        //: %1: session, %2: number of an entry
        ? QT_TRANSLATE_NOOP(
              "Sonde::Client::CaseFile", "The outputs of session %1 were removed by retention, as entry %2 says.")
        //: %1: session, %2: number of an entry
        : QT_TRANSLATE_NOOP(
              "Sonde::Client::CaseFile", "The files of session %1 were removed by retention, as entry %2 says.");
    return QCoreApplication::translate("Sonde::Client::CaseFile", text)
        .arg(removal.session.toString(), QString::number(removal.entry));
}

} // namespace Sonde::Client
