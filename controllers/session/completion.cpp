// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/completion.h"

#include "controllers/session/submissions.h"

namespace Sonde::Client {

Completion::Completion(TenantClient &client, const CommandRecords &records, CommandOutputs &outputs, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_records(records)
    , m_outputs(outputs)
    , m_sources(records)
{
    connect(&m_client, &TenantClient::stateChanged, this, &Completion::connectionChanged);
    connect(&m_client, &TenantClient::grantsChanged, this, &Completion::connectionChanged);
    connect(&m_outputs, &CommandOutputs::whole, this, &Completion::learn);
    connect(&m_records, &CommandRecords::finished, this, [this](CommandId command) {
        if (m_records.command(command)->origin == LineOrigin::Completion)
            learn(command);
    });
    connectionChanged();
}

void Completion::connectionChanged()
{
    if (m_client.isOnline())
        m_sources.access.grants = m_client.grants();
}

void Completion::setDevice(const DeviceRecord &device)
{
    m_sources.platform = device.facts.platform;
    DeviceAccess access{m_sources.access.grants, device.group, device.facts.never.value_or(QStringList()),
        device.approval.value_or(QString())};
    if (access == m_sources.access)
        return;
    m_sources.access = std::move(access);
    Q_EMIT changed();
}

TypedLine Completion::check(const QString &line) const
{
    return checkLine(line, m_sources.access, m_sources.platform);
}

void Completion::lookUp(const QString &line)
{
    if (check(line).problem() || m_sources.isAsked(line) || m_records.isEnded() || !m_client.isOnline())
        return;
    m_sources.setAsked(line);
    const Message::SubmitLine message{.session = m_records.id(),
        .line = line,
        .submission = Submissions::newSubmission(),
        .origin = LineOrigin::Completion};
    m_client.request<Message::LineTaken>(message, this, [this, line](const Result<Message::LineTaken> &taken) {
        if (!taken)
            setFailed(line, taken.error());
    });
}

void Completion::setFailed(const QString &line, const Error &error)
{
    m_sources.setFailed(line, error);
    Q_EMIT changed();
}

/// Also from what the analyst ran; only of a completion's own line is everything fetched that was not looked at.
void Completion::learn(CommandId id)
{
    const CommandRecord &command = *m_records.command(id);
    const bool isLookup = command.origin == LineOrigin::Completion;
    if (!isFinal(command.state) || (!isLookup && !m_outputs.isShown(id)))
        return;
    if (!isLookup || command.state == CommandState::Completed)
        return learnRows(command);
    setFailed(command.line,
        command.errors.empty() ? Error{ErrorCode::Interrupted, command.line, {}, {}} : command.errors.front());
}

void Completion::learnRows(const CommandRecord &command)
{
    const CommandOutput *output = m_outputs.output(command.id);
    if (!output->whole())
        return;
    m_sources.learn(
        command, m_records.directoryOf(command.id), output->table() ? output->table()->rows() : ResultRows());
    Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_completion.cpp"
