// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulktransfer.h"

namespace Sonde {

/// As receiveContent(), where the disk may become full because of others: `room` is asked before each piece is written, and an error of it
/// ends the transfer. What there is stays.
[[nodiscard]] Result<void> receiveWithin(
    BulkStream &stream, PartialFile &file, const ReceiveOptions &options, const std::function<Result<void>()> &room);

} // namespace Sonde
