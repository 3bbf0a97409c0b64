// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <array>
#include <functional>
#include <future>
#include <memory>

struct evp_cipher_ctx_st;
struct evp_mac_ctx_st;

namespace Sonde::Client {

/// A zip of one stored file, encrypted as WinZip does: AES-256 in counter mode under a key made of the password, authenticated by
/// HMAC-SHA1-80, no CRC ("AE-2"). Its size is known before its first byte. What zip tools open; libarchive could write it too, at a quarter
/// of the speed, because it ciphers 16 bytes at a time.
///
/// The format: https://www.winzip.com/en/support/aes-encryption/ and PKWARE's APPNOTE.TXT 6.3.10, 4.3 and 4.5.3 (Zip64).
class EncryptedZip final
{
    Q_DISABLE_COPY_MOVE(EncryptedZip)

public:
    struct File {
        QByteArray name; ///< UTF-8, at most 65,535 bytes
        qint64 size = 0;
        QDateTime modified = {};
    };
    /// Takes all of the bytes, in order.
    using Sink = std::function<Result<void>(QByteArrayView bytes)>;

    EncryptedZip(const File &file, const QByteArray &password, Sink sink);
    ~EncryptedZip();

    /// Of the whole zip.
    [[nodiscard]] qint64 size() const;

    /// Before the first piece. Internal when the system's cryptography fails.
    [[nodiscard]] Result<void> begin();
    /// `piece`: a multiple of 16 bytes, but for the last one (else ReadFailed). Fails as the sink does.
    [[nodiscard]] Result<void> add(QByteArrayView piece);
    /// After the last piece. ReadFailed unless there were as many bytes as announced.
    [[nodiscard]] Result<void> end();

private:
    [[nodiscard]] bool isLarge() const;
    [[nodiscard]] qint64 storedSize() const;
    [[nodiscard]] QByteArray extraFields() const;
    [[nodiscard]] QByteArray header(bool central) const;
    [[nodiscard]] QByteArray ending() const;
    [[nodiscard]] bool cipher(QByteArrayView piece, QByteArray &to);
    [[nodiscard]] bool isAuthenticated();

    template<typename T>
    using Owned = std::unique_ptr<T, void (*)(T *)>;

    File m_file;
    QByteArray m_password;
    Sink m_sink;
    Owned<evp_cipher_ctx_st> m_cipher;
    Owned<evp_mac_ctx_st> m_mac;
    QByteArray m_counters;
    quint64 m_counter = 0;
    qint64 m_done = 0;
    std::array<QByteArray, 2> m_ciphered; ///< one is authenticated by another thread while the next is made
    size_t m_turn = 0;
    std::future<bool> m_authenticating;
};

} // namespace Sonde::Client
