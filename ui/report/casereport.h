// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/casefile/casecontents.h"

namespace Sonde::Client {

/// A case for people who have no Sonde: a page of HTML by itself, without scripts or anything from elsewhere. In the language of the
/// installed translators, times in UTC; texts of devices are made harmless. On any thread.
[[nodiscard]] QString caseReport(const CaseContents &contents);

} // namespace Sonde::Client
