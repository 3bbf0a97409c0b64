// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <memory>
#include <openssl/evp.h>

namespace Sonde {

using Sha256Bytes = std::array<unsigned char, 32>;

/// Of something short, of which there are many: making a Digest costs more than hashing it.
[[nodiscard]] inline Sha256Bytes sha256Of(QByteArrayView bytes)
{
    using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
    thread_local const Context context = [] {
        Context made(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        EVP_DigestInit_ex(made.get(), EVP_sha256(), nullptr);
        return made;
    }();
    Sha256Bytes hash{};
    EVP_DigestInit_ex(context.get(), nullptr, nullptr);
    EVP_DigestUpdate(context.get(), bytes.data(), size_t(bytes.size()));
    EVP_DigestFinal_ex(context.get(), hash.data(), nullptr);
    return hash;
}

} // namespace Sonde
