// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/libraryuploads.h"

#include "controllers/library/ticketedtransfer.h"

namespace Sonde::Client {

LibraryUploads::LibraryUploads(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

LibraryUploads::~LibraryUploads() = default;

quint32 LibraryUploads::add(const UploadOrder &order)
{
    const quint32 id = m_uploads.empty() ? 1 : m_uploads.rbegin()->first + 1;
    LibraryUpload &upload = m_uploads[id];
    upload.id = id;
    upload.order = order;
    startNext();
    return id;
}

void LibraryUploads::cancel(quint32 id)
{
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end() || found->second.isOver())
        return;
    if (id == m_current && m_transfer)
        m_transfer->cancel();
    else
        end(id, fail(ErrorCode::Cancelled, found->second.order.name));
}

QList<LibraryUpload> LibraryUploads::open() const
{
    QList<LibraryUpload> open;
    for (const auto &[id, upload] : m_uploads) {
        if (!upload.isOver())
            open += upload;
    }
    return open;
}

const LibraryUpload *LibraryUploads::upload(quint32 id) const
{
    const auto found = m_uploads.find(id);
    return found == m_uploads.end() ? nullptr : &found->second;
}

void LibraryUploads::update(quint32 id, const std::function<void(LibraryUpload &)> &change)
{
    change(m_uploads.at(id));
    Q_EMIT changed(id);
}

void LibraryUploads::startNext()
{
    if (m_current != 0)
        return;
    const auto next = std::ranges::find(
        m_uploads, LibraryUpload::State::Waiting, [](const auto &entry) { return entry.second.state; });
    if (next == m_uploads.end())
        return;
    m_current = next->first;
    // Whoever added it learns its number first.
    QMetaObject::invokeMethod(this, [this, id = m_current] { move(id); }, Qt::QueuedConnection);
}

void LibraryUploads::move(quint32 id)
{
    if (id != m_current)
        return;
    const UploadOrder order = m_uploads.at(id).order;
    const auto ask = [this, order](QObject *context, TicketedTransfer::Answer answer) {
        Message::OpenUpload request;
        request.name = order.name;
        request.size = order.content.size;
        request.sha256 = order.content.sha256;
        request.description = order.description;
        request.hasParameters = order.hasParameters;
        request.parametersDescription = order.parametersDescription;
        request.overwrite = order.overwrite;
        m_client.request<Message::Ticket>(request, context, std::move(answer));
    };
    const auto send = [content = order.content](BulkStream &stream, const TransferProgress &progress) {
        LocalSource source(content);
        return sendContent(stream, source, progress);
    };
    m_transfer = std::make_unique<TicketedTransfer>(m_client, ask, send);
    connect(m_transfer.get(), &TicketedTransfer::progressed, this, [this, id](qint64 done) {
        update(id, [done](LibraryUpload &upload) {
            upload.state = LibraryUpload::State::Moving;
            upload.done = done;
        });
    });
    connect(m_transfer.get(), &TicketedTransfer::waiting, this, [this, id](const Error &reason) {
        update(id, [&reason](LibraryUpload &upload) {
            upload.state = LibraryUpload::State::Retrying;
            upload.error = reason;
        });
    });
    connect(m_transfer.get(), &TicketedTransfer::finished, this,
        [this, id](const Result<void> &result) { end(id, result); });
    update(id, [](LibraryUpload &upload) { upload.state = LibraryUpload::State::Moving; });
    m_transfer->start();
}

void LibraryUploads::end(quint32 id, const Result<void> &result)
{
    // The transfer is the one that says so.
    if (id == m_current && m_transfer)
        m_transfer.release()->deleteLater();
    update(id, [&result](LibraryUpload &upload) {
        upload.state = result ? LibraryUpload::State::Stored : LibraryUpload::State::Failed;
        upload.done = result ? upload.order.content.size : upload.done;
        upload.error = result ? std::nullopt : std::optional(result.error());
    });
    if (id == m_current) {
        m_current = 0;
        startNext();
    }
}

} // namespace Sonde::Client

#include "moc_libraryuploads.cpp"
