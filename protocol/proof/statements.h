// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"

#include <QByteArray>

/// The texts that signatures of the journal's proofs cover: lines of ASCII that a person can read, hashes in hexadecimal.
namespace Sonde {

/// Where a journal is: its first `size` entries, of which the last one has this hash, and the root of the tree over all of them.
struct JournalPoint {
    quint64 size = 0;
    QByteArray hash;
    QByteArray root;

    bool operator==(const JournalPoint &) const = default;
};

/// What the service says of the entries of a session among them, or of all (no session): how many these are, and SHA-256 over their hashes
/// in their order.
struct CaseStatement {
    SessionId session;
    JournalPoint at;
    quint64 entries = 0;
    QByteArray digest;

    bool operator==(const CaseStatement &) const = default;
};

/// By the service.
[[nodiscard]] QByteArray pointText(const JournalPoint &point);
[[nodiscard]] QByteArray caseText(const CaseStatement &statement);
/// By a workstation that was told of the point. `journalKey`: the point of the key that signed it.
[[nodiscard]] QByteArray countersignText(const QByteArray &journalKey, const JournalPoint &point);
/// By who made a case file. `sha256`: of all its bytes before the seal.
[[nodiscard]] QByteArray sealText(const QByteArray &sha256);

} // namespace Sonde
