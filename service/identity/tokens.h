// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

namespace Sonde::Service {

/// 256 random bits, URL-safe.
[[nodiscard]] QString makeSecret();
[[nodiscard]] QByteArray secretHash(const QString &secret);
/// Of what is kept of a password, to say in the journal which one it is.
[[nodiscard]] QByteArray credentialHash(const QByteArray &passwordHash);

/// Secrets handed out once and recognised by their hash. An access token is good for twelve hours after it was last used, and for a week
/// at most, from the address it was made for.
class Tokens final
{
public:
    static constexpr std::chrono::hours AccessLife{12};
    static constexpr std::chrono::hours LongestAccess{7 * 24};
    /// How long a second factor holds that was shown once.
    static constexpr std::chrono::hours SecondFactorLife{12};

    explicit Tokens(Store &store)
        : m_store(store)
    {
    }

    struct Made {
        QString secret;
        QDateTime expires;
    };
    [[nodiscard]] Made makeAccess(const UserName &user, const QString &address);
    /// TokenInvalid when it is unknown, expired or used from elsewhere.
    [[nodiscard]] Result<UserName> useAccess(const QString &secret, const QString &address);
    /// The user it was made for; as useAccess() when it is not good any more.
    [[nodiscard]] Result<UserName> revokeAccess(const QString &secret, const QString &address);

    /// Somebody has shown a second factor who came in with the access token of this hash.
    void noteSecondFactor(const QByteArray &hash);
    /// How long that holds from now on; zero when it does not.
    [[nodiscard]] std::chrono::milliseconds secondFactorLeft(const QByteArray &hash);

    /// All of theirs.
    void revokeAccessOf(const UserName &user) { m_store.dropTokensOf(SecretKind::Access, user.value()); }

    [[nodiscard]] Made makeEnrolment(const QString &group, std::chrono::seconds valid, const QString &by = {});
    /// The group it enrols into; it is not good a second time.
    [[nodiscard]] Result<QString> redeemEnrolment(const QString &secret);
    /// Those that are good still, the ones that are good longest first.
    [[nodiscard]] std::vector<EnrolmentTokenRecord> enrolments();
    /// The group it was for; it is not good any more. TokenInvalid.
    [[nodiscard]] Result<QString> withdrawEnrolment(const QByteArray &hash);

private:
    [[nodiscard]] std::optional<StoredToken> current(SecretKind kind, const QByteArray &hash);

    Store &m_store;
};

/// A secret of this start of the service, good once.
class OneTimeSecret final
{
public:
    [[nodiscard]] QString make() { return m_secret = makeSecret(); }
    [[nodiscard]] bool isSet() const { return !m_secret.isEmpty(); }
    [[nodiscard]] bool fits(const QString &secret) const;
    void clear() { m_secret.clear(); }

private:
    QString m_secret;
};

} // namespace Sonde::Service
