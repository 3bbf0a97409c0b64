// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

#include <QFile>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace Sonde::Agent {

/// The agent's own record of what it was told to run, one JSON object per line, written before the command starts. It is what makes an id
/// good for one run only, across crashes of the agent and whatever the service says.
///
/// What is written survives the agent at once, and the device's operating system within a second: it is flushed to disk in the background,
/// and not while commands come one after the other, since none is to wait for a disk. After a crash of the whole device the last lines may
/// therefore be missing: then isCertain() is false, and what the service sent before counts as seen.
class CommandLog final
{
    Q_DISABLE_COPY_MOVE(CommandLog)

public:
    explicit CommandLog(const QString &path);
    ~CommandLog();

    /// Reads what is there; a last line that a crash cut off was never run and is left behind. StorageFailed.
    /// `boot` is new with each start of the operating system.
    [[nodiscard]] Result<void> open(const QString &boot);
    [[nodiscard]] bool contains(CommandId command) const { return m_seen.contains(command); }
    /// Whether everything that was ever added is there.
    [[nodiscard]] bool isCertain() const { return m_certain; }
    /// Returns when it is written. StorageFailed: then it must not run.
    [[nodiscard]] Result<void> add(const Message::RunCommand &order);

private:
    void flush();

    QFile m_file;
    QThreadPool m_flusher;
    QTimer m_rest; ///< runs while there is something to flush
    bool m_certain = true;
    QSet<CommandId> m_seen;
};

} // namespace Sonde::Agent
