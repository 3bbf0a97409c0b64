// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <atomic>

namespace Sonde::Client::Chaos {

/// A link that does not hold: relays TCP connections on loopback to another port, and cuts each after a random count of bytes. On a thread
/// of its own.
class Relay final
{
    Q_DISABLE_COPY_MOVE(Relay)

public:
    struct Options {
        quint32 seed = 0;
        qint64 rate = 0;              ///< bytes a second of all connections together; 0: as fast as it goes
        qint64 longest = 1024 * 1024; ///< a connection carries less before it is cut
    };

    explicit Relay(const Options &options);
    ~Relay();

    /// False when there is no port to be had. Connections made before the target listens are refused.
    [[nodiscard]] bool listen();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 targetPort() const { return m_targetPort; }
    /// Connections that are made from now on will be cut.
    void beginCutting() { m_shared.cutting = true; }
    [[nodiscard]] int cuts() const { return m_shared.cuts; }
    [[nodiscard]] qint64 bytes() const { return m_shared.bytes; }

    /// Between the two threads.
    struct Shared {
        std::atomic<bool> cutting = false;
        std::atomic<int> cuts = 0;
        std::atomic<qint64> bytes = 0;
    };

private:
    class Switchboard;

    Options m_options;
    Shared m_shared;
    QThread m_thread;
    Switchboard *m_switchboard; ///< lives on that thread, and ends with it
    quint16 m_port = 0;
    quint16 m_targetPort = 0;
};

} // namespace Sonde::Client::Chaos
