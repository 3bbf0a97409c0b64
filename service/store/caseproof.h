// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/proof/statements.h"
#include "service/store/store.h"

namespace Sonde::Service {

class SigningKey;

/// What is said of a session's entries to somebody who has them.
struct CaseProof {
    CaseStatement statement;
    QByteArray signature;
    QByteArray beside; ///< entrytree.h
};

/// Of the entries of a session, or of all without one, when the journal had `size` entries; 0: as it is now. Reads all hashes of the
/// journal by a read-only connection of its own: for another thread than the store's. StorageFailed; JournalBroken when it has not so many
/// entries.
[[nodiscard]] Result<CaseProof> proveCase(const QString &path, const SigningKey &key, SessionId session, quint64 size);

} // namespace Sonde::Service
