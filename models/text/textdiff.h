// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sonde::Client {

/// What changed from one text to the other, in the unified form people know from `diff -u`, without its header; empty when nothing did.
/// Where they differ too much for a minimal answer in reasonable time, the differing middle is told as wholly replaced.
[[nodiscard]] QString unifiedDiff(const QString &before, const QString &after, qsizetype context = 3);

} // namespace Sonde::Client
