// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"
#include "service/identity/certificateauthority.h"
#include "service/transfers/bulkport.h"
#include "transport/bulk/bulktransfer.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace Sonde::Client {

/// A switch that threads may wait for.
class Switch final
{
public:
    Switch &operator=(bool on)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_on = on;
        }
        m_turned.notify_all();
        return *this;
    }
    operator bool() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_on;
    }
    void waitWhileOn(std::chrono::milliseconds patience) const
    {
        std::unique_lock lock(m_mutex);
        m_turned.wait_for(lock, patience, [this] { return !m_on; });
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_turned;
    bool m_on = false;
};

/// The bulk side of a service: real connections over TLS on loopback, evidence from files, and a link that can be cut.
class EvidenceServer final : public QTcpServer
{
    Q_OBJECT

public:
    EvidenceServer()
        : m_authority(Service::CertificateAuthority::open(m_folder.path()).value())
        , m_port(m_tickets)
    {
        const auto credentials = m_authority.issueServer({QStringLiteral("127.0.0.1")}).value();
        m_port.setTls(BulkTls::server(m_authority.certificate(), {credentials.chain, credentials.key}).value());
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] BulkEndpoint endpoint() const
    {
        return {QUrl(QStringLiteral("https://127.0.0.1:%1").arg(serverPort())),
            BulkTls::client(m_authority.certificate()).value()};
    }

    /// What a getfile has brought.
    void add(CommandId command, const QByteArray &content)
    {
        QFile file(pathOf(command));
        std::ignore = file.open(QFile::WriteOnly);
        file.write(content);
        Sha256 hash;
        hash.add(content);
        m_hashes.insert(command, hash.result());
    }
    [[nodiscard]] QByteArray sha256(CommandId command) const { return m_hashes.value(command); }
    /// As the service answers OpenEvidence.
    [[nodiscard]] Result<Message::Ticket> open(CommandId command)
    {
        ++opened;
        if (!m_hashes.contains(command))
            return fail(ErrorCode::EvidenceUnknown, command.toString());
        const QString ticket = m_tickets.issue([this, command](BulkStream &stream) { serve(stream, command); });
        return Message::Ticket{.ticket = ticket, .size = QFileInfo(pathOf(command)).size(), .sha256 = sha256(command)};
    }

    // ---- what the test decides and looks at
    std::atomic<qint64> cutAfter = -1;   ///< so many bytes of each connection; -1: never
    Switch holds;                        ///< sends nothing, and keeps the connection
    std::atomic<bool> down = false;      ///< every connection ends
    std::atomic<qint64> sent = 0;        ///< of all connections
    std::atomic<qint64> lastOffset = -1; ///< where the last connection went on
    std::atomic<bool> wentBack = false;  ///< one began before the one before it
    std::atomic<int> delivered = 0;
    std::atomic<int> moving = 0;
    std::atomic<int> opened = 0;

protected:
    void incomingConnection(qintptr descriptor) override { m_port.accept(descriptor); }

private:
    /// A file that stops coming where the link is cut.
    class Source final : public ContentSource
    {
    public:
        Source(EvidenceServer &server, const QString &path, const QByteArray &sha256)
            : m_server(server)
            , m_blob(path, sha256)
            , m_left(server.cutAfter)
        {
            ++m_server.moving;
        }
        ~Source() override { --m_server.moving; }

        Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) override
        {
            if (offset < m_server.lastOffset.exchange(offset))
                m_server.wentBack = true;
            return m_blob.skip(offset, sha256);
        }
        Result<std::optional<qsizetype>> read(std::span<char> buffer) override
        {
            if (m_server.holds && !m_server.down) {
                m_server.holds.waitWhileOn(std::chrono::milliseconds(100)); // then says that it is still there
                return std::optional<qsizetype>(0);
            }
            if (m_left == 0 || m_server.down)
                return fail(ErrorCode::Interrupted);
            const auto count = m_blob.read(m_left > 0 ? buffer.first(std::min(buffer.size(), size_t(m_left))) : buffer);
            if (count && *count) {
                m_server.sent += **count;
                m_left -= m_left > 0 ? qint64(**count) : 0;
            }
            return count;
        }
        qint64 size() const override { return m_blob.size(); }
        QByteArray sha256() const override { return m_blob.sha256(); }

    private:
        EvidenceServer &m_server;
        BlobSource m_blob;
        qint64 m_left;
    };

    [[nodiscard]] QString pathOf(CommandId command) const { return m_folder.filePath(command.toString()); }
    void serve(BulkStream &stream, CommandId command)
    {
        Source source(*this, pathOf(command), sha256(command));
        if (!sendContent(stream, source))
            return;
        ++delivered;
        std::ignore = stream.send(Bulk::Noted{});
    }

    QTemporaryDir m_folder;
    Service::CertificateAuthority m_authority;
    Service::TransferTickets m_tickets;
    QHash<CommandId, QByteArray> m_hashes;
    Service::BulkPort m_port; ///< goes first: its threads use the others
};

} // namespace Sonde::Client
