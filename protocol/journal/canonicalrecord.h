// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

namespace Sonde {

/// What the hash of an entry covers: the CBOR encoding, as an array, of all fields but `hash`, in declaration order.
[[nodiscard]] QByteArray canonicalRecord(const JournalEntry &entry);

} // namespace Sonde
