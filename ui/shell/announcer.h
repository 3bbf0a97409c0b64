// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/workstation.h"

class QWidget;

namespace Sonde::Client {

/// Tells whoever started the workstation how far it is, in JSON lines on standard output: {"event":"painted"} when its window has been
/// painted for the first time, {"event":"ready"} whenever its inventory is there. For measurements and scripts.
class Announcer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Announcer)

public:
    Announcer(QWidget &window, Workstation &workstation);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};

} // namespace Sonde::Client
