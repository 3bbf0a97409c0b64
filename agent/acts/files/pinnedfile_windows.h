// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/files/files.h"
#include "agent/system/windows/handle_windows.h"

namespace Sonde::Agent {

/// A file that was found by its path, held by a handle from then on: whatever the path leads to later, it is this one. Files, and links
/// themselves; whoever else has it open is not in the way.
class PinnedFile final
{
public:
    /// NotFound, IsADirectory, NotARegularFile.
    [[nodiscard]] static Result<PinnedFile> open(const QByteArray &path);

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] HANDLE handle() const { return m_handle.get(); } ///< reads what is beside the content, and no more
    [[nodiscard]] bool isLink() const { return m_isLink; }
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] quint64 links() const { return m_state.nNumberOfLinks; }
    [[nodiscard]] quint64 volume() const { return m_state.dwVolumeSerialNumber; }
    [[nodiscard]] quint64 index() const;
    /// The same file once more, with more rights than to look at it. FactsChanged when the path leads to another one by now; `busy` when
    /// somebody has it open who does not share it.
    [[nodiscard]] Result<Windows::Handle> reopen(quint32 access, bool *busy = nullptr) const;
    [[nodiscard]] Result<std::unique_ptr<OpenFile>> openForReading() const;

    /// The facts that tell it from others, as it is now: device, inode, size, modified, changed; not its content.
    [[nodiscard]] QCborMap identity() const;

private:
    explicit PinnedFile(QByteArray path)
        : m_path(std::move(path))
    {
    }

    QByteArray m_path;
    Windows::Handle m_handle;
    BY_HANDLE_FILE_INFORMATION m_state{};
    bool m_isLink = false;
};

/// As the system is given it: nothing in it is interpreted.
[[nodiscard]] std::wstring nativePathOf(const QByteArray &path);
/// SHA-256 of the content. TooLarge, Cancelled; FileChanged when it was written to meanwhile.
[[nodiscard]] Result<QByteArray> hashOf(const PinnedFile &file, const LookTerms &terms = {});
/// Of the volume that the folder of a path lies on; 0 when that cannot be seen.
[[nodiscard]] quint64 volumeOf(const QByteArray &path);
/// Renames an open file, and never over what is there.
[[nodiscard]] bool renameWithoutReplacing(HANDLE file, const QByteArray &to);

} // namespace Sonde::Agent
