// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/blobcache.h"

#include "agent/system/storage/storage.h"
#include "transport/bulk/bulktransfer.h"

#include <QDateTime>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr qsizetype ReadBytes = 256 * 1024;
const QString PartialSuffix = u".partial"_s;

/// Reads a file in blocks until `take` has had enough.
Result<void> readBlocks(const QString &path, const std::function<Result<void>(std::span<const char>)> &take)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    QByteArray block(ReadBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 count = file.read(block.data(), block.size());
        if (count < 0)
            return fail(ErrorCode::ReadFailed, path, file.errorString());
        if (count == 0)
            return {};
        if (const auto taken = take(std::span<const char>(block.constData(), size_t(count))); !taken)
            return taken;
    }
}

/// What somebody changed behind our back is not what was asked for.
bool holds(const QString &path, const LibraryBlob &blob)
{
    Sha256 hash;
    const auto read = readBlocks(path, [&hash](std::span<const char> bytes) {
        hash.add(bytes);
        return Result<void>();
    });
    return read && hash.result() == blob.sha256;
}

Result<void> checkSpace(const QString &folder, const LibraryBlob &blob)
{
    const qint64 free = freeSpace(folder);
    if (free < 0 || free >= blob.size)
        return {};
    return fail(ErrorCode::NoSpace, blob.name).with(Fact::Limit, free).with(Fact::Actual, blob.size);
}

} // namespace

/// One at a time works on a blob; others that want it wait.
class BlobCache::Claim final
{
    Q_DISABLE_COPY_MOVE(Claim)

public:
    Claim(BlobCache &cache, const QByteArray &sha256, const std::stop_token &stop)
        : m_cache(cache)
        , m_sha256(sha256)
    {
        std::unique_lock lock(cache.m_mutex);
        m_held = cache.m_released.wait(lock, stop, [&] { return !cache.m_claimed.contains(sha256); });
        if (m_held)
            cache.m_claimed.insert(sha256);
    }
    ~Claim()
    {
        if (!m_held)
            return;
        const std::lock_guard lock(m_cache.m_mutex);
        m_cache.m_claimed.erase(m_sha256);
        m_cache.m_released.notify_all();
    }
    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    BlobCache &m_cache;
    QByteArray m_sha256;
    bool m_held = false;
};

BlobCache::BlobCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{
}

Result<void> BlobCache::prepare() const
{
    return makePrivateFolder(m_folder);
}

QString BlobCache::pathOf(const QByteArray &sha256) const
{
    return m_folder + u'/' + QString::fromLatin1(sha256.toHex());
}

Result<void> BlobCache::deliver(CommandContext &context, const LibraryBlob &blob, PartialFile &file)
{
    const Claim claim(*this, blob.sha256, context.stop());
    if (!claim.isHeld())
        return fail(ErrorCode::Cancelled);
    return ensure(context, blob)
        .and_then([&] { return checkSpace(m_folder, blob); })
        .and_then([&] {
            return readBlocks(pathOf(blob.sha256), [&file](std::span<const char> bytes) { return file.append(bytes); });
        })
        .and_then([&] { return file.finish(blob.size, blob.sha256); });
}

Result<QString> BlobCache::hold(CommandContext &context, const LibraryBlob &blob)
{
    const Claim claim(*this, blob.sha256, context.stop());
    if (!claim.isHeld())
        return fail(ErrorCode::Cancelled);
    return ensure(context, blob).transform([&] { return pathOf(blob.sha256); });
}

/// It is whole and verified afterwards. Whoever calls it has claimed it.
Result<void> BlobCache::ensure(CommandContext &context, const LibraryBlob &blob)
{
    const QString path = pathOf(blob.sha256);
    if (!holds(path, blob)) {
        QFile::remove(path);
        if (const auto fetched = fetch(context, blob); !fetched)
            return fetched;
        trim();
    }
    QFile used(path);
    if (used.open(QFile::ReadWrite | QFile::ExistingOnly))
        used.setFileTime(QDateTime::currentDateTimeUtc(), QFile::FileModificationTime);
    return {};
}

Result<void> BlobCache::fetch(CommandContext &context, const LibraryBlob &blob)
{
    if (const auto space = checkSpace(m_folder, blob); !space)
        return space;
    const QString path = pathOf(blob.sha256);
    // What a crash left of it is gone on with.
    PartialFile partial(path + PartialSuffix);
    if (const auto opened = partial.open(); !opened)
        return opened;
    const ReceiveOptions options{
        .progress = [&](qint64 done) { context.showProgress({done, blob.size, u"bytes"_s, blob.name}); },
        .limit = blob.size,
        .keep =
            [&](PartialFile &file, const QByteArray &sha256) {
                return sha256 == blob.sha256 ? file.renameTo(path) : fail(ErrorCode::HashMismatch, blob.name);
            },
    };
    const auto fetched = context.transfer(Message::WantBlob{context.command(), blob.sha256},
        [&](BulkStream &stream) { return receiveContent(stream, partial, options); });
    context.endProgress(); // it was the file's, not that of what is done with it
    return fetched;
}

void BlobCache::trim()
{
    const std::lock_guard lock(m_mutex);
    const auto files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden, QDir::Time); // newest first
    qint64 total = 0;
    for (const QFileInfo &file : files) {
        total += file.size();
        const QByteArray sha256 = QByteArray::fromHex(file.completeBaseName().toLatin1());
        if (total > m_mostBytes && !m_claimed.contains(sha256))
            QFile::remove(file.filePath());
    }
}

} // namespace Sonde::Agent
