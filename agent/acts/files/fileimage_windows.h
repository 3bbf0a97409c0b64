// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/files/pinnedfile_windows.h"

#include <optional>
#include <vector>

namespace Sonde::Agent {

/// A stream beside the content.
struct FileStream {
    QByteArray name; ///< "Zone.Identifier"
    qint64 size = 0;
};

/// All that a file is besides its content: what has to be as it was when it is restored.
struct FileImage {
    QByteArray path;
    quint64 volume = 0;
    quint64 index = 0;
    quint64 links = 0;
    quint32 attributes = 0;
    qint64 size = 0;
    qint64 created = 0; ///< FILETIME
    qint64 accessed = 0;
    qint64 modified = 0;
    qint64 changed = 0;
    QString security; ///< SDDL: owner, group and who may do what with it; empty: that could not be read
    std::vector<FileStream> streams;
    QByteArray target; ///< of a link: its reparse data
    QByteArray sha256; ///< of the content, when it is known
};

[[nodiscard]] Result<FileImage> takeImage(const PinnedFile &file);
[[nodiscard]] QCborMap keptImage(const FileImage &image);
[[nodiscard]] Result<FileImage> imageOf(const QCborMap &kept);
/// The very file that the image was taken of, whatever is in it by now.
[[nodiscard]] bool isIn(const PinnedFile &file, const FileImage &image);
/// Bytes of all its streams.
[[nodiscard]] qint64 streamBytes(const FileImage &image);
[[nodiscard]] FileFacts factsOfImage(const FileImage &image);

/// Makes an open file what the image says; names of what could not be set ("owner", "acl", "attributes").
[[nodiscard]] QStringList applyImage(HANDLE file, const FileImage &image);
/// Nobody but the system and the administrators may open it.
void closeToOthers(HANDLE file);
/// The rights that these need.
inline constexpr quint32 ImageRights =
    READ_CONTROL | WRITE_DAC | WRITE_OWNER | FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES;

} // namespace Sonde::Agent
