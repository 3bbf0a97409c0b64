// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <vector>

namespace Sonde::Agent::Linux {

/// Text made of [sections] with key=value lines, as systemd's units, desktop entries and D-Bus services are. Lines that are neither are
/// passed over.
class KeyFile final
{
public:
    /// Whether a line that ends in a backslash goes on in the next (systemd.syntax(7)), or ends there (desktop entries).
    enum class Lines { Continued, Single };
    [[nodiscard]] static KeyFile parse(QByteArrayView bytes, Lines lines);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] bool hasSection(QByteArrayView section) const;
    /// The last one; empty when there is none.
    [[nodiscard]] QByteArray value(QByteArrayView section, QByteArrayView key) const;
    /// In order, since the last empty one: in a unit an empty assignment takes back what was before it.
    [[nodiscard]] QByteArrayList values(QByteArrayView section, QByteArrayView key) const;
    /// The words of all of these.
    [[nodiscard]] QByteArrayList words(QByteArrayView section, QByteArrayView key) const;
    /// As if the other's text followed this one's: a drop-in.
    void append(const KeyFile &other);

private:
    struct Entry {
        QByteArray section;
        QByteArray key;
        QByteArray value;
    };
    std::vector<Entry> m_entries;
    QByteArrayList m_sections;
};

} // namespace Sonde::Agent::Linux
