// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/inventory/inventory.h"
#include "service/sessions/commanddispatcher.h"
#include "service/transfers/blobstore.h"
#include "service/transfers/transfertickets.h"

namespace Sonde::Service {

/// Library files on their way to the devices whose commands need them: the version that was accepted, whatever the library has now.
class BlobDelivery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlobDelivery)

public:
    BlobDelivery(CommandDispatcher &dispatcher, const SessionRegister &sessions, AgentRouter &router,
        const Inventory &inventory, TransferTickets &tickets, const BlobStore &blobs, QObject *parent = nullptr);

private:
    void deliver(const Subject &subject, const QByteArray &sha256);
    [[nodiscard]] std::optional<LibraryBlob> wanted(CommandId command, const QByteArray &sha256) const;

    const SessionRegister &m_sessions;
    AgentRouter &m_router;
    const Inventory &m_inventory;
    TransferTickets &m_tickets;
    const BlobStore &m_blobs;
};

} // namespace Sonde::Service
