// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

namespace Sonde {

/// What a TLS connection begins with, as far as it says which protocols the client wants to speak. Sources: RFC 8446 §4.1.2 and §5.1 (the
/// records it may be cut into), RFC 7301 (ALPN).
struct ClientHello {
    QByteArrayList protocols; ///< in the client's order; empty when it asks for none

    /// A longer one is nobody's.
    static constexpr qsizetype MaxBytes = 16 * 1024;
};

enum class HelloState { Whole, Incomplete, NotTls };

/// Reads the beginning of a connection, never beyond it. `hello` is filled when the answer is Whole.
[[nodiscard]] HelloState parseClientHello(QByteArrayView bytes, ClientHello &hello);

} // namespace Sonde
