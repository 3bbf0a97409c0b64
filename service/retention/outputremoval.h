// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

namespace Sonde::Service {

/// Removes what a session's commands printed, a part at a time. What was removed before it began is passed over.
class OutputRemoval final
{
public:
    OutputRemoval(Store &store, SessionId session)
        : m_store(store)
        , m_commands(store.commandsOf(session))
    {
    }

    /// The next part. True: all of it is gone, once that is committed.
    [[nodiscard]] bool removeSome();

private:
    Store &m_store;
    std::vector<CommandId> m_commands;
    size_t m_at = 0;    ///< of the commands
    quint32 m_next = 0; ///< chunk of that command
};

} // namespace Sonde::Service
