// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkstream.h"
#include "partialfile.h"

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

    /// To go on behind the first `offset` bytes, which the other side has with this hash. FileChanged when they are not what is here.
    [[nodiscard]] virtual Result<void> skip(qint64 offset, const QByteArray &sha256) = 0;
    /// What comes next: bytes put into `buffer`; 0 when there is nothing yet (asked again, so it may wait a few seconds); nothing at the end.
    [[nodiscard]] virtual Result<std::optional<qsizetype>> read(std::span<char> buffer) = 0;
    /// Of everything, after the end.
    [[nodiscard]] virtual qint64 size() const = 0;
    [[nodiscard]] virtual QByteArray sha256() const = 0;
};

/// Told the bytes the other side, or the disk, has; called often.
using TransferProgress = std::function<void(qint64 done)>;

/// Returns when the receiver has verified everything. Errors that another connection could mend: Interrupted, TimedOut, CannotConnect.
[[nodiscard]] Result<void> sendContent(BulkStream &stream, ContentSource &source, const TransferProgress &progress = {});

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

/// The receiver has all of it already: hears what the sender has, and agrees. HashMismatch when it is something else. `keep` is called
/// before the sender hears so.
[[nodiscard]] Result<void> confirmContent(
    BulkStream &stream, qint64 size, const QByteArray &sha256, const std::function<Result<void>()> &keep = {});

/// Whether trying again could help.
[[nodiscard]] bool isPassing(const Error &error);

/// A file on this machine's disk that does not change, such as a blob. Its hash is known before it is sent.
class BlobSource final : public ContentSource
{
public:
    BlobSource(const QString &path, const QByteArray &sha256)
        : m_file(path)
        , m_sha256(sha256)
    {
    }

    [[nodiscard]] Result<void> skip(qint64 offset, const QByteArray &sha256) override;
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override { return m_file.size(); }
    [[nodiscard]] QByteArray sha256() const override { return m_sha256; }

private:
    QFile m_file;
    QByteArray m_sha256;
};

} // namespace Sonde
