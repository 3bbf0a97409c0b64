// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"

#include <QString>

namespace Sonde::Agent {

/// A folder beside a file, on the file's own file system, that only the agent's account may enter. Somebody else may rename it, and cannot
/// reach what is in it: what was moved there can be looked at, and deleted, without anybody putting another one in its place.
/// Gone with the object when it is empty.
class SideFolder final
{
    Q_DISABLE_COPY_MOVE(SideFolder)

public:
    /// In `parent`, under a name that belongs to `item`. Not open when it cannot be made.
    [[nodiscard]] static SideFolder make(int parent, const QString &item) { return {parent, item, Make::Yes}; }
    /// What a crash has left; not open when there is none.
    [[nodiscard]] static SideFolder find(int parent, const QString &item) { return {parent, item, Make::No}; }
    ~SideFolder();

    [[nodiscard]] bool isOpen() const { return m_handle.isOpen(); }
    [[nodiscard]] int handle() const { return m_handle.number(); }
    [[nodiscard]] const QByteArray &name() const { return m_name; }

private:
    enum class Make { Yes, No };
    SideFolder(int parent, const QString &item, Make make);

    const int m_parent;
    const QByteArray m_name;
    Linux::Descriptor m_handle{-1};
};

/// Renames, and never over what is there.
[[nodiscard]] bool renameWithoutReplacing(int fromFolder, const QByteArray &from, int toFolder, const QByteArray &to);
/// What happened in a folder is on disk when this returns. The handle may only name it (O_PATH).
void flushFolder(int handle);

} // namespace Sonde::Agent
