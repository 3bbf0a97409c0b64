// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Sonde::Service {

/// The group of definitions that the profile "triage" takes.
inline constexpr QLatin1StringView TriageGroup("SondeTriage");

/// Definitions of Sonde itself: what an investigation begins with, where the collections of others do not name it.
[[nodiscard]] QByteArray ownArtifacts();

} // namespace Sonde::Service
