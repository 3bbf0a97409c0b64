// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/devicecommand.h"

namespace Sonde::Service {

void OutputTally::resume(Store &store, CommandId command)
{
    while (const auto chunk = store.output(command, m_next))
        add(*chunk);
}

void OutputTally::add(const Message::CommandOutput &chunk)
{
    ++m_next;
    m_rows += chunk.rows;
    m_bytes += quint64(chunk.bytes.size());
    m_hash.add(chunk.bytes);
}

} // namespace Sonde::Service
