// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QByteArray>
#include <expected>

namespace Sonde {

/// A signed PowerShell script, taken apart.
struct SignedScript {
    QByteArray
        text; ///< what the signature is over: everything before its block, as UTF-16LE, with the byte order mark if there is one
    QByteArray signature; ///< PKCS#7, DER
};

/// Finds the one block between `# SIG # Begin signature block` and `# SIG # End signature block`. Unsigned, Appended (anything at all
/// behind it), or Malformed: several blocks, half of one, lines in it that are not base64, or a text that is not valid in its encoding —
/// bytes that read as U+FFFD could be exchanged without the digest's telling.
[[nodiscard]] std::expected<SignedScript, SignatureState> readSignatureBlock(const QByteArray &script);

} // namespace Sonde
