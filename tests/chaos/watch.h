// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace Sonde::Client::Chaos {

/// Sees to it that what has arrived stays: a partial file that is shorter than it once was restarted, and that must not be.
class Watch final
{
public:
    /// `patterns`: partial files, as "FOLDER/PATTERN".
    explicit Watch(const QStringList &patterns)
        : m_patterns(patterns)
    {
    }

    void look();
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }
    /// Partial files there are now.
    [[nodiscard]] QStringList leftovers() const;

private:
    QStringList m_patterns;
    QHash<QString, qint64> m_longest;
    QStringList m_complaints;
};

} // namespace Sonde::Client::Chaos
