// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/submissions.h"

#include "protocol/base/reason.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

Submissions::Submissions(
    TenantClient &client, const CommandRecords &records, ConsoleModel &console, OutputSaves &saves, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_records(records)
    , m_console(console)
    , m_saves(saves)
{
    connect(&m_client, &TenantClient::stateChanged, this, &Submissions::connectionChanged);
    connect(&m_records, &CommandRecords::changed, this, &Submissions::nameCommand);
}

QString Submissions::newSubmission()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void Submissions::connectionChanged()
{
    for (const QString &submission : std::as_const(m_open))
        m_console.setWaiting(submission, !m_client.isOnline());
}

Result<void> Submissions::check(const TypedLine &line, bool knowsPlatform) const
{
    if (m_records.isEnded())
        return fail(ErrorCode::SessionClosed, m_records.id().toString());
    if (!line.invocation)
        return m_client.isOnline() ? Result<void>() : std::unexpected(line.invocation.error());
    if (line.command->runs == Runs::Console && !line.invocation->toFile.isEmpty())
        return fail(ErrorCode::NotSupported, line.command->verb, Reason::OutputMadeHere);
    if (!m_client.isOnline() && knowsPlatform && line.notOffered)
        return std::unexpected(*line.notOffered);
    return {};
}

void Submissions::show(const TypedLine &line, const QString &submission, bool tracing)
{
    CommandRecord record;
    record.session = m_records.id();
    record.line = line.text;
    record.invocation = line.invocation.value_or(Invocation());
    record.accepted = QDateTime::currentDateTimeUtc();
    ConsoleModel::Block block;
    block.record = std::make_shared<const CommandRecord>(std::move(record));
    block.submission = submission;
    block.waiting = !m_client.isOnline();
    if (line.command && line.command->has(Trait::TracesConsole))
        block.tracing = tracing;
    m_console.appendLocal(std::move(block));
}

void Submissions::send(const QString &line, const QString &submission, const SavePlan &save)
{
    m_open.append(submission);
    const Message::SubmitLine message{.session = m_records.id(), .line = line, .submission = submission};
    m_client.request<Message::LineTaken>(
        message, this, [this, submission, save](const Result<Message::LineTaken> &answer) {
            m_open.removeOne(submission);
            if (answer)
                becameCommand(submission, answer->command, save);
            else
                reject(submission, answer.error());
        });
}

void Submissions::becameCommand(const QString &submission, CommandId command, const SavePlan &save)
{
    m_console.adopt(submission, command);
    // The service answers at once; its journal is pushed by turns.
    m_unjournalled.insert(command, submission);
    if (m_records.command(command))
        nameCommand(command);
    if (save)
        m_saves.add(command, *save);
}

void Submissions::nameCommand(CommandId command)
{
    if (const QString submission = m_unjournalled.take(command); !submission.isEmpty())
        Q_EMIT taken(submission, command);
}

void Submissions::reject(const QString &submission, const Error &error)
{
    m_console.reject(submission, error);
    Q_EMIT noted(submission, error);
}

void Submissions::rejectLater(const QString &submission, const Error &error)
{
    QMetaObject::invokeMethod(this, [this, submission, error] { reject(submission, error); }, Qt::QueuedConnection);
}

} // namespace Sonde::Client

#include "moc_submissions.cpp"
