// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/identity/certificateauthority.h"
#include "service/transfers/bulkport.h"
#include "transport/bulk/bulktransfer.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <atomic>

namespace Sonde::Service {

/// As much of a service as takes the evidence that a command brings.
class EvidenceReceiver final : public QTcpServer
{
public:
    EvidenceReceiver()
        : m_authority(CertificateAuthority::open(m_folder.path()).value())
        , m_port(m_tickets)
    {
        const auto credentials = m_authority.issueServer({QStringLiteral("127.0.0.1")}).value();
        m_port.setTls(BulkTls::server(m_authority.certificate(), {credentials.chain, credentials.key}).value());
        listen(QHostAddress::LocalHost);
    }

    std::atomic<int> breaks = 0;                                        ///< so many connections more are hung up,
    std::atomic<qint64> breakAfter = 0;                                 ///< each after so many bytes
    std::atomic<qint64> mostBytes = std::numeric_limits<qint64>::max(); ///< then its disk is full
    std::atomic<qint64> firstByteAfter = -1;                            ///< milliseconds after `clock` was started
    std::atomic<int> connections = 0;
    QElapsedTimer clock;

    [[nodiscard]] BulkEndpoint endpoint() const
    {
        return {QUrl(QStringLiteral("https://127.0.0.1:%1").arg(serverPort())),
            BulkTls::client(m_authority.certificate()).value()};
    }
    /// What came whole is here.
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("came")); }
    [[nodiscard]] QString ticket()
    {
        return m_tickets.issue([this](BulkStream &stream) { receive(stream); });
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_port.accept(descriptor); }

private:
    void receive(BulkStream &stream)
    {
        ++connections;
        PartialFile file(m_folder.filePath(QStringLiteral("incoming")));
        ReceiveOptions options;
        qint64 came = 0;
        bool isHungUp = false;
        options.progress = [&](qint64) {
            if (firstByteAfter < 0 && file.size() > 0)
                firstByteAfter = clock.isValid() ? clock.elapsed() : 0;
        };
        options.throttle = [&](qint64 bytes) {
            came += bytes;
            if (breaks > 0 && came > breakAfter && !isHungUp) {
                isHungUp = true; // what had arrived is still heard
                --breaks;
                stream.hangUp();
            }
        };
        options.keep = [this](PartialFile &whole, const QByteArray &) { return whole.renameTo(path()); };
        if (!file.open())
            return;
        if (file.size() > mostBytes || mostBytes == 0) {
            std::ignore = stream.send(Bulk::Failed{Error{ErrorCode::NoSpace, QStringLiteral("incoming"), {}, {}}});
            return;
        }
        std::ignore = receiveContent(stream, file, options);
    }

    QTemporaryDir m_folder;
    CertificateAuthority m_authority;
    TransferTickets m_tickets;
    BulkPort m_port; ///< goes first: its threads use the others
};

} // namespace Sonde::Service
