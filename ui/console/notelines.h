// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/console/blocknotes.h"

class QVBoxLayout;

namespace Sonde::Client {

class Theme;

/// The lines of what is said of a command, in a layout that is theirs alone. Most of what is published of a command changes nothing of
/// it, so what is shown stays until other things are said.
class NoteLines final
{
    Q_DISABLE_COPY_MOVE(NoteLines)

public:
    /// Both outlive it.
    NoteLines(const Theme &theme, QVBoxLayout &lines);

    /// Whether they are others than before.
    bool setNotes(BlockNotes::List said);
    [[nodiscard]] bool isEmpty() const { return m_said.empty(); }

private:
    const Theme &m_theme;
    QVBoxLayout &m_lines;
    BlockNotes::List m_said;
};

} // namespace Sonde::Client
