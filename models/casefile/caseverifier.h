// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casefile/caseindex.h"

#include <QObject>
#include <stop_token>

namespace Sonde::Client {

/// Something in a case file that is not as it should be, and where.
struct CaseFinding {
    Q_GADGET

public:
    enum class Fault {
        // Of the archive.
        NoSeal,
        SealBroken,
        ArchiveDamaged,
        MemberDamaged,
        MemberTwice,
        MemberMissing,
        MemberUnlisted,
        MemberChanged,
        OtherFormat,
        // Of the journal.
        EntryMalformed,
        EntryOutOfOrder,
        ChainBroken,
        OutputMissing,
        OutputDiffers,
        EvidenceDiffers,
        OfNoEntry,
        // Of what was signed of it.
        StatementsIncomplete,
        StatementUnsigned,
        ListDiffers,
        EntriesDiffer,
        NotInJournal,
        AnotherSigned,
        NothingSigned,
        CountersignatureUnsigned,
        JournalCut,
        NotCountersigned,
    };
    Q_ENUM(Fault)

    Fault fault = Fault::NoSeal;
    QString member = {}; ///< its name
    quint64 entry = 0;   ///< its number; of EntryMalformed that of the one before
    SessionId session = {};
    QDateTime time = {}; ///< of a countersignature
};

/// Content that the journal itself says was removed, because its tenant did not keep it for longer: nothing is wrong when it is not there.
struct CaseRemoval {
    SessionId session;
    quint64 entry = 0;
    bool isOutput = true; ///< else the files that were brought
};

struct CaseVerdict {
    std::vector<CaseFinding> findings; ///< at most some of them, when there are very many
    std::vector<CaseRemoval> removals = {};
    CaseIndex index;
    QByteArray sealKey;
    quint64 entries = 0;
    quint64 members = 0;

    [[nodiscard]] bool isWhole() const { return findings.empty(); }
};

/// Checks a case file by itself, as resources/casefile/FORMAT.md says. Blocks. ReadFailed when it cannot be read at all; Cancelled.
[[nodiscard]] Result<CaseVerdict> verifyCase(const QString &path, const std::stop_token &stop = {});

} // namespace Sonde::Client
