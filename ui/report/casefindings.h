// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casefile/caseverifier.h"

namespace Sonde::Client {

/// A sentence: what is wrong with a case file, and where. Names from the file are as they are there.
[[nodiscard]] QString findingText(const CaseFinding &finding);
/// What is not there, and rightly so.
[[nodiscard]] QString removalText(const CaseRemoval &removal);

} // namespace Sonde::Client
