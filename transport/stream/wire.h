// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <functional>
#include <openssl/types.h>

namespace Sonde {

/// What carries the bytes of a TLS connection. For one thread.
class Wire
{
    Q_DISABLE_COPY_MOVE(Wire)

public:
    Wire() = default;
    virtual ~Wire() = default;

    /// Reads and writes what it can, and says "retry" for the rest. Whoever asks owns it; it must not outlive the wire.
    [[nodiscard]] virtual BIO *makeBio() = 0;
    /// What `ready` is called for. An end is news for a reader, and for a writer.
    virtual void watch(bool reading, bool writing) = 0;
    /// Bytes that were taken and have not left.
    [[nodiscard]] virtual qint64 bytesPending() const = 0;
    /// Nothing more will be written; what was, still leaves.
    virtual void endWriting() = 0;
    [[nodiscard]] virtual QHostAddress peerHost() const = 0;
    [[nodiscard]] virtual quint16 peerPort() const = 0;

    /// May destroy the wire only later.
    std::function<void()> ready = [] {};
};

} // namespace Sonde
