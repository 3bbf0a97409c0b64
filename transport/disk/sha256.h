// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <openssl/evp.h>
#include <span>

namespace Sonde {

/// SHA-256 over pieces, with OpenSSL (ten times QCryptographicHash's speed).
class Sha256 final
{
public:
    Sha256() { EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr); }

    void add(std::span<const char> bytes) { EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()); }
    void add(const QByteArray &bytes) { add(std::span(bytes.constData(), size_t(bytes.size()))); }
    /// Of everything so far; more may be added.
    [[nodiscard]] QByteArray soFar() const
    {
        QByteArray hash(32, '\0');
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> copy{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
        EVP_MD_CTX_copy_ex(copy.get(), m_context.get());
        EVP_DigestFinal_ex(copy.get(), reinterpret_cast<uchar *>(hash.data()), nullptr);
        return hash;
    }
    /// Of everything added; the object is used up.
    [[nodiscard]] QByteArray result()
    {
        QByteArray hash(32, '\0');
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<uchar *>(hash.data()), nullptr);
        return hash;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

} // namespace Sonde
