// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/packages/packages.h"

#include <QHash>
#include <QSet>

namespace Sonde::Agent::Linux {

class FileTree;

/// The packages of many files, for which each database is read once. packageOf() is for one.
class PackageIndex final
{
public:
    /// `paths`: with all their links followed. Stops when the tree is stopped.
    PackageIndex(FileTree &tree, const QSet<QByteArray> &paths);

    struct Entry {
        PackageFile file;
        std::optional<qint64> recorded; ///< when dpkg wrote down the package's list: nanoseconds since the epoch
    };
    /// Whether the device has a database that could be read: without one nobody can tell whose a file is. That of rpm is none of them.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Null when nobody owns it.
    [[nodiscard]] const Entry *find(const QByteArray &path) const;

private:
    QHash<QByteArray, Entry> m_entries;
    bool m_isKnown = false;
};

} // namespace Sonde::Agent::Linux
