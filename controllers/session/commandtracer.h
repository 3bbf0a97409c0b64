// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/session/commandtrace.h"

#include <QElapsedTimer>
#include <QSet>

namespace Sonde::Client {

/// Listens to a session's connection while `trace` is on, and tells of each command what happened when.
class CommandTracer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandTracer)

public:
    CommandTracer(TenantClient &client, SessionId session, QObject *parent = nullptr);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }

    /// A line is about to be submitted.
    void typed(const QString &submission);
    /// The analyst can see all of it.
    void rendered(CommandId command);
    /// nullptr: nothing was traced.
    [[nodiscard]] const CommandTrace *trace(CommandId command) const;

Q_SIGNALS:
    /// A few times a second at most.
    void changed(Sonde::CommandId command);

private:
    struct Traced {
        CommandTrace trace;
        qint64 began = 0; ///< nanoseconds of m_clock
    };
    void passed(TenantClient::Way way, const AnyMessage &message);
    void record(const Message::SubmitLine &message, qint64 bytes);
    void record(const Message::LineTaken &message, qint64 bytes);
    void record(const Message::CommandOutput &message, qint64 bytes);
    void record(const Message::JournalEntries &message, qint64 bytes);
    void record(CommandId command, bool outgoing, const QString &what, qint64 bytes);
    Traced &traced(CommandId command);
    void stamp(Traced &what, CommandTrace::Step step) const;
    void addPacket(Traced &what, bool outgoing, const QString &text, qint64 bytes) const;
    [[nodiscard]] CommandTrace::Time sinceBegan(const Traced &what) const;
    void touch(CommandId command);

    TenantClient &m_client;
    SessionId m_session;
    bool m_on = false;
    QElapsedTimer m_clock;
    std::map<CommandId, Traced> m_commands;
    QHash<QString, Traced> m_typed;     ///< by submission, until it is a command
    QHash<quint32, QString> m_requests; ///< submissions by request
    QSet<CommandId> m_touched;
    QTimer m_tell;
};

} // namespace Sonde::Client
