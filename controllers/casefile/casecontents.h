// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casefile/caseindex.h"
#include "protocol/base/devicerecord.h"
#include "protocol/journal/actbook.h"
#include "protocol/journal/projection.h"

#include <map>

namespace Sonde::Client {

/// What a chunk of output is, in outputs.json.
struct CaseChunk {
    ChunkFormat format = ChunkFormat::Rows;
    quint32 rows = 0;
    qsizetype bytes = 0;
};

/// Somebody began to act in the session of somebody else, or does not any more.
struct CaseStep {
    QDateTime time;
    QString user;
    QString kind; ///< eventName()
};

/// What a case file is made of, besides the bytes of outputs.
struct CaseContents {
    CaseIndex index;
    struct Record {
        SessionId session;
        QByteArray bytes; ///< what its hash covers
        QByteArray hash;
    };
    std::map<quint64, Record> records; ///< by number
    std::map<SessionId, Projection>
        sessions; ///< what they say; not where the whole journal is exported and is too long for it
    std::map<SessionId, std::vector<CaseStep>> steps;
    ActBook acts;
    std::map<std::pair<SessionId, quint64>, QByteArray> proofs; ///< by session and size
    std::map<CommandId, std::vector<CaseChunk>> outputs;
    std::map<DeviceId, DeviceFacts> devices; ///< as they are known now

    /// JournalBroken when it does not have its hash here: then it was made by a later version, whose words are not known.
    [[nodiscard]] Result<void> add(const JournalEntry &entry);
    /// Of the entries of a session, of all without one, in order.
    [[nodiscard]] QByteArray hashesOf(SessionId session) const;
};

/// What each of the readable members holds.
[[nodiscard]] QByteArray outputsJson(const CaseContents &contents);
[[nodiscard]] QByteArray evidenceJson(const CaseContents &contents);
[[nodiscard]] QByteArray actsJson(const CaseContents &contents);
[[nodiscard]] QByteArray journalCbor(const CaseContents &contents);

} // namespace Sonde::Client
