// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/firstpaint.h"
#include "ui/shell/workstation.h"

namespace Sonde::Client {

/// Tells whoever started the workstation how far it is, in JSON lines on standard output: {"event":"painted"} when its window has been
/// painted for the first time, {"event":"ready"} whenever its inventory is there. For measurements and scripts.
class Announcer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Announcer)

public:
    Announcer(const FirstPaint &firstPaint, const Workstation &workstation);
};

} // namespace Sonde::Client
