// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde::Service {

/// All chunks of output of the tenant, in the order in which they were stored, in one hash: each goes into it with its number, its format,
/// its rows and its bytes.
struct OutputChain {
    quint64 count = 0;
    QByteArray hash = QByteArray(32, '\0');
    quint64 after = 0; ///< the row of the table behind which the chain begins

    void add(const Message::CommandOutput &chunk);
};

} // namespace Sonde::Service
