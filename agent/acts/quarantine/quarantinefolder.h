// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/files/files.h"

#include <QString>

namespace Sonde::Agent {

/// Files by their names in a folder that only the agent may enter.
class QuarantineFolder final
{
    Q_DISABLE_COPY_MOVE(QuarantineFolder)

public:
    explicit QuarantineFolder(QString path)
        : m_path(std::move(path))
    {
    }
    ~QuarantineFolder();

    /// One that was made already.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where a file of it is, for who moves one in or out.
    [[nodiscard]] QByteArray pathOf(const QByteArray &name) const;
    [[nodiscard]] int handle() const { return m_handle; } ///< of the folder itself; Linux only

    [[nodiscard]] bool has(const QByteArray &name) const;
    /// Null where there is none.
    [[nodiscard]] std::unique_ptr<OpenFile> openForReading(const QByteArray &name) const;
    /// A new one, in the place of whatever has the name. StorageFailed.
    [[nodiscard]] Result<std::unique_ptr<OpenFile>> create(const QByteArray &name) const;
    /// One that nobody else can open, gone when it is closed; null where that cannot be.
    [[nodiscard]] std::unique_ptr<OpenFile> createPassing() const;
    /// False where there was none.
    bool remove(const QByteArray &name) const;
    /// What all of it takes on the disk.
    [[nodiscard]] qint64 usedBytes() const;
    /// What happened in it is on disk when this returns.
    void flush() const;

private:
    const QString m_path;
    int m_handle = -1;
};

} // namespace Sonde::Agent
