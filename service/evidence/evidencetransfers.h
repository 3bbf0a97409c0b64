// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/sessions/commanddispatcher.h"
#include "service/sessions/sessionmanager.h"
#include "service/transfers/blobstore.h"
#include "service/transfers/growingblob.h"
#include "service/transfers/tenantthread.h"
#include "service/transfers/transfertickets.h"

#include <QThreadPool>

namespace Sonde::Service {

/// Evidence on its way from devices into the tenant's store, and from there to analysts, both at once. What has arrived stays for the next
/// attempt, whichever of the three programs was restarted; the journal says how far it is.
class EvidenceTransfers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvidenceTransfers)

public:
    EvidenceTransfers(JournalWriter &journal, SessionRegister &sessions, CommandDispatcher &dispatcher,
        AgentRouter &router, const Inventory &inventory, const Settings &settings, TransferTickets &tickets,
        const BlobStore &blobs, const TenantThread &thread, QObject *parent = nullptr);
    ~EvidenceTransfers() override;

    /// A ticket with which an analyst gets the evidence of a getfile; `sha256` is empty while it is not whole.
    struct Opened {
        QString ticket;
        qint64 size = 0;
        QByteArray sha256;
    };
    /// Who may is asked before.
    [[nodiscard]] Result<Opened> open(const Analyst &analyst, CommandId command);

    /// What a command brought is not to be kept, and nobody else's session has brought the same. Its name is gone at once, its bytes soon.
    /// CannotWrite when it is still there.
    [[nodiscard]] Result<void> remove(CommandId command, const QByteArray &sha256);

private:
    struct Arrival;
    /// What the threads of a transfer need: values, and what is thread-safe.
    struct Order {
        Subject subject;
        SourceFile file;
        qint64 limit = 0; ///< of one whose size nobody knows
        std::weak_ptr<DiskSpace::Share> share = {};
    };

    void sweep();
    void offered(const Subject &subject, const SourceFile &file);
    void refuse(const Subject &subject, const Error &error);
    [[nodiscard]] Result<void> check(const Subject &subject, const SourceFile &file) const;
    [[nodiscard]] Result<void> checkQuota(const SourceFile &file) const;
    [[nodiscard]] Result<void> reserve(Arrival &arrival, const Subject &subject, const SourceFile &file) const;
    [[nodiscard]] TransferTickets::Serve receiver(const Order &order, const std::shared_ptr<Arrival> &arrival);
    [[nodiscard]] TransferTickets::Serve sender(
        const Subject &subject, const QString &analyst, std::function<std::unique_ptr<ContentSource>()> makeSource);
    [[nodiscard]] const std::shared_ptr<Arrival> &arrivalOf(CommandId command);
    void moved(CommandId command, qint64 size);
    void delivered(const Subject &subject, const QString &analyst);
    void finished(CommandId command, CommandState state);

    JournalWriter &m_journal;
    SessionRegister &m_sessions;
    CommandDispatcher &m_dispatcher;
    AgentRouter &m_router;
    const Inventory &m_inventory;
    const Settings &m_settings;
    TransferTickets &m_tickets;
    const BlobStore &m_blobs;
    const TenantThread &m_thread;
    std::map<CommandId, std::shared_ptr<Arrival>> m_arrivals;
    qint64 m_kept = 0; ///< bytes of all evidence
    QThreadPool m_removing;
};

} // namespace Sonde::Service
