// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"

#include <QByteArray>
#include <QString>
#include <archive.h>
#include <array>
#include <memory>

namespace Sonde::Agent::Linux {

/// What is in an archive, one file after the other in memory: nothing is unpacked to a disk, and no more than allowed at all.
class ArchiveMembers final
{
    Q_DISABLE_COPY_MOVE(ArchiveMembers)

public:
    static constexpr qint64 MostMemberBytes = 64LL * 1024 * 1024;
    static constexpr qint64 MostMembers = 100'000;

    /// The file is read from its beginning, wherever it is read from otherwise.
    ArchiveMembers(const Descriptor &file, qint64 mostBytes);

    /// Goes to the next file; false when there is none, or no more is looked at.
    [[nodiscard]] bool next();
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] const QByteArray &content() const { return m_content; }
    /// Why not all was given: "encrypted", "damaged", "bytes"; empty: all was.
    [[nodiscard]] QString whyStopped() const { return m_why; }

private:
    static la_ssize_t readMore(archive *, void *self, const void **bytes);
    static la_int64_t seek(archive *, void *self, la_int64_t offset, int whence);
    /// False when it cannot be read to its end.
    [[nodiscard]] bool readContent();
    void stop(const char *why);

    const Descriptor &m_file;
    qint64 m_left;
    qint64 m_members = 0;
    qint64 m_at = 0;
    std::array<char, 64UL * 1024> m_piece{};
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
    QString m_name;
    QByteArray m_content;
    QString m_why;
    bool m_isOpen = false;
};

} // namespace Sonde::Agent::Linux
