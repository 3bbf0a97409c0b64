// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandrecords.h"

namespace Sonde::Client {

/// The records of a session whose journal says what a test wants.
class RecordedSession final
{
public:
    CommandRecords records{SessionId(1)};

    RecordedSession() { records.apply({entry({}, Event::SessionCreated{})}); }

    /// Says by entries what `record` says: of a command that is not known yet all of it, else what happened to it since.
    void put(const CommandRecord &record)
    {
        std::vector<JournalEntry> entries;
        if (!records.command(record.id)) {
            entries.push_back(
                entry(record.id, Event::CommandAccepted{record.line, record.invocation, record.file, record.origin}));
            entries.back().time = record.accepted;
        }
        if (record.state == CommandState::Pending)
            entries.push_back(entry(record.id, Event::CommandSent{}));
        if (record.state == CommandState::Running)
            entries.push_back(entry(record.id, Event::CommandStarted{}));
        if (isFinal(record.state))
            entries.push_back(entry(record.id, finished(record)));
        records.apply(entries);
    }
    void setWorkingDirectory(const QString &directory)
    {
        Event::CommandFinished last;
        last.workingDirectory = directory;
        records.apply({entry({}, last)});
    }

private:
    [[nodiscard]] JournalEntry entry(CommandId command, JournalEvent event)
    {
        JournalEntry entry;
        entry.number = ++m_lastNumber;
        entry.time = QDateTime::currentDateTimeUtc();
        entry.session = records.id();
        entry.command = command;
        entry.event = std::move(event);
        return entry;
    }
    [[nodiscard]] static Event::CommandFinished finished(const CommandRecord &record)
    {
        Event::CommandFinished finished;
        finished.state = record.state;
        finished.errors = record.errors;
        finished.chunks = record.chunks;
        finished.rows = record.rows;
        finished.duration = record.duration;
        finished.exitStatus = record.exitStatus;
        return finished;
    }

    quint64 m_lastNumber = 0;
};

} // namespace Sonde::Client
