// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/tokens.h"

#include "protocol/base/reason.h"
#include "service/identity/randombytes.h"

#include <QCryptographicHash>
#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr qsizetype SecretBytes = 32;
/// Using a token writes its new end only when that moves by this much.
constexpr std::chrono::minutes RenewalStep{10};

} // namespace

QString makeSecret()
{
    return QString::fromLatin1(
        randomBytes(SecretBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray secretHash(const QString &secret)
{
    return QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
}

QByteArray credentialHash(const QByteArray &passwordHash)
{
    return QCryptographicHash::hash(passwordHash, QCryptographicHash::Sha256);
}

std::optional<StoredToken> Tokens::current(SecretKind kind, const QByteArray &hash)
{
    auto token = m_store.token(kind, hash);
    if (token && token->expires <= QDateTime::currentDateTimeUtc())
        token.reset();
    return token;
}

Tokens::Made Tokens::makeAccess(const UserName &user, const QString &address)
{
    const auto now = QDateTime::currentDateTimeUtc();
    m_store.dropExpiredTokens(now);
    Made made{makeSecret(), now.addDuration(AccessLife)};
    m_store.saveToken(SecretKind::Access,
        {secretHash(made.secret), user.value(), address, made.expires, now.addDuration(LongestAccess)});
    return made;
}

Result<UserName> Tokens::useAccess(const QString &secret, const QString &address)
{
    auto token = current(SecretKind::Access, secretHash(secret));
    if (!token || token->boundTo != address)
        return fail(ErrorCode::TokenInvalid, {}, Reason::SignInAgain);
    const auto renewed = std::min(QDateTime::currentDateTimeUtc().addDuration(AccessLife), token->last);
    if (renewed > token->expires.addDuration(RenewalStep)) {
        token->expires = renewed;
        m_store.saveToken(SecretKind::Access, *token);
    }
    return UserName(token->owner);
}

Result<UserName> Tokens::revokeAccess(const QString &secret, const QString &address)
{
    auto user = useAccess(secret, address);
    if (user)
        m_store.dropToken(SecretKind::Access, secretHash(secret));
    return user;
}

void Tokens::noteSecondFactor(const QByteArray &hash)
{
    auto token = m_store.token(SecretKind::Access, hash);
    if (!token)
        return;
    token->secondFactor = QDateTime::currentDateTimeUtc().addDuration(SecondFactorLife);
    m_store.saveToken(SecretKind::Access, *token);
}

std::chrono::milliseconds Tokens::secondFactorLeft(const QByteArray &hash)
{
    const auto token = hash.isEmpty() ? std::nullopt : m_store.token(SecretKind::Access, hash);
    const std::chrono::milliseconds none{0};
    // A clock that was set back lengthens nothing.
    const std::chrono::milliseconds longest = SecondFactorLife;
    return token ? std::clamp(token->secondFactor - QDateTime::currentDateTimeUtc(), none, longest) : none;
}

Tokens::Made Tokens::makeEnrolment(const QString &group, std::chrono::seconds valid, const QString &by)
{
    const Made made{makeSecret(), QDateTime::currentDateTimeUtc().addDuration(valid)};
    m_store.saveToken(SecretKind::Enrolment, {secretHash(made.secret), group, {}, made.expires, {}, by});
    return made;
}

Result<QString> Tokens::redeemEnrolment(const QString &secret)
{
    const auto token = current(SecretKind::Enrolment, secretHash(secret));
    if (!token)
        return fail(ErrorCode::TokenInvalid);
    m_store.dropToken(SecretKind::Enrolment, token->hash);
    return token->owner;
}

std::vector<EnrolmentTokenRecord> Tokens::enrolments()
{
    const auto now = QDateTime::currentDateTimeUtc();
    std::vector<EnrolmentTokenRecord> records;
    for (const StoredToken &token : m_store.tokens(SecretKind::Enrolment)) {
        if (token.expires > now)
            records.push_back({token.hash, token.owner, token.madeBy, token.expires});
    }
    std::ranges::sort(records, std::ranges::greater(), &EnrolmentTokenRecord::expires);
    return records;
}

Result<QString> Tokens::withdrawEnrolment(const QByteArray &hash)
{
    const auto token = current(SecretKind::Enrolment, hash);
    if (!token)
        return fail(ErrorCode::TokenInvalid, QString::fromLatin1(hash.toHex()));
    m_store.dropToken(SecretKind::Enrolment, hash);
    return token->owner;
}

bool OneTimeSecret::fits(const QString &secret) const
{
    const QByteArray ours = secretHash(m_secret);
    const QByteArray theirs = secretHash(secret);
    return isSet() && CRYPTO_memcmp(ours.constData(), theirs.constData(), size_t(ours.size())) == 0;
}

} // namespace Sonde::Service
