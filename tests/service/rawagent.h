// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/networkclient.h"
#include "transport/framed/framereader.h"

namespace Sonde::Service {

/// The agents' channel spoken by hand, for what no honest agent does.
class RawAgent final
{
public:
    /// Not open when there is no TLS, or the protocol was not agreed on.
    RawAgent(const NetworkClient &client, QSslConfiguration tls);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isCut() const { return !m_socket || m_socket->state() != QAbstractSocket::ConnectedState; }
    [[nodiscard]] QSslSocket &socket() { return *m_socket; }

    void write(const QByteArray &bytes) { m_socket->write(bytes); }
    void send(const AnyMessage &message) { write(frameBytes(FrameKind::Message, encode(message))); }
    /// All that an agent says when it comes.
    void introduce();
    /// From now on nothing is read.
    void stopReading();

    /// What the service said so far, and in which frames.
    [[nodiscard]] const std::vector<Frame> &frames();
    template<typename T>
    [[nodiscard]] std::optional<T> last()
    {
        std::optional<T> found;
        for (const Frame &frame : frames()) {
            const auto message = frame.kind == FrameKind::Message ? decode(frame.content) : fail(ErrorCode::NotFound);
            if (const auto *wanted = message ? std::get_if<T>(&*message) : nullptr)
                found = *wanted;
        }
        return found;
    }

private:
    std::unique_ptr<QSslSocket> m_socket;
    FrameReader m_reader{MaxMessageBytes};
    std::vector<Frame> m_frames;
    bool m_isOpen = false;
    bool m_isReading = true;
};

} // namespace Sonde::Service
