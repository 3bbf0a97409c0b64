// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"
#include "protocol/digest/digest.h"

#include <QFile>
#include <QString>
#include <span>

namespace Sonde {

/// A file on its way: under a temporary name until it is whole and verified, hashed while it is written, taken up again where a crash left
/// it. Not thread-safe.
class PartialFile final
{
    Q_DISABLE_COPY_MOVE(PartialFile)

public:
    explicit PartialFile(const QString &path)
        : m_file(path)
    {
    }

    /// What it will not keep for long need not be seen to the disk: what a power cut takes of it is noticed and brought again.
    void setPassing() { m_passing = true; }
    /// Makes it, readable by its owner only, or goes on after what is there, which is hashed again. CannotWrite, ReadFailed.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] QString path() const { return m_file.fileName(); }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.soFar(); }
    /// NoSpace, CannotWrite.
    [[nodiscard]] Result<void> append(std::span<const char> bytes);
    /// Forgets what there is. CannotWrite.
    [[nodiscard]] Result<void> restart();
    /// HashMismatch when it is not what `size` and `sha256` say; then what was written is gone, since nobody knows which part is wrong.
    /// Otherwise all of it is on disk when this returns, unless it is a passing one.
    [[nodiscard]] Result<void> finish(qint64 size, const QByteArray &sha256);
    /// Gives a finished file its name, replacing what has it.
    [[nodiscard]] Result<void> renameTo(const QString &path);
    void discard();

private:
    QFile m_file;
    Sha256 m_hash;
    qint64 m_size = 0;
    bool m_passing = false;
    qint64 m_flushing = 0; ///< below this the system was asked to write it to disk already
};

/// A rename is only certain when its folder was written too.
void syncFolder(const QString &folder);
/// Bytes an unprivileged process may still write where `path` is; -1 when unknown.
[[nodiscard]] qint64 freeSpace(const QString &path);

} // namespace Sonde
