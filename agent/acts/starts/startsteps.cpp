// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/startsteps.h"

namespace Sonde::Agent {

Result<QByteArray> placeOf(const QByteArray &root, const QByteArray &path)
{
    return canonicalPath((root == "/" ? QByteArray() : root) + path);
}

} // namespace Sonde::Agent
