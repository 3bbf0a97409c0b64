// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/secondfactors.h"

#include "service/identity/sealedsecret.h"
#include "service/identity/tokens.h"
#include "service/identity/totp.h"

namespace Sonde::Service {

namespace {

/// Three of a million codes are good at each moment: at this rate somebody who knows the password guesses for months.
constexpr TokenBucket::Rate AttemptRate{5, 1.0 / 30};

} // namespace

SecondFactors::SecondFactors(Store &store, const SigningKey &key)
    : m_store(store)
    , m_key(key.derive("sonde second factors"))
    , m_attempts(AttemptRate)
{
}

SecondFactorState SecondFactors::stateOf(const UserName &user)
{
    const auto factor = m_store.secondFactor(user);
    if (!factor)
        return SecondFactorState::None;
    return factor->secret.isEmpty() ? SecondFactorState::Unconfirmed : SecondFactorState::Confirmed;
}

SecondFactors::Made SecondFactors::make(const UserName &user)
{
    const QByteArray secret = Totp::makeSecret();
    StoredSecondFactor factor = m_store.secondFactor(user).value_or(StoredSecondFactor());
    factor.pending = sealSecret(m_key, secret, user.value().toUtf8());
    m_store.saveSecondFactor(user, factor);
    return {Totp::toBase32(secret), credentialHash(factor.pending)};
}

std::optional<qint64> SecondFactors::stepOf(
    const UserName &user, const QByteArray &sealed, const QString &code, const QDateTime &now, qint64 last) const
{
    const auto secret = openSecret(m_key, sealed, user.value().toUtf8());
    return secret ? Totp::stepOf(*secret, code, now, last) : std::nullopt;
}

Result<SecondFactors::Shown> SecondFactors::show(const UserName &user, const QString &code, const QDateTime &now)
{
    auto factor = m_store.secondFactor(user);
    if (!factor)
        return fail(ErrorCode::SecondFactorMissing, user.value());
    if (!m_attempts.allow(user.value()))
        return fail(ErrorCode::RateLimited, user.value(), QStringLiteral("too many attempts"))
            .with(Fact::RetryAfter, qint64(m_attempts.retryAfter(user.value()).count()));
    const auto ofNew = stepOf(user, factor->pending, code, now, 0);
    const auto ofKnown = stepOf(user, factor->secret, code, now, factor->lastStep);
    if (!ofNew && !ofKnown)
        return fail(ErrorCode::SecondFactorWrong, user.value());
    m_attempts.forgive(user.value());
    factor->lastStep = ofNew ? *ofNew : *ofKnown;
    if (ofNew)
        factor->secret = std::exchange(factor->pending, {});
    m_store.saveSecondFactor(user, *factor);
    return ofNew ? Shown::Confirmed : Shown::Known;
}

bool SecondFactors::remove(const UserName &user)
{
    if (!m_store.secondFactor(user))
        return false;
    m_store.dropSecondFactor(user);
    m_attempts.forgive(user.value());
    return true;
}

} // namespace Sonde::Service
