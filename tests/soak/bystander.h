// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/testservice.h"

#include <QElapsedTimer>
#include <future>

namespace Sonde::Service::Soak {

/// An honest analyst beside all that: has a session on a device, types a line several times a second, and brings one file after the other.
class Bystander final
{
    Q_DISABLE_COPY_MOVE(Bystander)

public:
    /// Sized to take some seconds.
    static constexpr qint64 FileBytes = 64LL * 1024 * 1024;

    explicit Bystander(const TestService &service);

    /// Signs in and opens a session on the device of the real agent, the only one there is so far.
    [[nodiscard]] Result<void> begin(const QString &password);
    void work(const QDeadlineTimer &over);

    /// Milliseconds from a line to its end in the journal.
    [[nodiscard]] std::vector<double> roundTrips() const { return m_roundTrips; }
    [[nodiscard]] int lost() const { return m_lost; }
    [[nodiscard]] int transfers() const { return m_transfers; }
    /// What went wrong with one of them.
    [[nodiscard]] const QStringList &brokenTransfers() const { return m_broken; }

private:
    [[nodiscard]] Result<CommandId> submit(const QString &line);
    [[nodiscard]] bool finished(CommandId command) const;
    void typeLine();
    void goOnWithTransfer();
    void openTransfer();
    void endTransfer();

    const TestService &m_service;
    NetworkClient m_client;
    std::unique_ptr<TestPeer> m_peer;
    SessionId m_session;
    quint32 m_request = 10;
    QString m_file;
    QByteArray m_sha256;
    CommandId m_getfile;
    quint32 m_opening = 0; ///< request of the ticket
    std::future<Result<QByteArray>> m_download;
    std::vector<double> m_roundTrips;
    int m_lost = 0;
    int m_transfers = 0;
    QStringList m_broken;
};

} // namespace Sonde::Service::Soak
