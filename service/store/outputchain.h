// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde::Service {

/// What is left of a chunk whose bytes were removed: what the chain needs of it.
struct RemovedOutput {
    CommandId command;
    quint32 index = 0;
    ChunkFormat format = ChunkFormat::Rows;
    quint32 rows = 0;
    quint64 size = 0;
    QByteArray sha256; ///< of the bytes
};

/// All chunks of output of the tenant, in the order in which they were stored, in one hash: each goes into it with its number, its format,
/// its rows, and the length and SHA-256 of its bytes. So the bytes can go, and what is left leads to the same hash.
struct OutputChain {
    quint64 count = 0;
    QByteArray hash = QByteArray(32, '\0');
    quint64 after = 0;     ///< the row of the table behind which the chain begins
    bool ofDigests = true; ///< not in an earlier version's: there the bytes themselves went into it

    void add(const Message::CommandOutput &chunk);
    void add(const RemovedOutput &chunk);
};

} // namespace Sonde::Service
