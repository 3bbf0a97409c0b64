// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/framed/framedchannel.h"

#include <QTimer>

namespace Sonde {

/// The other side of an opening: one attempt of a client to have a framed channel. Reports once: accepted() or refused().
class FramedAccepting final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FramedAccepting)

public:
    /// For the handshake, also when it comes a byte at a time.
    static constexpr std::chrono::seconds Deadline{10};

    /// Takes an accepted connection whose first bytes are still unread. `tls` is for AgentProtocol.
    FramedAccepting(qintptr descriptor, std::shared_ptr<StreamTls> tls, QObject *parent = nullptr);
    ~FramedAccepting() override;

    /// In a slot of accepted(), so that no message is missed.
    [[nodiscard]] std::unique_ptr<FramedChannel> takeChannel();
    /// Who the client says it is, once it is accepted; nothing: it did not say.
    [[nodiscard]] std::optional<ShownCertificate> shown() const { return m_stream->shown(); }

    [[nodiscard]] QString peerAddress() const { return m_peerAddress; }

Q_SIGNALS:
    void accepted();
    void refused(const Sonde::Error &reason);

private:
    void shakeHands();
    void refuse(const Error &reason);

    std::unique_ptr<TlsStream> m_stream;
    QString m_peerAddress;
    QTimer m_deadline;
    bool m_over = false;
};

} // namespace Sonde
