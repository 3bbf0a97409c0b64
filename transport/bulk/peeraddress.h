// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace Sonde {

/// Where an accepted connection comes from; null when it is gone.
[[nodiscard]] QHostAddress peerOf(qintptr descriptor);
/// 0 when it is gone.
[[nodiscard]] quint16 peerPortOf(qintptr descriptor);

} // namespace Sonde
