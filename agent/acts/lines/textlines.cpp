// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/lines/textlines.h"

#include "agent/base/linehash.h"

namespace Sonde::Agent {

TextLines::TextLines(const QByteArray &text)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        m_lines += text.sliced(start, next - start);
        start = next;
    }
}

std::optional<qsizetype> TextLines::find(const QByteArray &name) const
{
    if (!name.startsWith('#')) {
        const qsizetype number = name.toLongLong();
        return number >= 1 && number <= m_lines.size() ? std::optional(number - 1) : std::nullopt;
    }
    const qsizetype dash = name.indexOf('-');
    const QByteArray hash = name.sliced(1, (dash < 0 ? name.size() : dash) - 1);
    qsizetype left = dash < 0 ? 1 : name.sliced(dash + 1).toLongLong();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (lineHash(content(i)) == hash && --left == 0)
            return i;
    }
    return {};
}

void TextLines::insert(qsizetype number, const QByteArray &line)
{
    if (number < m_lines.size()) {
        m_lines.insert(number, line.endsWith('\n') ? line : QByteArray(line + '\n'));
        return;
    }
    if (!m_lines.isEmpty() && !m_lines.last().endsWith('\n'))
        m_lines.last() += '\n';
    m_lines += line;
}

} // namespace Sonde::Agent
