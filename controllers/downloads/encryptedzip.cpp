// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/encryptedzip.h"

#include "protocol/base/reason.h"

#include <QtEndian>
#include <limits>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype BlockBytes = 16;
constexpr qsizetype SaltBytes = 16; ///< of AES-256; the key, that of the HMAC and the password's check are made of it
constexpr qsizetype KeyBytes = 32;
constexpr qsizetype CheckBytes = 2;
constexpr qsizetype CodeBytes = 10; ///< HMAC-SHA1-80
constexpr int Iterations = 1000;
constexpr qint64 MostAround = 128 * 1024; ///< of names and fields, whose lengths have 16 bits
constexpr quint32 MostIn32 = std::numeric_limits<quint32>::max();

constexpr quint16 NeededVersion = 51; ///< 5.1: AES
constexpr quint16 MadeByUnix = 3 << 8 | NeededVersion;
constexpr quint16 Flags = 1 << 0 | 1 << 11; ///< encrypted; the name is UTF-8
constexpr quint16 MethodAes = 99;
constexpr quint32 OwnerReadsAndWrites = 0100600U << 16;

template<typename T>
void addNumber(QByteArray &bytes, T number)
{
    number = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

/// MS-DOS's time in its low half, the date in its high one: local, from 1980 on, even seconds.
quint32 dosTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QDate day = local.date();
    if (!local.isValid() || day.year() < 1980 || day.year() > 2107)
        return 1 << 21 | 1 << 16; // 1980-01-01
    const QTime clock = local.time();
    const auto date = quint32((day.year() - 1980) << 9 | day.month() << 5 | day.day());
    return date << 16 | quint32(clock.hour() << 11 | clock.minute() << 5 | clock.second() / 2);
}

std::unexpected<Error> cryptographyFailed()
{
    return fail(ErrorCode::Internal, u"AES-256"_s, Reason::CipherMissing);
}

} // namespace

EncryptedZip::EncryptedZip(const File &file, const QByteArray &password, Sink sink)
    : m_file(file)
    , m_password(password)
    , m_sink(std::move(sink))
    , m_cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free)
    , m_mac(nullptr, EVP_MAC_CTX_free)
{
    // A system's cryptography may be without it: begin() says so then.
    if (EVP_MAC *hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr)) {
        m_mac.reset(EVP_MAC_CTX_new(hmac));
        EVP_MAC_free(hmac);
    }
}

EncryptedZip::~EncryptedZip() = default;

// ---- the file

Result<void> EncryptedZip::begin()
{
    QByteArray salt(SaltBytes, Qt::Uninitialized);
    QByteArray keys(2 * KeyBytes + CheckBytes, Qt::Uninitialized);
    auto *key = reinterpret_cast<unsigned char *>(keys.data());
    char sha1[] = "SHA1";
    const OSSL_PARAM digest[]{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, sha1, 0), OSSL_PARAM_construct_end()};
    const bool ready = RAND_bytes(reinterpret_cast<unsigned char *>(salt.data()), SaltBytes) == 1
        && PKCS5_PBKDF2_HMAC_SHA1(m_password.constData(), int(m_password.size()),
               reinterpret_cast<const unsigned char *>(salt.constData()), SaltBytes, Iterations, int(keys.size()), key)
            == 1
        && EVP_EncryptInit_ex(m_cipher.get(), EVP_aes_256_ecb(), nullptr, key, nullptr) == 1
        && EVP_CIPHER_CTX_set_padding(m_cipher.get(), 0) == 1 && m_mac
        && EVP_MAC_init(m_mac.get(), key + KeyBytes, KeyBytes, digest) == 1;
    if (!ready)
        return cryptographyFailed();
    return m_sink(QByteArray(header(false) + salt + keys.last(CheckBytes)));
}

Result<void> EncryptedZip::add(QByteArrayView piece)
{
    if (m_done % BlockBytes != 0)
        return fail(ErrorCode::ReadFailed, QString::fromUtf8(m_file.name), Reason::CutShort);
    QByteArray &ciphered = m_ciphered[m_turn];
    m_turn = 1 - m_turn;
    if (!cipher(piece, ciphered) || !isAuthenticated())
        return cryptographyFailed();
    m_done += piece.size();
    m_authenticating = std::async(std::launch::async, [this, &ciphered] {
        return EVP_MAC_update(
                   m_mac.get(), reinterpret_cast<const unsigned char *>(ciphered.constData()), size_t(ciphered.size()))
            == 1;
    });
    return m_sink(ciphered);
}

Result<void> EncryptedZip::end()
{
    if (m_done != m_file.size)
        return fail(ErrorCode::ReadFailed, QString::fromUtf8(m_file.name), Reason::AnotherSize);
    QByteArray code(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    size_t size = 0;
    if (!isAuthenticated()
        || EVP_MAC_final(m_mac.get(), reinterpret_cast<unsigned char *>(code.data()), &size, size_t(code.size())) != 1)
        return cryptographyFailed();
    return m_sink(QByteArray(code.first(CodeBytes) + ending()));
}

/// Counter mode as WinZip has it: the block's number from 1 on, little-endian, where others' is big-endian. All of a piece's counters are
/// ciphered at once, which the processor does side by side.
bool EncryptedZip::cipher(QByteArrayView piece, QByteArray &to)
{
    const qsizetype blocks = (piece.size() + BlockBytes - 1) / BlockBytes;
    m_counters.resize(blocks * BlockBytes);
    to.resize(m_counters.size());
    char *counter = m_counters.data();
    for (qsizetype i = 0; i < blocks; ++i, counter += BlockBytes) {
        qToLittleEndian<quint64>(++m_counter, counter);
        qToLittleEndian<quint64>(0, counter + BlockBytes / 2);
    }
    int size = 0;
    if (EVP_EncryptUpdate(m_cipher.get(), reinterpret_cast<unsigned char *>(to.data()), &size,
            reinterpret_cast<const unsigned char *>(m_counters.constData()), int(m_counters.size()))
        != 1)
        return false;
    to.truncate(piece.size());
    std::ranges::transform(to, piece, to.begin(), [](char stream, char plain) { return char(stream ^ plain); });
    return true;
}

bool EncryptedZip::isAuthenticated()
{
    return !m_authenticating.valid() || m_authenticating.get();
}

// ---- what is around it

qint64 EncryptedZip::storedSize() const
{
    return SaltBytes + CheckBytes + m_file.size + CodeBytes;
}

/// Its sizes, or where its directory begins, need more than 32 bits.
bool EncryptedZip::isLarge() const
{
    return storedSize() + MostAround >= MostIn32;
}

qint64 EncryptedZip::size() const
{
    return header(false).size() + storedSize() + ending().size();
}

QByteArray EncryptedZip::extraFields() const
{
    QByteArray fields;
    if (isLarge()) {
        addNumber<quint16>(fields, 0x0001);
        addNumber<quint16>(fields, 2 * sizeof(quint64));
        addNumber<quint64>(fields, quint64(m_file.size));
        addNumber<quint64>(fields, quint64(storedSize()));
    }
    if (const qint64 seconds = m_file.modified.toSecsSinceEpoch();
        m_file.modified.isValid() && seconds == qint32(seconds)) { // Info-ZIP's: UTC
        addNumber<quint16>(fields, 0x5455);
        addNumber<quint16>(fields, 1 + sizeof(qint32));
        fields += '\1';
        addNumber<qint32>(fields, qint32(seconds));
    }
    addNumber<quint16>(fields, 0x9901);
    addNumber<quint16>(fields, 7);
    addNumber<quint16>(fields, 2); // AE-2: no CRC, which would tell of the content
    fields += "AE\3";              // AES-256
    addNumber<quint16>(fields, 0); // beneath it: stored
    return fields;
}

/// The local one, or the directory's: nearly the same.
QByteArray EncryptedZip::header(bool central) const
{
    const QByteArray fields = extraFields();
    QByteArray header = central ? "PK\1\2"_ba : "PK\3\4"_ba;
    if (central)
        addNumber(header, MadeByUnix);
    addNumber(header, NeededVersion);
    addNumber(header, Flags);
    addNumber(header, MethodAes);
    addNumber(header, dosTime(m_file.modified));
    addNumber<quint32>(header, 0); // the CRC that AE-2 has not
    addNumber(header, isLarge() ? MostIn32 : quint32(storedSize()));
    addNumber(header, isLarge() ? MostIn32 : quint32(m_file.size));
    addNumber(header, quint16(m_file.name.size()));
    addNumber(header, quint16(fields.size()));
    if (central) {
        addNumber<quint16>(header, 0); // comment
        addNumber<quint16>(header, 0); // disk
        addNumber<quint16>(header, 0); // internal attributes
        addNumber(header, OwnerReadsAndWrites);
        addNumber<quint32>(header, 0); // where the local header is
    }
    return header + m_file.name + fields;
}

/// The directory and its end, in Zip64 too where the numbers need it.
QByteArray EncryptedZip::ending() const
{
    const QByteArray directory = header(true);
    const qint64 start = header(false).size() + storedSize();
    QByteArray end = directory;
    if (isLarge()) {
        constexpr quint64 RecordRest = 44;
        end += "PK\6\6"_ba;
        addNumber(end, RecordRest);
        addNumber(end, MadeByUnix);
        addNumber(end, NeededVersion);
        addNumber<quint32>(end, 0); // disk
        addNumber<quint32>(end, 0); // the directory's disk
        addNumber<quint64>(end, 1); // entries here
        addNumber<quint64>(end, 1); // entries
        addNumber(end, quint64(directory.size()));
        addNumber(end, quint64(start));
        end += "PK\6\7"_ba;
        addNumber<quint32>(end, 0); // disk of the record above
        addNumber(end, quint64(start + directory.size()));
        addNumber<quint32>(end, 1); // disks
    }
    end += "PK\5\6"_ba;
    addNumber<quint16>(end, 0); // disk
    addNumber<quint16>(end, 0); // the directory's disk
    addNumber<quint16>(end, 1); // entries here
    addNumber<quint16>(end, 1); // entries
    addNumber(end, quint32(directory.size()));
    addNumber(end, isLarge() ? MostIn32 : quint32(start));
    addNumber<quint16>(end, 0); // comment
    return end;
}

} // namespace Sonde::Client
