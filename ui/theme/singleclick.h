// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;

namespace Sonde::Client {

/// For a button that is about something else once it was pressed: the second half of a double click was meant for what was there before.
void ignoreSecondClick(QAbstractButton &button);

} // namespace Sonde::Client
