// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde::Service {

/// What is asked for, from the index and the tenant's database, with read-only connections of its own: for another thread than the store's.
/// `indexed` and `last` are left 0. StorageFailed; what searchExpression() refuses.
[[nodiscard]] Result<Message::ActivityPage> readActivity(
    const QString &databasePath, const QString &indexPath, const Message::FetchActivity &wanted);

} // namespace Sonde::Service
