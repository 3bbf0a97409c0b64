// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/totp.h"

#include "service/identity/randombytes.h"

#include <QtEndian>
#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace Sonde::Service::Totp {

namespace {

constexpr qsizetype SecretBytes = 20;
constexpr qint64 StepSeconds = 30;
constexpr quint32 Modulus = 1'000'000;
constexpr int Digits = 6;

} // namespace

QByteArray makeSecret()
{
    return randomBytes(SecretBytes);
}

QString toBase32(const QByteArray &bytes)
{
    constexpr auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr int bitsOfLetter = 5;
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8U | quint8(byte);
        for (count += 8; count >= bitsOfLetter; count -= bitsOfLetter)
            text += QLatin1Char(alphabet[bits >> quint32(count - bitsOfLetter) & 31U]);
    }
    if (count > 0)
        text += QLatin1Char(alphabet[bits << quint32(bitsOfLetter - count) & 31U]);
    return text;
}

qint64 stepAt(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / StepSeconds;
}

QString codeOf(const QByteArray &secret, qint64 step)
{
    std::array<uchar, sizeof step> counter{};
    qToBigEndian(step, counter.data());
    std::array<uchar, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    HMAC(EVP_sha1(), secret.constData(), int(secret.size()), counter.data(), counter.size(), hash.data(), &size);
    // Four bytes of it; the last half byte says which ones.
    const quint32 cut = qFromBigEndian<quint32>(&hash.at(hash.at(size - 1) & 0xFU)) & 0x7FFFFFFFU;
    return QString::number(cut % Modulus).rightJustified(Digits, u'0');
}

std::optional<qint64> stepOf(const QByteArray &secret, const QString &code, const QDateTime &now, qint64 last)
{
    const QByteArray typed = QString(code).remove(u' ').toUtf8();
    for (qint64 step = std::max(last, stepAt(now) - 2) + 1; step <= stepAt(now) + 1; ++step) {
        if (typed.size() == Digits
            && CRYPTO_memcmp(typed.constData(), codeOf(secret, step).toLatin1().constData(), Digits) == 0)
            return step;
    }
    return {};
}

} // namespace Sonde::Service::Totp
