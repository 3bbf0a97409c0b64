// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulktransfer.h"

#include <condition_variable>
#include <mutex>

namespace Sonde::Service {

/// Content that is on its way into a BlobStore and may be sent on from there already: how much of it there is, and how it ended. Between
/// the thread that receives it and those that send it.
class GrowingBlob final
{
    Q_DISABLE_COPY_MOVE(GrowingBlob)

public:
    explicit GrowingBlob(const QString &partialPath)
        : m_partialPath(partialPath)
    {
    }

    void grow(qint64 size);
    /// Whole: its hash, and where it is now. Or never: why.
    void end(const QByteArray &sha256, const QString &path);
    void fail(const Error &error);

    /// Nothing is the matter, it only takes another transfer to go on.
    struct State {
        qint64 size = 0;
        bool whole = false;
        QByteArray sha256;
        QString path;
        std::optional<Error> error;
    };
    [[nodiscard]] State state() const;
    /// Returns when it has ended, or after `patience`.
    void waitForEnd(std::chrono::milliseconds patience) const;
    /// Returns when there is more than `size` or it has ended, or after `patience`.
    [[nodiscard]] State waitBeyond(qint64 size, std::chrono::milliseconds patience) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_grown;
    QString m_partialPath;
    State m_state;
};

/// Sends a GrowingBlob as it grows.
class GrowingSource final : public ContentSource
{
public:
    explicit GrowingSource(std::shared_ptr<const GrowingBlob> blob)
        : m_blob(std::move(blob))
    {
    }

    [[nodiscard]] Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) override;
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override { return m_blob->state().size; }
    [[nodiscard]] QByteArray sha256() const override { return m_blob->state().sha256; }

private:
    [[nodiscard]] Result<void> open();

    std::shared_ptr<const GrowingBlob> m_blob;
    QFile m_file;
    PrefixCheck m_prefix;
    qint64 m_sent = 0;
};

} // namespace Sonde::Service
