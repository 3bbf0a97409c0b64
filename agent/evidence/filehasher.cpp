// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filehasher.h"

#include "protocol/base/reason.h"
#include "protocol/digest/digest.h"

#include <array>
#include <semaphore>
#include <thread>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr size_t BlockBytes = 256 * 1024;
constexpr size_t BlockCount = 4;

/// Blocks on their way from the thread that reads to the one that makes MD5; an empty one is the last.
class BlockRing final
{
public:
    BlockRing()
        : m_blocks(std::make_unique_for_overwrite<char[]>(BlockBytes * BlockCount))
    {
    }

    /// Waits until the other side has left a block.
    [[nodiscard]] std::span<char> startFilling()
    {
        m_free.acquire();
        return {m_blocks.get() + BlockBytes * m_write, BlockBytes};
    }
    void filled(size_t size)
    {
        m_sizes[m_write] = size;
        m_write = (m_write + 1) % BlockCount;
        m_full.release();
    }

    [[nodiscard]] std::span<const char> startReading()
    {
        m_full.acquire();
        return {m_blocks.get() + BlockBytes * m_read, m_sizes[m_read]};
    }
    void used()
    {
        m_read = (m_read + 1) % BlockCount;
        m_free.release();
    }

private:
    std::unique_ptr<char[]> m_blocks;
    std::array<size_t, BlockCount> m_sizes{};
    size_t m_write = 0;
    size_t m_read = 0;
    std::counting_semaphore<BlockCount> m_free{BlockCount};
    std::counting_semaphore<BlockCount> m_full{0};
};

/// Takes MD5 of all blocks of a ring, on a thread of its own.
class Md5Thread final
{
public:
    explicit Md5Thread(BlockRing &ring)
        : m_thread([this, &ring] {
            for (auto block = ring.startReading(); !block.empty(); block = ring.startReading()) {
                m_digest.add(block);
                ring.used();
            }
        })
    {
    }

    [[nodiscard]] QByteArray result()
    {
        m_thread.join();
        return m_digest.result();
    }

private:
    Digest m_digest{*EVP_md5()};
    std::jthread m_thread;
};

} // namespace

Result<FileHashes> hashFile(OpenFile &file, qint64 limit, const std::stop_token &stop,
    const std::function<void(qint64)> &progress, ContentPass *pass)
{
    FileHashes hashes;
    Digest sha1(*EVP_sha1());
    Digest sha256(*EVP_sha256());
    BlockRing ring;
    Md5Thread md5(ring);
    std::optional<Error> failure;
    for (;;) {
        const std::span<char> block = ring.startFilling();
        const auto size = file.read(block);
        if (!size)
            failure = size.error();
        else if (stop.stop_requested())
            failure = Error{ErrorCode::Cancelled, {}, {}, {}};
        else if (hashes.bytes + *size > limit)
            failure = errorBecause(Reason::GrewWhileRead, ErrorCode::TooLarge, {}).with(Fact::Limit, limit);
        const size_t usable = failure ? 0 : size_t(*size);
        ring.filled(usable);
        if (usable == 0)
            break;
        const auto content = block.first(usable);
        sha1.add(content);
        sha256.add(content);
        if (pass)
            pass->add(content);
        hashes.bytes += qint64(usable);
        progress(hashes.bytes);
    }
    hashes.md5 = md5.result();
    if (failure)
        return std::unexpected(*failure);
    hashes.sha1 = sha1.result();
    hashes.sha256 = sha256.result();
    return hashes;
}

FileHashes hashBytes(QByteArrayView bytes, ContentPass *pass)
{
    if (pass)
        pass->add(bytes);
    FileHashes hashes;
    hashes.bytes = bytes.size();
    hashes.md5 = Digest::of(bytes, *EVP_md5());
    hashes.sha1 = Digest::of(bytes, *EVP_sha1());
    hashes.sha256 = Digest::of(bytes, *EVP_sha256());
    return hashes;
}

Result<QByteArray> readMade(OpenFile &file)
{
    constexpr qsizetype most = 64LL * 1024 * 1024;
    constexpr qsizetype piece = 64LL * 1024;
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        if (before > most)
            return fail(ErrorCode::TooLarge).with(Fact::Limit, qint64(most));
        bytes.resize(before + piece);
        const auto size = file.read(std::span(bytes.data() + before, size_t(piece)));
        if (!size)
            return std::unexpected(size.error());
        bytes.truncate(before + *size);
        if (*size < piece)
            return bytes;
    }
}

} // namespace Sonde::Agent
