// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messages.h"

#include <QFile>
#include <QSet>

namespace Sonde {

/// The agent's own record of what it was told to run, one JSON object per line, on disk before the command starts. It is what makes an
/// id good for one run only, across crashes of the agent and whatever the service says.
class CommandLog final
{
    Q_DISABLE_COPY_MOVE(CommandLog)

public:
    explicit CommandLog(const QString &path)
        : m_file(path)
    {
    }

    /// Reads what is there; a last line that a crash cut off was never run and is left behind. StorageFailed.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] bool contains(CommandId command) const { return m_seen.contains(command); }
    /// Returns when it is on disk. StorageFailed: then it must not run.
    [[nodiscard]] Result<void> add(const Message::RunCommand &order);

private:
    QFile m_file;
    QSet<CommandId> m_seen;
};

} // namespace Sonde
