// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/sealedfile.h"

#include "agent/acts/quarantine/filebytes.h"
#include "protocol/base/reason.h"
#include "protocol/digest/digest.h"

#include <QtEndian>
#include <array>
#include <cstring>
#include <openssl/rand.h>

namespace Sonde::Agent::SealedFile {

namespace {

constexpr QByteArrayView Magic("SONDEQ1\n");
constexpr qsizetype NonceBytes = 12;
constexpr qsizetype TagBytes = 16;
constexpr qsizetype HashBytes = 32;
constexpr qsizetype PieceBytes = 1024 * 1024;
constexpr qsizetype HeadBytes = 12;

std::unexpected<Error> broken()
{
    return fail(ErrorCode::HashMismatch);
}

/// The pieces of one file: each is authentic only as this piece of this file.
class Cipher final
{
    Q_DISABLE_COPY_MOVE(Cipher)

public:
    enum class Way { Encrypt, Decrypt };

    Cipher(Way way, const QByteArray &key, const QByteArray &name, const QByteArray &nonce)
        : m_way(way)
        , m_key(key)
        , m_name(name)
        , m_nonce(nonce)
        , m_context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free)
    {
    }

    /// In place, of the next piece; the tag is made or checked.
    [[nodiscard]] bool next(QByteArrayView head, char *bytes, qsizetype size, char *tag)
    {
        QByteArray nonce = m_nonce;
        const quint64 mixed = qFromLittleEndian<quint64>(nonce.constData() + 4) ^ m_count++;
        qToLittleEndian(mixed, nonce.data() + 4);
        const auto bytesOf = [](auto *text) { return reinterpret_cast<unsigned char *>(text); };
        const auto constBytesOf = [](const char *text) { return reinterpret_cast<const unsigned char *>(text); };
        const bool encrypts = m_way == Way::Encrypt;
        int length = 0;
        EVP_CIPHER_CTX *context = m_context.get();
        bool good = EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nullptr, constBytesOf(m_key.constData()),
                        constBytesOf(nonce.constData()), encrypts)
            && EVP_CipherUpdate(context, nullptr, &length, constBytesOf(m_name.constData()), int(m_name.size()))
            && EVP_CipherUpdate(context, nullptr, &length, constBytesOf(head.data()), int(head.size()))
            && EVP_CipherUpdate(context, bytesOf(bytes), &length, constBytesOf(bytes), int(size));
        if (good && !encrypts)
            good = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, TagBytes, tag);
        good = good && EVP_CipherFinal_ex(context, bytesOf(bytes) + length, &length);
        if (good && encrypts)
            good = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, TagBytes, tag);
        return good;
    }

private:
    const Way m_way;
    const QByteArray m_key;
    const QByteArray m_name;
    const QByteArray m_nonce;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> m_context;
    quint64 m_count = 0;
};

struct Head {
    qint64 offset = 0;
    quint32 length = 0;

    [[nodiscard]] std::array<char, HeadBytes> bytes() const
    {
        std::array<char, HeadBytes> bytes;
        qToLittleEndian(offset, bytes.data());
        qToLittleEndian(length, bytes.data() + 8);
        return bytes;
    }
    [[nodiscard]] static Head of(const std::array<char, HeadBytes> &bytes)
    {
        return {qFromLittleEndian<qint64>(bytes.data()), qFromLittleEndian<quint32>(bytes.data() + 8)};
    }
};

/// Hashes what is between two places of a sparse file.
void addZeros(Sha256 &hash, qint64 count)
{
    static const QByteArray zeros(PieceBytes, '\0');
    for (; count > 0; count -= PieceBytes)
        hash.add(QByteArrayView(zeros).first(std::min<qint64>(count, PieceBytes)));
}

class Writer final
{
    Q_DISABLE_COPY_MOVE(Writer)

public:
    Writer(int from, int to, const QByteArray &key, const QByteArray &name)
        : m_from(from)
        , m_to(to)
        , m_nonce(NonceBytes, Qt::Uninitialized)
        , m_randomized(RAND_bytes(reinterpret_cast<unsigned char *>(m_nonce.data()), NonceBytes) == 1)
        , m_cipher(Cipher::Way::Encrypt, key, name, m_nonce)
        , m_piece(PieceBytes, Qt::Uninitialized)
    {
    }

    Result<Seal> write(const std::stop_token &stop)
    {
        const auto size = FileBytes::size(m_from);
        if (!m_randomized || !size)
            return fail(ErrorCode::Internal, {}, Reason::NoRandomNumbers);
        if (const auto begun = FileBytes::write(m_to, QByteArray(Magic.toByteArray() + m_nonce)); !begun)
            return std::unexpected(begun.error());
        // Where the file ends is where it ended when it was first looked at; what somebody appends meanwhile is not of it.
        for (qint64 at = 0; at < *size;) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            const auto next = writePiece(at, *size);
            if (!next)
                return std::unexpected(next.error());
            addZeros(m_hash, *next - m_hashed);
            m_hashed = *next;
            at = *next;
        }
        return writeLast(*size);
    }

private:
    /// The next data at or after `at`, and where it ends: the end of the file when there is none.
    Result<qint64> writePiece(qint64 at, qint64 size)
    {
        const FileBytes::Extent data = FileBytes::nextData(m_from, at, size);
        return data.begin >= size ? Result<qint64>(size) : writeData(data.begin, data.end);
    }

    Result<qint64> writeData(qint64 at, qint64 end)
    {
        const auto count = FileBytes::read(m_from, m_piece.data(), std::min<qint64>(PieceBytes, end - at), at);
        if (!count)
            return std::unexpected(count.error());
        if (*count == 0)
            return fail(ErrorCode::FileChanged);
        addZeros(m_hash, at - m_hashed);
        m_hash.add(QByteArrayView(m_piece).first(*count));
        m_hashed = at + *count;
        return put({at, quint32(*count)}, m_piece.data(), *count).transform([&] { return at + *count; });
    }

    Result<Seal> writeLast(qint64 size)
    {
        const QByteArray hash = m_hash.result();
        QByteArray sealed = hash;
        return put({size, 0}, sealed.data(), sealed.size()).transform([&] { return Seal{size, hash}; });
    }

    Result<void> put(const Head &head, char *bytes, qsizetype size)
    {
        const auto front = head.bytes();
        std::array<char, TagBytes> tag;
        if (!m_cipher.next(front, bytes, size, tag.data()))
            return fail(ErrorCode::Internal, {}, Reason::CipherMissing);
        return FileBytes::write(m_to, front)
            .and_then([&] { return FileBytes::write(m_to, QByteArrayView(bytes, size)); })
            .and_then([&] { return FileBytes::write(m_to, tag); });
    }

    const int m_from;
    const int m_to;
    QByteArray m_nonce;
    const bool m_randomized;
    Cipher m_cipher;
    QByteArray m_piece;
    Sha256 m_hash;
    qint64 m_hashed = 0;
};

} // namespace

Result<Seal> write(int from, int to, const QByteArray &key, const QByteArray &name, const std::stop_token &stop)
{
    return Writer(from, to, key, name).write(stop);
}

Result<Seal> read(int from, int to, const QByteArray &key, const QByteArray &name)
{
    QByteArray start(Magic.size() + NonceBytes, Qt::Uninitialized);
    const auto begun = FileBytes::read(from, start.data(), start.size());
    if (!begun || *begun != start.size() || !start.startsWith(Magic))
        return begun ? Result<Seal>(broken()) : std::unexpected(begun.error());
    Cipher cipher(Cipher::Way::Decrypt, key, name, start.sliced(Magic.size()));
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    Sha256 hash;
    qint64 hashed = 0;
    for (;;) {
        std::array<char, HeadBytes> front;
        const auto headed = FileBytes::read(from, front.data(), HeadBytes);
        const Head head = Head::of(front);
        const qsizetype size = head.length == 0 ? HashBytes : qsizetype(head.length);
        if (!headed || *headed != HeadBytes || size > PieceBytes || head.offset < hashed)
            return broken();
        std::array<char, TagBytes> tag;
        if (FileBytes::read(from, piece.data(), size).value_or(-1) != size
            || FileBytes::read(from, tag.data(), TagBytes).value_or(-1) != TagBytes
            || !cipher.next(front, piece.data(), size, tag.data()))
            return broken();
        addZeros(hash, head.offset - hashed);
        hashed = head.offset;
        if (head.length == 0) {
            const QByteArray found = hash.result();
            if (found != QByteArrayView(piece).first(HashBytes))
                return broken();
            return FileBytes::setSize(to, head.offset).transform([&] { return Seal{head.offset, found}; });
        }
        hash.add(QByteArrayView(piece).first(size));
        hashed += size;
        if (const auto written = FileBytes::writeAt(to, QByteArrayView(piece).first(size), head.offset); !written)
            return std::unexpected(written.error());
    }
}

bool isWhole(int handle)
{
    constexpr qsizetype lastBytes = HeadBytes + HashBytes + TagBytes;
    const auto size = FileBytes::size(handle);
    std::array<char, HeadBytes> front;
    if (!size || *size < Magic.size() + NonceBytes + lastBytes)
        return false;
    return FileBytes::read(handle, front.data(), HeadBytes, *size - lastBytes).value_or(0) == HeadBytes
        && Head::of(front).length == 0;
}

} // namespace Sonde::Agent::SealedFile
