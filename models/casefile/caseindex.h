// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"
#include "protocol/proof/statements.h"

#include <QDateTime>
#include <QJsonArray>
#include <vector>

/// case.json: what a case file is about, and what was signed of its journal.
namespace Sonde::Client {

struct SignedStatement {
    CaseStatement said;
    QByteArray signature;

    bool operator==(const SignedStatement &) const = default;
};

/// A workstation was told where the journal was, and signed it.
struct Countersignature {
    JournalPoint at;
    QByteArray key;
    QByteArray signature;
    QDateTime time;

    bool operator==(const Countersignature &) const = default;
};

struct CaseIndex {
    QDateTime made = {};
    QString madeBy = {};
    QString tenant = {};
    QString program = {};
    QByteArray journalKey = {};
    std::vector<SessionId> sessions = {}; ///< none: the whole journal
    std::vector<SignedStatement> statements = {};
    std::vector<Countersignature> countersignatures = {};

    bool operator==(const CaseIndex &) const = default;
};

/// As they are there.
[[nodiscard]] QJsonArray toJson(const std::vector<Countersignature> &countersignatures);
[[nodiscard]] std::vector<Countersignature> countersignaturesFrom(const QJsonArray &array);
[[nodiscard]] QByteArray toJson(const CaseIndex &index);
/// BadValue when it is none of this version.
[[nodiscard]] Result<CaseIndex> indexFromJson(const QByteArray &json);

} // namespace Sonde::Client
