// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/notelines.h"

#include <QVBoxLayout>

namespace Sonde::Client {

NoteLines::NoteLines(const Theme &theme, QVBoxLayout &lines)
    : m_theme(theme)
    , m_lines(lines)
{
    lines.setSpacing(0);
}

bool NoteLines::setNotes(BlockNotes::List said)
{
    if (said == m_said)
        return false;
    m_said = std::move(said);
    while (QLayoutItem *item = m_lines.takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &[kind, text] : m_said) {
        auto *note = new NoteLine(m_theme, kind, text, m_lines.parentWidget());
        m_lines.addWidget(note);
        note->show();
    }
    return true;
}

} // namespace Sonde::Client
