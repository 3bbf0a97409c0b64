// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde::Agent {

/// What this device was told of the service's journal, kept on its own disk and shown whenever it connects. Whoever changes the journal where
/// it is kept would have to change it on every device, too.
class JournalWitness final
{
public:
    explicit JournalWitness(const QString &path)
        : m_path(path)
    {
    }

    /// What there is from before; a file that is none is as good as no file.
    void load();
    /// Kept, unless it is of an earlier entry than what is known: then the journal was put back, and what is known says so.
    [[nodiscard]] Result<void> note(const Message::WitnessHead &head);
    void addTo(Message::AgentState &state) const;

private:
    QString m_path;
    Message::WitnessHead m_head;
};

} // namespace Sonde::Agent
