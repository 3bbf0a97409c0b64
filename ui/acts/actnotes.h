// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/acts/act.h"

#include <QWidget>

class QVBoxLayout;

namespace Sonde::Client {

class Theme;

/// What there is to know of a plan besides its steps, what matters most first. Hidden when there is nothing.
class ActNotes final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActNotes)

public:
    explicit ActNotes(const Theme &theme, QWidget *parent = nullptr);

    void setNotes(const std::vector<ActNote> &notes);

private:
    void showNotes();

    const Theme &m_theme;
    std::vector<ActNote> m_notes;
    QVBoxLayout *m_lines;
};

} // namespace Sonde::Client
