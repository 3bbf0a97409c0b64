// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/retention/outputremoval.h"

namespace Sonde::Service {

namespace {
/// In one part: some milliseconds of a disk's and a processor's time.
constexpr qint64 BytesAtOnce = 2 * 1024 * 1024;
constexpr int ChunksAtOnce = 200;
} // namespace

bool OutputRemoval::removeSome()
{
    qint64 bytes = 0;
    for (int looked = 0; m_at < m_commands.size(); ++m_at, m_next = 0) {
        const CommandId command = m_commands[m_at];
        const quint32 count = m_store.outputCount(command);
        for (++looked; m_next < count; ++m_next, ++looked) {
            if (bytes >= BytesAtOnce || looked >= ChunksAtOnce)
                return false;
            if (const auto chunk = m_store.output(command, m_next)) {
                bytes += chunk->bytes.size();
                m_store.removeOutput(*chunk);
            }
        }
        if (looked >= ChunksAtOnce) {
            ++m_at;
            m_next = 0;
            return m_at == m_commands.size();
        }
    }
    return true;
}

} // namespace Sonde::Service
