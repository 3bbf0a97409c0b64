// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>

namespace Sonde::Service {

/// Follows what a WebSocket's client sends to see that each frame is masked, as RFC 6455 §5.1 has it: a server must close the connection
/// otherwise, and QWebSocket does not look. Takes no byte of it.
class FrameMasks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameMasks)

public:
    /// Becomes a child of the socket, and must be there before the WebSocket is: it sees what comes first.
    explicit FrameMasks(QAbstractSocket &socket);

    /// The WebSocket is there: what comes from now on are frames.
    void begin();

Q_SIGNALS:
    void missing();

private:
    void look();
    [[nodiscard]] bool follow(QByteArrayView bytes);

    QAbstractSocket &m_socket;
    bool m_begun = false;
    qint64 m_left = 0;     ///< bytes in the socket that were seen and are not read yet
    QByteArray m_head;     ///< of the frame that begins (§5.2)
    quint64 m_payload = 0; ///< bytes of the frame that are still to come
};

} // namespace Sonde::Service
