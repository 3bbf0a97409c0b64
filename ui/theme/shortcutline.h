// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sonde::Client {

/// A line of the Shortcuts window: what it does, the keys for it, and where it belongs.
struct ShortcutLine {
    QString group;
    QString text;
    QString keys;
};

} // namespace Sonde::Client
