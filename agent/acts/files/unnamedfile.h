// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/files/sidefolder.h"

#include <memory>

namespace Sonde::Agent {

/// A new file that gets its name in a folder only when all of it is right. Until then it has none; where the file system knows no such files
/// (O_TMPFILE), it lies in a folder beside. Gone with the object when it got no name.
class UnnamedFile final
{
    Q_DISABLE_COPY_MOVE(UnnamedFile)

public:
    /// `item`: names what lies beside. Not open, with errno, when it cannot be made.
    UnnamedFile(int folder, const QString &item);
    ~UnnamedFile();

    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    [[nodiscard]] int handle() const { return m_file.number(); }
    /// False, with errno: EEXIST when somebody has the name.
    [[nodiscard]] bool setName(const QByteArray &name);
    /// Takes away what a crash has left beside.
    static void tidy(int folder, const QString &item);

private:
    void makeBeside(const QString &item);

    const int m_folder;
    std::unique_ptr<SideFolder> m_side;
    Linux::Descriptor m_file;
};

} // namespace Sonde::Agent
