// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/files/files.h"
#include "protocol/base/result.h"

#include <QByteArray>
#include <QStringList>
#include <array>
#include <ctime>
#include <vector>

namespace Sonde::Agent {

class PinnedFile;

struct FileAttribute {
    QByteArray name;
    QByteArray value;
};

/// All that a file is besides its content: what has to be as it was when it is restored.
struct FileImage {
    QByteArray path;
    quint64 device = 0;
    quint64 inode = 0;
    quint64 links = 0;
    quint32 mode = 0; ///< with the kind of file
    quint32 user = 0;
    quint32 group = 0;
    qint64 size = 0;
    qint64 accessed = 0; ///< nanoseconds since the epoch
    qint64 modified = 0;
    quint32 flags = 0; ///< FS_IOC_GETFLAGS
    bool hasFlags = false;
    std::vector<FileAttribute> attributes; ///< access control, capabilities and labels among them
    QByteArray target;                     ///< of a symbolic link
    QByteArray sha256;                     ///< of the content, when it is known
    std::optional<qint64> created = {};    ///< when the file system has kept it
};

[[nodiscard]] Result<FileImage> takeImage(const PinnedFile &file);
/// As they were when the image was taken, but for `changed`, which it has not.
[[nodiscard]] FileFacts factsOfImage(const FileImage &image);
/// Makes an open file what the image says, but for the flags; names of what could not be set ("owner", "security.capability").
[[nodiscard]] QStringList applyImage(int handle, const FileImage &image);
/// When it was read, and changed, last.
[[nodiscard]] std::array<timespec, 2> timesOf(const FileImage &image);
/// The file's own flags (immutable, append-only…) as the image has them; false when they cannot be set.
[[nodiscard]] bool applyFlags(int handle, const FileImage &image);

/// Takes from files and folders what keeps root from moving them (immutable, append-only), and gives it back when it goes, unless it is
/// told to leave it off.
class FlagsLift final
{
    Q_DISABLE_COPY_MOVE(FlagsLift)

public:
    /// `handle` may only name the file (O_PATH).
    explicit FlagsLift(int handle);
    ~FlagsLift();
    void leaveOff() { m_before.reset(); }

private:
    int m_handle = -1;
    std::optional<int> m_before;
};

} // namespace Sonde::Agent
