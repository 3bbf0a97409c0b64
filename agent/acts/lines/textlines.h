// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <optional>

namespace Sonde::Agent {

/// A text by its lines, byte for byte: each with what ends it, if anything does. CRLF, a missing end of the last line, and whatever else is
/// in it stay as they are.
class TextLines final
{
public:
    explicit TextLines(const QByteArray &text);

    [[nodiscard]] const QByteArrayList &lines() const { return m_lines; }
    [[nodiscard]] QByteArray text() const { return m_lines.join(); }
    /// A line without blanks at its sides, as parsers of configuration know it.
    [[nodiscard]] QByteArray content(qsizetype number) const { return m_lines.at(number).trimmed(); }
    /// By number from 1, or "#" and a lineHash() with "-2", "-3" for the second, third of its kind: "12", "#1f2e3d4c-2".
    [[nodiscard]] std::optional<qsizetype> find(const QByteArray &name) const;

    void remove(qsizetype number) { m_lines.removeAt(number); }
    /// Before the line that has this number; after the last one, which is ended first, when there is none.
    void insert(qsizetype number, const QByteArray &line);

private:
    QByteArrayList m_lines;
};

} // namespace Sonde::Agent
