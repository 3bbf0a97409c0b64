// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/powershellsignature.h"

#include "protocol/digest/digest.h"
#include "protocol/signing/authenticode.h"
#include "protocol/signing/signatureblock.h"

#include <openssl/err.h>

namespace Sonde {

namespace {

SignatureVerdict verify(const SignedScript &script, const TrustedRoots &publishers, const QDateTime &at)
{
    const auto signature = AuthenticodeSignature::parse(script.signature, AuthenticodeSubject::PowerShell);
    if (!signature)
        return {SignatureState::Malformed, {}};
    return signature->judge(Digest::of(script.text, signature->algorithm()), publishers, at);
}

} // namespace

SignatureVerdict verifyPowerShell(const QByteArray &script, const TrustedRoots &publishers, const QDateTime &at)
{
    const auto parts = readSignatureBlock(script);
    if (!parts)
        return {parts.error(), {}};
    const SignatureVerdict verdict = verify(*parts, publishers, at);
    ERR_clear_error(); // what OpenSSL noted on the way is nobody else's business on this thread
    return verdict;
}

} // namespace Sonde
