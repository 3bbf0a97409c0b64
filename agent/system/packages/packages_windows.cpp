// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/packages/packages.h"

namespace Sonde::Agent {

/// Windows writes down which programs are installed, not which files are theirs.
std::optional<PackageFile> packageOf(const QByteArray &, const QByteArray &, const std::stop_token &)
{
    return {};
}

} // namespace Sonde::Agent
