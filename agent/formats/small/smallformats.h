// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/bytesource.h"

#include <QCborMap>

namespace Sonde::Agent {

/// The details of a file whose format is read as a whole: a property list, a scheduled task, a registry export or a shortcut. Empty when it
/// is none of them, or too large for one.
[[nodiscard]] QCborMap smallFormatDetails(const ByteSource &source);

} // namespace Sonde::Agent
