// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <stop_token>

namespace Sonde::Agent {

class PinnedFile;

/// Which processes have which files open, or run them, at one moment: looked at once for as many files as one likes.
class OpenFiles final
{
public:
    [[nodiscard]] static OpenFiles take(const std::stop_token &stop);

    /// As "name (pid)".
    [[nodiscard]] QStringList openersOf(const PinnedFile &file) const;

private:
    using Identity = std::pair<quint64, quint64>; ///< device, inode

    void add(const QByteArray &link, const QString &process);

    QHash<Identity, QStringList> m_processes;
};

} // namespace Sonde::Agent
