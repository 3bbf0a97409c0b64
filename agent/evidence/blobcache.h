// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"
#include "transport/disk/partialfile.h"

#include <condition_variable>
#include <mutex>
#include <set>

namespace Sonde::Agent {

/// Library files that came to this device, by their SHA-256, so that the same one comes once. The least recently used go when it grows too
/// large. Thread-safe.
class BlobCache final
{
    Q_DISABLE_COPY_MOVE(BlobCache)

public:
    static constexpr qint64 MostBytes = 1024LL * 1024 * 1024;

    explicit BlobCache(QString folder, qint64 mostBytes = MostBytes);

    /// Makes its folder. StorageFailed.
    [[nodiscard]] Result<void> prepare() const;
    /// Copies a library file into `file`, which is new and open; it is fetched first where that is needed. Afterwards the file is whole,
    /// verified and on disk. NoSpace, HashMismatch, and what the service refuses.
    [[nodiscard]] Result<void> deliver(CommandContext &context, const LibraryBlob &blob, PartialFile &file);
    /// The same to be read where it lies, by who opens it at once. HashMismatch, and what the service refuses.
    [[nodiscard]] Result<QString> hold(CommandContext &context, const LibraryBlob &blob);

private:
    class Claim;

    [[nodiscard]] QString pathOf(const QByteArray &sha256) const;
    [[nodiscard]] Result<void> ensure(CommandContext &context, const LibraryBlob &blob);
    [[nodiscard]] Result<void> fetch(CommandContext &context, const LibraryBlob &blob);
    void trim();

    const QString m_folder;
    const qint64 m_mostBytes;
    std::mutex m_mutex;
    std::condition_variable_any m_released;
    std::set<QByteArray> m_claimed; ///< fetched or copied at this moment
};

} // namespace Sonde::Agent
