// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace Sonde {

/// Where an accepted connection comes from; null when it is gone.
[[nodiscard]] QHostAddress peerOf(qintptr descriptor);

} // namespace Sonde
