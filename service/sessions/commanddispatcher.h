// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/inventory/agentrouter.h"
#include "service/rates/ratelimit.h"
#include "service/sessions/devicecommand.h"
#include "service/sessions/policy.h"
#include "service/sessions/sessionregister.h"

#include <map>

namespace Sonde::Service {

/// The life of commands that run on devices: sent when the device is there, followed through output and end, cancelled, cut off at their
/// deadline, and reconciled with what an agent says it holds whenever it connects.
///
/// At most once: an agent refuses an id it has seen, so a RunCommand may be repeated after any crash on either side.
class CommandDispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandDispatcher)

public:
    /// After its time limit a device has this long to say so itself.
    static constexpr std::chrono::seconds DeadlineGrace{10};
    /// How long a device may take to answer a cancel.
    static constexpr std::chrono::seconds CancelPatience{10};

    /// Takes up the commands that are open in the journal.
    CommandDispatcher(Store &store, JournalWriter &journal, SessionRegister &sessions, AgentRouter &router,
        const Settings &settings, QObject *parent = nullptr);

    /// An accepted command; it is sent as soon as its session and its device allow.
    void dispatch(CommandId command);
    /// Sends what waited for the session to be connected.
    void dispatchWaiting(SessionId session);
    /// The truth about it follows in the journal. One that is not open stays as it ended.
    void cancel(const QString &actor, CommandId command);
    /// How far an open command is: what the device said last, and what has come of its output ("41 % of 2048 bytes", "12 folders, 300 rows");
    /// empty: neither.
    [[nodiscard]] QString progress(CommandId command) const;
    /// What has come of an open command's output so far; nothing of one that is not open.
    [[nodiscard]] const OutputTally *output(CommandId command) const;
    /// It moves: its time limit counts from now.
    void touch(CommandId command);

Q_SIGNALS:
    void outputStored(Sonde::SessionId session, const Sonde::Message::CommandOutput &chunk);
    void progressed(Sonde::SessionId session, const Sonde::Message::CommandProgress &progress);
    /// An open command of this device has a file to send, or needs its library file.
    void evidenceOffered(const Sonde::Service::Subject &subject, const Sonde::SourceFile &file);
    /// `sha256`: which, of a command that wants several; may be empty.
    void blobWanted(const Sonde::Service::Subject &subject, const QByteArray &sha256);
    void finished(Sonde::SessionId session, Sonde::CommandId command, Sonde::CommandState state,
        const std::vector<Sonde::Error> &errors);

private:
    DeviceCommand &track(CommandId command, SessionId session);
    void trySend(DeviceCommand &command);
    /// Two acts never overlap on a device.
    [[nodiscard]] bool mustWaitForAct(const DeviceCommand &command) const;
    void sendNextAct(const DeviceId &device);
    [[nodiscard]] QString analystOf(CommandId command) const;
    enum class Sending { First, Again };
    void sendRun(const DeviceCommand &command, Sending sending);
    void armDeadline(DeviceCommand &command, const QDateTime &sentAt);
    void expire(CommandId command);
    [[nodiscard]] bool isResumable(CommandId command) const;

    void agentReady(const DeviceId &device, const Message::AgentState &state);
    void reconcile(DeviceCommand &command, bool held);
    void receive(const DeviceId &device, const AnyMessage &message);
    void started(DeviceCommand &command, const Message::CommandStarted &message);
    void output(DeviceCommand &command, const Message::CommandOutput &chunk);
    /// False when it is a report that cannot be read; any other chunk is none of the journal's.
    [[nodiscard]] bool journalReport(
        const Subject &subject, const CommandRecord &record, const Message::CommandOutput &chunk);
    void lateOutput(const DeviceId &device, const Message::CommandOutput &chunk);
    /// A command that acts on this device, also one that has ended long ago.
    [[nodiscard]] std::optional<CommandRecord> recalledAct(const DeviceId &device, CommandId id) const;
    void enforceLimits(DeviceCommand &command);
    void ended(DeviceCommand &command, const Message::CommandEnded &message);
    void cancelAnswered(DeviceCommand &command, const Message::CancelAnswer &answer);
    void confirmCancel(const DeviceCommand &command, CancelResult result, const QString &actor);
    /// It is open no more; a second end of it is none.
    void finish(DeviceCommand &command, const QString &actor, const Message::CommandEnded &end);
    /// An end that the device did not report.
    void finishUnheard(DeviceCommand &command, CommandState state, std::vector<Error> errors);
    void foreignCommand(const DeviceId &device, const AnyMessage &message);
    /// Writes down that a device speaks of what nobody asked of it: broken, hostile, or the service was put back.
    void noteInvented(const DeviceId &device, CommandId command);
    /// Ends the connection of a device that says of its command what cannot be.
    void refuse(const DeviceCommand &command, const QString &reason);

    [[nodiscard]] DeviceCommand *find(CommandId command) const;
    [[nodiscard]] static Subject subjectOf(const DeviceCommand &command)
    {
        return {command.device, command.session, command.id};
    }
    [[nodiscard]] std::chrono::milliseconds timeLimit(CommandId command) const;

    Store &m_store;
    JournalWriter &m_journal;
    SessionRegister &m_sessions;
    AgentRouter &m_router;
    const Settings &m_settings;
    RateLimit m_invented;                        ///< by device, how often that is written down
    std::map<CommandId, DeviceCommand *> m_open; ///< children
};

} // namespace Sonde::Service
