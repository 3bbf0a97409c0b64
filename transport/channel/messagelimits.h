// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde {

/// The message as it is sent. Nothing, and a word in the log, when the other side may not take it: it would hang up, come again, and be
/// sent the same.
[[nodiscard]] std::optional<QByteArray> bytesToSend(const AnyMessage &message);
/// ProtocolViolation for what is no message, or a larger one than its kind may be.
[[nodiscard]] Result<AnyMessage> messageReceived(const QByteArray &bytes);

} // namespace Sonde
