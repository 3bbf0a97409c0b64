// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandrecords.h"

namespace Sonde::Client {

CommandRecords::CommandRecords(SessionId session, QObject *parent)
    : QObject(parent)
{
    m_unknown.id = session;
}

const SessionRecord &CommandRecords::session() const
{
    const SessionRecord *known = m_projection.session(m_unknown.id);
    return known ? *known : m_unknown;
}

void CommandRecords::apply(const std::vector<JournalEntry> &entries)
{
    const quint64 before = lastNumber();
    std::map<CommandId, Before> touched;
    for (const JournalEntry &entry : entries) {
        if (entry.session == id() && entry.number > lastNumber())
            applyOne(entry, touched);
    }
    for (const auto &[command, was] : touched)
        publish(command, was);
    if (lastNumber() > before)
        Q_EMIT sessionChanged();
}

void CommandRecords::applyOne(const JournalEntry &entry, std::map<CommandId, Before> &touched)
{
    if (entry.command.isValid()) {
        const CommandRecord *known = command(entry.command);
        touched.try_emplace(entry.command, Before{!known, known && isFinal(known->state)});
        if (!known)
            m_directories.insert(entry.command, session().workingDirectory);
    }
    // What is said of the whole session is said of each.
    if (std::holds_alternative<Event::ContentRemoved>(entry.event)) {
        for (const CommandRecord &known : commands())
            touched.try_emplace(known.id, Before{false, isFinal(known.state)});
    }
    m_projection.apply(entry);
}

void CommandRecords::publish(CommandId command, const Before &before)
{
    if (before.isNew)
        Q_EMIT added(command);
    Q_EMIT changed(command);
    if (!before.wasFinal && isFinal(this->command(command)->state))
        Q_EMIT finished(command);
}

} // namespace Sonde::Client

#include "moc_commandrecords.cpp"
