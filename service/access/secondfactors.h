// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/rates/ratelimit.h"
#include "service/store/signingkey.h"

namespace Sonde::Service {

/// Who has a second factor, and whether a code is one of theirs at this moment.
///
/// Secrets are kept sealed, each for its user, with a key that is derived from the journal's: whoever has the database alone, or moves a row
/// to somebody else, can do nothing with them. Whoever has `journal.key` besides can read them, and with another one they are good no longer.
class SecondFactors final
{
public:
    SecondFactors(Store &store, const SigningKey &key);

    [[nodiscard]] SecondFactorState stateOf(const UserName &user);

    struct Made {
        QString secret;        ///< in base32
        QByteArray credential; ///< SHA-256 of what is kept
    };
    /// It counts once a code of it was shown; the one before counts until then.
    [[nodiscard]] Made make(const UserName &user);
    enum class Shown { Known, Confirmed };
    /// Each code is good once. Confirmed: it was the first of a new secret. SecondFactorMissing; SecondFactorWrong; RateLimited for this user
    /// after several wrong ones.
    [[nodiscard]] Result<Shown> show(const UserName &user, const QString &code, const QDateTime &now);
    /// False when there is none.
    bool remove(const UserName &user);

private:
    [[nodiscard]] std::optional<qint64> stepOf(
        const UserName &user, const QByteArray &sealed, const QString &code, const QDateTime &now, qint64 last) const;

    Store &m_store;
    const QByteArray m_key;
    RateLimit m_attempts;
};

} // namespace Sonde::Service
