// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/phrase.h"

namespace Sonde::Client {

/// What the columns of verbs mean that carry, keep or change something, by "verb/column".
[[nodiscard]] std::span<const Phrase> doingColumnPurposes();

} // namespace Sonde::Client
