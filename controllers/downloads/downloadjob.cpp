// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadjob.h"

#include "controllers/downloads/evidencezip.h"
#include "controllers/downloads/localname.h"
#include "controllers/session/outputfile.h"
#include "transport/disk/disk.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What evidence must leave free on the analyst's disk.
constexpr qint64 Reserve = 16 * 1024 * 1024;
/// More than a zip adds to the file in it.
constexpr qint64 ZipOverhead = 64 * 1024;

Result<QByteArray> hashOf(const QString &path, const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    Sha256 hash;
    QByteArray piece(BulkChunkBytes, Qt::Uninitialized);
    while (const qint64 count = file.read(piece.data(), piece.size())) {
        if (count < 0)
            return fail(ErrorCode::ReadFailed, path, file.errorString());
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, path);
        hash.add(std::span<const char>(piece.constData(), size_t(count)));
    }
    return hash.result();
}

/// The hash of what an earlier attempt left under the download's name, before the service or we knew of it; nothing when the file there
/// is something else.
std::optional<QByteArray> alreadyKept(const Download &download, const QByteArray &sha256, const std::stop_token &stop)
{
    if (!download.plain) {
        const auto manifest = readManifest(download.target);
        const bool ours = manifest && manifest->value("command_id"_L1).toInteger() == qint64(download.command.value())
            && manifest->value("device"_L1)["id"_L1].toString() == download.device.value();
        return ours ? std::optional(QByteArray::fromHex(manifest->value("sha256"_L1).toString().toLatin1()))
                    : std::nullopt;
    }
    if (sha256.isEmpty() || QFileInfo(download.target).size() != download.file.size)
        return {};
    const auto there = hashOf(download.target, stop);
    return there && *there == sha256 ? std::optional(sha256) : std::nullopt;
}

/// A zip of ours says what is in it: of another command, but maybe the same. (A plain file that is the same is taken for kept.)
bool holdsSame(const Download &download, const QByteArray &sha256)
{
    if (download.plain || sha256.isEmpty())
        return false;
    const auto manifest = readManifest(download.target);
    return manifest && manifest->value("sha256"_L1).toString().toLatin1() == sha256.toHex();
}

Result<void> rename(const QString &from, const QString &to)
{
    if (const int error = Disk::replace(from, to); error != 0)
        return fail(ErrorCode::CannotWrite, to, errorFromErrno(error, {}).reason);
    syncFolder(QFileInfo(to).absolutePath());
    return {};
}

} // namespace

DownloadJob::DownloadJob(Order order, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_download(m_order.download)
    , m_done(m_download.done)
{
}

void DownloadJob::start()
{
    m_thread.start(
        this, [this](const std::stop_token &stop) { return run(stop); },
        [this](const Result<QByteArray> &result) { Q_EMIT finished(result); });
}

Result<QByteArray> DownloadJob::run(const std::stop_token &stop)
{
    if (!QDir().mkpath(QFileInfo(m_download.target).absolutePath()))
        return fail(ErrorCode::CannotWrite, QFileInfo(m_download.target).absolutePath());
    if (!QFileInfo::exists(m_download.target))
        return receive(stop);
    if (const auto kept = alreadyKept(m_download, m_order.ticket.sha256, stop))
        return confirm(*kept, stop);
    if (m_download.overwrite)
        return receive(stop);
    const bool same = holdsSame(m_download, m_order.ticket.sha256);
    return fail(ErrorCode::FileExists, m_download.target).with(Fact::SameContent, same);
}

Result<QByteArray> DownloadJob::confirm(const QByteArray &sha256, const std::stop_token &stop)
{
    const auto stream = BulkStream::connect(m_order.endpoint, m_order.ticket.ticket, stop);
    if (!stream)
        return std::unexpected(stream.error());
    const auto confirmed =
        confirmContent(**stream, m_download.file.size, sha256).and_then([&] { return awaitNoted(**stream); });
    if (!confirmed)
        return std::unexpected(confirmed.error());
    m_done = m_download.file.size;
    QFile::remove(m_download.partialPath());
    return sha256;
}

Result<QByteArray> DownloadJob::receive(const std::stop_token &stop)
{
    if (const auto room = checkSpace(QFileInfo(m_download.partialPath()).size()); !room)
        return std::unexpected(room.error());
    PartialFile file(m_download.partialPath());
    if (!m_download.plain)
        file.setPassing(); // on its way into a zip
    if (const auto opened = file.open(); !opened)
        return std::unexpected(opened.error());
    m_done = file.size();
    const auto stream = BulkStream::connect(m_order.endpoint, m_order.ticket.ticket, stop);
    if (!stream)
        return std::unexpected(stream.error());

    QByteArray verified;
    ReceiveOptions options;
    options.progress = [this](qint64 done) { m_done = done; };
    options.throttle = [&](qint64 bytes) { m_order.throttle(bytes, stop); };
    options.keep = [&](PartialFile &whole, const QByteArray &sha256) {
        verified = sha256;
        return keep(whole, sha256, stop);
    };
    // Cut before the journal says that it is here, the next attempt says so again.
    const auto received = receiveContent(**stream, file, options).and_then([&] { return awaitNoted(**stream); });
    return received.transform([&] { return verified; });
}

/// Before the first byte: what is still to come, and the zip beside it, must find room.
Result<void> DownloadJob::checkSpace(qint64 present) const
{
    const qint64 zip = m_download.plain ? 0 : m_download.file.size + ZipOverhead;
    const qint64 needed = std::max<qint64>(0, m_download.file.size - present) + zip + Reserve;
    const qint64 free = m_order.freeSpace(m_download.target);
    if (free >= 0 && free < needed)
        return fail(ErrorCode::NoSpace, m_download.target).with(Fact::Limit, free).with(Fact::Actual, needed);
    return {};
}

Result<void> DownloadJob::keep(PartialFile &file, const QByteArray &sha256, const std::stop_token &stop)
{
    if (m_download.plain)
        return nameIt([&] { return file.renameTo(m_download.target); });
    m_packing = true;
    const QString packing = m_download.packingPath();
    const EvidenceSource source{file.path(), localName(m_download.file.name()), m_download.file.modified};
    const auto kept =
        packEvidence(source, manifestOf(m_download, sha256, QDateTime::currentDateTimeUtc()), packing, stop)
            .and_then([&] { return nameIt([&] { return rename(packing, m_download.target); }); });
    m_packing = false;
    if (kept)
        file.discard();
    else
        QFile::remove(packing);
    return kept;
}

/// Nobody's file is replaced, not even one that came meanwhile.
Result<void> DownloadJob::nameIt(const std::function<Result<void>()> &rename) const
{
    if (m_download.overwrite)
        return rename();
    if (const auto claimed = claimFile(m_download.target); !claimed)
        return claimed;
    const auto renamed = rename();
    if (!renamed)
        QFile::remove(m_download.target);
    return renamed;
}

} // namespace Sonde::Client

#include "moc_downloadjob.cpp"
