// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborMap>
#include <QStringList>

namespace Sonde::Agent {

/// Names of the facts that both know and that are not the same, sorted.
[[nodiscard]] QStringList changedFacts(const QCborMap &before, const QCborMap &now);

} // namespace Sonde::Agent
