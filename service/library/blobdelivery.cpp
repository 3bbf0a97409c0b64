// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/blobdelivery.h"

#include "protocol/base/reason.h"
#include "transport/bulk/bulktransfer.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

BlobDelivery::BlobDelivery(CommandDispatcher &dispatcher, const SessionRegister &sessions, AgentRouter &router,
    const Inventory &inventory, TransferTickets &tickets, const BlobStore &blobs, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_router(router)
    , m_inventory(inventory)
    , m_tickets(tickets)
    , m_blobs(blobs)
{
    connect(&dispatcher, &CommandDispatcher::blobWanted, this, &BlobDelivery::deliver);
}

/// A device is given what its command is about, and nothing else of the library.
std::optional<LibraryBlob> BlobDelivery::wanted(CommandId command, const QByteArray &sha256) const
{
    const CommandRecord &record = *m_sessions.command(command);
    const bool isAboutIt = record.file && (sha256.isEmpty() || record.file->sha256 == sha256);
    if (isAboutIt || !record.examinedBy)
        return record.file;
    const auto found = std::ranges::find(*record.examinedBy, sha256, &LibraryBlob::sha256);
    return found == record.examinedBy->end() ? std::nullopt : std::optional(*found);
}

void BlobDelivery::deliver(const Subject &subject, const QByteArray &sha256)
{
    const auto file = wanted(subject.command, sha256);
    if (!file) {
        m_router.send(subject.device,
            Message::TransferRefused{
                subject.command, {ErrorCode::ProtocolViolation, {}, u"this command is about no library file"_s, {}}});
        return;
    }
    if (!m_blobs.contains(file->sha256)) {
        m_router.send(subject.device,
            Message::TransferRefused{
                subject.command, errorBecause(Reason::DeletedMeanwhile, ErrorCode::Vanished, file->name)});
        return;
    }
    const auto serve = [path = m_blobs.path(file->sha256), sha256 = file->sha256](BulkStream &stream) {
        BlobSource source(path, sha256);
        std::ignore = sendContent(stream, source); // a break is the device's to mend: it asks again
    };
    m_router.send(subject.device,
        Message::TransferTicket{subject.command,
            m_tickets.issue(serve, m_inventory.certificatesOf(subject.device), subject.device.value())});
}

} // namespace Sonde::Service

#include "moc_blobdelivery.cpp"
