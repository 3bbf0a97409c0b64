// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulkstream.h"
#include "transport/disk/partialfile.h"

#include <functional>

/// One transfer over a bulk connection: who has the bytes sends them from where the other side's copy ends, never more than it was given
/// credit for; who gets them verifies the whole and says so. Both functions work the same at either end of a connection.
namespace Sonde {

/// Bytes that are sent, with their hash.
class ContentSource
{
    Q_DISABLE_COPY_MOVE(ContentSource)

public:
    ContentSource() = default;
    virtual ~ContentSource() = default;

    /// Where to go on: behind the first `offset` bytes, which the other side has with this hash; or at 0, when they are not what is here.
    /// Nothing while that is not known yet (asked again, so it may wait or read for a few seconds).
    [[nodiscard]] virtual Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) = 0;
    /// What comes next: bytes put into `buffer`; 0 when there is nothing yet (asked again, so it may wait a few seconds); nothing at the end.
    [[nodiscard]] virtual Result<std::optional<qsizetype>> read(std::span<char> buffer) = 0;
    /// Of everything, after the end.
    [[nodiscard]] virtual qint64 size() const = 0;
    [[nodiscard]] virtual QByteArray sha256() const = 0;
};

/// Told the bytes the other side, or the disk, has; called often.
using TransferProgress = std::function<void(qint64 done)>;

/// Returns when the receiver has verified everything. Errors that another connection could mend: Interrupted, TimedOut, CannotConnect.
[[nodiscard]] Result<void> sendContent(
    BulkStream &stream, ContentSource &source, const TransferProgress &progress = {});

struct ReceiveOptions {
    TransferProgress progress = {};
    /// Called for each piece of so many bytes before more is asked for: waits to keep to a rate.
    std::function<void(qint64 bytes)> throttle = {};
    /// More than this is refused with TooLarge.
    qint64 limit = std::numeric_limits<qint64>::max();
    /// Called with the finished file, verified and on disk, before the sender hears so: gives it its name.
    std::function<Result<void>(PartialFile &file, const QByteArray &sha256)> keep;
};

/// Receives into `file`, which is open. The partial file stays for the next attempt unless it proved wrong.
[[nodiscard]] Result<void> receiveContent(BulkStream &stream, PartialFile &file, const ReceiveOptions &options);

/// The receiver has all of it already: hears whether it is what the sender has, and agrees. HashMismatch when it is something else. `keep` is called
/// before the sender hears so.
[[nodiscard]] Result<void> confirmContent(
    BulkStream &stream, qint64 size, const QByteArray &sha256, const std::function<Result<void>()> &keep = {});

/// After either: returns when the sender has written down that the receiver has it, where it does so.
[[nodiscard]] Result<void> awaitNoted(BulkStream &stream);

/// Whether trying again could help.
[[nodiscard]] bool isPassing(const Error &error);

/// Whether the beginning of a file is what somebody says it is; found out a second at a time.
class PrefixCheck final
{
public:
    PrefixCheck() = default;

    /// Reads on in `file`, which is open. Nothing yet: to be called again, with the same. Afterwards the file is behind the prefix when that
    /// is right, and anywhere when it is not. ReadFailed.
    [[nodiscard]] Result<std::optional<bool>> goOn(QFile &file, qint64 size, const QByteArray &sha256);

private:
    Sha256 m_hash;
    qint64 m_done = 0;
};

/// A file on this machine's disk that does not change, such as a blob. Its hash is known before it is sent.
class BlobSource final : public ContentSource
{
public:
    BlobSource(const QString &path, const QByteArray &sha256)
        : m_file(path)
        , m_sha256(sha256)
    {
    }

    [[nodiscard]] Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) override;
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override { return m_file.size(); }
    [[nodiscard]] QByteArray sha256() const override { return m_sha256; }

private:
    QFile m_file;
    QByteArray m_sha256;
    PrefixCheck m_prefix;
};

} // namespace Sonde
