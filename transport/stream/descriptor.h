// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Sonde {

/// Makes a connected TCP socket one that never waits, and that sends small messages at once.
void prepareDescriptor(qintptr descriptor);
/// Says to the other side that nothing more comes.
void endWritingTo(qintptr descriptor);

} // namespace Sonde
