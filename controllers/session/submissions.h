// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/outputsaves.h"
#include "controllers/tenant/tenantclient.h"
#include "models/session/consolemodel.h"
#include "models/session/typedline.h"

namespace Sonde::Client {

/// Lines on their way to the service: each has its block in the console from the moment it was typed, and waits for the connection when
/// there is none. It ends as a command of the journal, or as a note.
class Submissions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Submissions)

public:
    using SavePlan = std::optional<OutputSaves::Plan>;

    /// All of them outlive it.
    Submissions(TenantClient &client, const CommandRecords &records, ConsoleModel &console, OutputSaves &saves,
        QObject *parent = nullptr);

    /// A number for a submission that nobody has had before.
    [[nodiscard]] static QString newSubmission();
    /// Refuses what is known here to be wrong. With a connection the service decides on lines that are no command too, so that they stand
    /// in the journal; without one nobody waits for an answer that is certain.
    /// @param knowsPlatform the line was checked against the platform of the device itself
    [[nodiscard]] Result<void> check(const TypedLine &line, bool knowsPlatform) const;

    /// Gives the line its block.
    /// @param tracing whether trace is on, which the block of a `trace` line says
    void show(const TypedLine &line, const QString &submission, bool tracing);
    /// To the service; taken() or noted() follows. Its output is written as `save` says.
    void send(const QString &line, const QString &submission, const SavePlan &save);
    /// It does not go to the service; noted() follows, after whoever typed it knows its submission.
    void rejectLater(const QString &submission, const Error &error);

Q_SIGNALS:
    /// The line became this command, whose record is there.
    void taken(const QString &submission, Sonde::CommandId command);
    /// The line became no command.
    void noted(const QString &submission, const Sonde::Error &error);

private:
    void connectionChanged();
    void becameCommand(const QString &submission, CommandId command, const SavePlan &save);
    void reject(const QString &submission, const Error &error);
    void nameCommand(CommandId command);

    TenantClient &m_client;
    const CommandRecords &m_records;
    ConsoleModel &m_console;
    OutputSaves &m_saves;
    QStringList m_open;                       ///< without an answer, in the order typed
    QHash<CommandId, QString> m_unjournalled; ///< commands whose first entry has not come yet
};

} // namespace Sonde::Client
