// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/stream/wire.h"

#include <QSocketNotifier>
#include <memory>

namespace Sonde {

/// A TCP socket of the operating system: what a service has thousands of.
class DescriptorWire final : public Wire
{
public:
    /// Takes over a connected socket.
    explicit DescriptorWire(qintptr descriptor);
    ~DescriptorWire() override;

    [[nodiscard]] BIO *makeBio() override;
    void watch(bool reading, bool writing) override;
    [[nodiscard]] qint64 bytesPending() const override { return 0; }
    void endWriting() override;
    [[nodiscard]] QHostAddress peerHost() const override { return m_peerHost; }
    [[nodiscard]] quint16 peerPort() const override { return m_peerPort; }

private:
    const qintptr m_descriptor;
    const QHostAddress m_peerHost; ///< nobody can be asked any more when it is gone
    const quint16 m_peerPort;
    QSocketNotifier m_readable;
    std::unique_ptr<QSocketNotifier> m_writable; ///< hardly ever needed, so it is made when it is
};

} // namespace Sonde
