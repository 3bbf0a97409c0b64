// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/files/files.h"

#include <functional>

namespace Sonde::Agent {

/// Of a file, or of a link itself, as the file system has them. Times are nanoseconds since the epoch.
struct WalkedFacts {
    FileKind kind = FileKind::Unknown;
    quint64 inode = 0;
    quint32 mode = 0; ///< with the bits of its kind
    quint32 user = 0;
    quint32 group = 0;
    qint64 size = 0;
    qint64 accessed = 0;
    qint64 modified = 0;
    qint64 changed = 0;
    std::optional<qint64> created;
};

/// A regular file, open. Reading it leaves its access time as it is where the system allows that.
class WalkedFile final
{
    Q_DISABLE_COPY_MOVE(WalkedFile)

public:
    WalkedFile(int handle, const WalkedFacts &facts, bool isKernels)
        : m_handle(handle)
        , m_facts(facts)
        , m_isKernels(isKernels)
    {
    }
    ~WalkedFile();

    [[nodiscard]] const WalkedFacts &facts() const { return m_facts; }
    /// The kernel makes its content when it is read: its size says nothing.
    [[nodiscard]] bool isKernels() const { return m_isKernels; }
    /// Bytes read into `buffer`; 0 at the end, or when it would have to be waited for.
    [[nodiscard]] Result<qsizetype> read(std::span<char> buffer);

private:
    int m_handle;
    WalkedFacts m_facts;
    bool m_isKernels;
};

/// What lies in a folder, while it is visited.
class WalkedEntry final
{
    Q_DISABLE_COPY_MOVE(WalkedEntry)

public:
    WalkedEntry(int folder, const char *name, const WalkedFacts &facts)
        : m_folder(folder)
        , m_name(name)
        , m_facts(facts)
    {
    }

    [[nodiscard]] QByteArrayView name() const { return m_name; }
    [[nodiscard]] const WalkedFacts &facts() const { return m_facts; }
    /// What a link says, as it was written; empty for others.
    [[nodiscard]] QByteArray target() const;

private:
    int m_folder;
    const char *m_name;
    const WalkedFacts &m_facts;
};

/// A device's files by their own paths ("/etc/passwd"), below `root` where that is only a copy. No path goes through a link: who wants to
/// follow one asks where it leads, and goes there. For one thread.
class Walk final
{
    Q_DISABLE_COPY_MOVE(Walk)

public:
    explicit Walk(const QByteArray &root);
    ~Walk();

    [[nodiscard]] Result<WalkedFacts> facts(const QByteArray &path) const;
    /// What a link says, as it was written.
    [[nodiscard]] QByteArray target(const QByteArray &path) const;
    /// Where a link leads, without any link in it, inside the tree.
    [[nodiscard]] Result<QByteArray> followed(const QByteArray &path) const;
    /// Calls `visit` for each entry of a folder, in the file system's order, until it returns false. What has vanished meanwhile is left out.
    using Visit = std::function<bool(const WalkedEntry &entry)>;
    [[nodiscard]] Result<void> visit(const QByteArray &folder, const Visit &visit) const;
    /// NotARegularFile, also of what has become one meanwhile: nothing else is ever opened.
    [[nodiscard]] Result<std::unique_ptr<WalkedFile>> open(const QByteArray &path) const;

private:
    [[nodiscard]] int openAt(const QByteArray &path, int flags, quint64 resolve) const;
    [[nodiscard]] int openDeep(const QByteArray &path, int flags) const;

    QByteArray m_root; ///< without a slash at its end
    int m_rootHandle;
};

} // namespace Sonde::Agent
