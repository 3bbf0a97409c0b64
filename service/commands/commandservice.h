// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/commands/approvals.h"
#include "service/library/artifactlibrary.h"
#include "service/library/baselinecommand.h"
#include "service/library/scriptpolicy.h"
#include "service/rates/ratelimit.h"
#include "service/sessions/servicecommands.h"
#include "service/sessions/sessionmanager.h"

namespace Sonde::Service {

/// Takes typed lines: parses, checks, journals, and sees to it that each is done by who does it. Nothing typed is lost: what cannot run is
/// journalled as rejected, with the reason.
class CommandService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandService)

public:
    static constexpr qsizetype MaxOpenPerSession = 100;

    CommandService(Store &store, JournalWriter &journal, SessionRegister &sessions, SessionManager &manager,
        CommandDispatcher &dispatcher, const Inventory &inventory, const Settings &settings, LibraryService &library,
        ArtifactLibrary &artifacts, BaselineCommands &baselines, QObject *parent = nullptr);

    /// Ends what the service itself was doing when it ended, and takes up again what waits for a second person.
    void begin();

    /// The same submission of a session again gives the same command. An origin that a command may not have is the analyst.
    [[nodiscard]] Result<CommandId> submit(
        const Analyst &analyst, SessionId session, const QString &line, const QString &submission, LineOrigin origin);
    [[nodiscard]] Result<void> cancel(const Analyst &analyst, CommandId command);
    [[nodiscard]] Result<void> setBackground(const Analyst &analyst, CommandId command, bool background);

    /// What waits for a second person.
    [[nodiscard]] const Approvals &approvals() const { return m_approvals; }
    /// Denies those that waited too long when the clock says that it is this time.
    void expireHeld(const QDateTime &now) { m_approvals.sweep(now); }
    /// What the device said that the line would do; ApprovalUnknown.
    [[nodiscard]] Result<Message::ApprovalPlan> approvalPlan(CommandId command);
    /// Approved, the line is run as it was shown, for `owner`, whose it is and who may what he may now; what has changed meanwhile is
    /// looked at again, and why it was not run is said. ApprovalUnknown; NotPermitted for whoever typed it and who may not decide about
    /// this device; BadValue for a denial without a reason.
    [[nodiscard]] Result<void> decide(
        const Analyst &approver, const Analyst &owner, CommandId command, bool approved, const QString &reason);

Q_SIGNALS:
    void outputStored(Sonde::SessionId session, const Sonde::Message::CommandOutput &chunk);

private:
    [[nodiscard]] Result<Invocation> check(const Analyst &analyst, SessionId session, const QString &line) const;
    [[nodiscard]] std::optional<std::vector<LibraryBlob>> goesAlong(
        const Invocation &invocation, const DeviceId &device);
    [[nodiscard]] Result<const CommandRecord *> openCommand(const Analyst &analyst, CommandId command) const;
    [[nodiscard]] Result<void> checkHoldable(
        const Subject &subject, const Event::ApprovalRequested &asked, LineOrigin origin) const;
    void hold(const Analyst &analyst, const Subject &subject, Event::ApprovalRequested asked);
    [[nodiscard]] CommandId planOf(SessionId session, const Invocation &invocation) const;
    [[nodiscard]] HeldLine heldLine(
        const QString &analyst, const Subject &subject, const Event::ApprovalRequested &asked, const QDateTime &time);
    [[nodiscard]] Result<Event::CommandAccepted> lookAgain(const Analyst &owner, const HeldLine &line);
    /// Nobody decided: it is given up, or its time is over.
    void withdraw(const QString &actor, CommandId command, const Error &error);
    void takeUpHeld();
    void accept(const Analyst &analyst, const Subject &subject, const Event::CommandAccepted &command);
    void serve(const Analyst &analyst, const Subject &subject, const Invocation &invocation);
    void finish(
        const Analyst &analyst, const Subject &subject, const Invocation &invocation, const ServiceAnswer &answer);

    using Answer = ServiceAnswer (CommandService::*)(const Analyst &, const Subject &, const Invocation &);
    struct ServiceVerb {
        const Verb &verb;
        Answer answer;
    };
    static const ServiceVerb ServiceVerbs[];
    [[nodiscard]] ServiceAnswer answerTo(const Analyst &analyst, const Subject &subject, const Invocation &invocation);
    [[nodiscard]] ServiceAnswer jobs(const Analyst &analyst, const Subject &subject, const Invocation &invocation);
    [[nodiscard]] ServiceAnswer status(const Analyst &analyst, const Subject &subject, const Invocation &invocation);
    [[nodiscard]] ServiceAnswer fg(const Analyst &analyst, const Subject &subject, const Invocation &invocation);
    [[nodiscard]] ServiceAnswer library(const Analyst &analyst, const Subject &subject, const Invocation &invocation);

    Store &m_store;
    JournalWriter &m_journal;
    SessionRegister &m_sessions;
    SessionManager &m_manager;
    CommandDispatcher &m_dispatcher;
    const Inventory &m_inventory;
    const Settings &m_settings;
    LibraryService &m_library;
    ArtifactLibrary &m_artifacts;
    BaselineCommands &m_baselines;
    const ScriptPolicy m_scripts;
    Approvals m_approvals;
    RateLimit m_lines;
};

} // namespace Sonde::Service
