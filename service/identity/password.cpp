// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/password.h"

#include "protocol/base/reason.h"
#include "service/identity/randombytes.h"

#include <QByteArrayList>
#include <openssl/crypto.h>
#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr auto Scheme = "scrypt-15-8-1";
constexpr quint64 Cost = 1U << 15;
constexpr quint64 BlockSize = 8;
constexpr quint64 MaxMemory = 64 * 1024 * 1024;
constexpr qsizetype SaltBytes = 16;
constexpr qsizetype HashBytes = 32;

QByteArray derive(const QString &password, const QByteArray &salt)
{
    QByteArray words = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray key(HashBytes, '\0');
    EVP_PBE_scrypt(words.constData(), size_t(words.size()), reinterpret_cast<const uchar *>(salt.constData()),
        size_t(salt.size()), Cost, BlockSize, 1, MaxMemory, reinterpret_cast<uchar *>(key.data()), size_t(key.size()));
    OPENSSL_cleanse(words.data(), size_t(words.size()));
    return key;
}

} // namespace

Result<void> checkPassword(const QString &password)
{
    if (password.size() < MinPasswordLength)
        return fail(ErrorCode::WeakPassword, {}, Reason::TooShort).with(Fact::Limit, MinPasswordLength);
    if (password.size() > MaxPasswordLength)
        return fail(ErrorCode::WeakPassword, {}, Reason::TooLong).with(Fact::Limit, MaxPasswordLength);
    return {};
}

QByteArray hashPassword(const QString &password)
{
    const QByteArray salt = randomBytes(SaltBytes);
    return QByteArrayList{Scheme, salt.toHex(), derive(password, salt).toHex()}.join('$');
}

bool passwordFits(const QString &password, const QByteArray &hash)
{
    const auto parts = hash.split('$');
    const bool ours = parts.size() == 3 && parts.at(0) == Scheme;
    const QByteArray expected = ours ? QByteArray::fromHex(parts.at(2)) : QByteArray();
    const QByteArray actual =
        derive(password.left(MaxPasswordLength), ours ? QByteArray::fromHex(parts.at(1)) : QByteArray(SaltBytes, '\0'));
    return expected.size() == actual.size()
        && CRYPTO_memcmp(expected.constData(), actual.constData(), size_t(actual.size())) == 0;
}

} // namespace Sonde::Service
