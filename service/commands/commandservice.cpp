// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/commands/commandservice.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "protocol/command/actline.h"
#include "protocol/command/approvalrule.h"
#include "protocol/command/offering.h"
#include "service/library/librarycommand.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// Of one analyst. A line is kept for ever, so a long one costs more.
constexpr TokenBucket::Rate LineRate{2000, 50};
constexpr double LineCostUnits = 256;

/// A line that a front end asks by itself has no block in the console, so it may only be one that lists what the device has: nothing that
/// changes a device may be kept from the eyes of who watches.
bool mayComplete(const Invocation &invocation)
{
    const CommandSpec &command = *Catalogue::instance().find(invocation.verb);
    return command.needs == onDevice(Permission::BasicLiveResponse) && command.runs == Runs::Device
        && !command.identity.isEmpty();
}

CommandId commandOf(const Invocation &invocation)
{
    return CommandId(invocation.value(u"command_id"_s).toULongLong());
}

} // namespace

CommandService::CommandService(Store &store, JournalWriter &journal, SessionRegister &sessions, SessionManager &manager,
    CommandDispatcher &dispatcher, const Inventory &inventory, const Settings &settings, LibraryService &library,
    ArtifactLibrary &artifacts, BaselineCommands &baselines, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_journal(journal)
    , m_sessions(sessions)
    , m_manager(manager)
    , m_dispatcher(dispatcher)
    , m_inventory(inventory)
    , m_settings(settings)
    , m_library(library)
    , m_artifacts(artifacts)
    , m_baselines(baselines)
    , m_scripts(library, settings)
    , m_lines(LineRate)
{
    connect(&m_manager, &SessionManager::ended, this, [this](SessionId session) {
        m_store.dropSubmissions(session);
        for (const CommandId command : m_approvals.of(session))
            withdraw(ServiceActor, command, sessionEnded(*m_sessions.session(session)));
    });
    connect(&m_approvals, &Approvals::overdue, this, [this](CommandId command) {
        withdraw(ServiceActor, command, {ErrorCode::ApprovalExpired, m_approvals.find(command)->asked.line, {}, {}});
    });
}

void CommandService::begin()
{
    const auto open = m_sessions.open();
    for (const auto &[command, session] : open.asKeyValueRange()) {
        const CommandRecord &record = *m_sessions.command(command);
        if (Catalogue::instance().find(record.invocation.verb)->runs == Runs::Device)
            continue;
        const Subject subject{m_sessions.session(session)->device, session, command};
        m_journal.append(ServiceActor, subject,
            Event::CommandFinished{CommandState::Interrupted,
                {errorBecause(Reason::SeenBeforeRestart, ErrorCode::Interrupted, record.invocation.verb)},
                m_store.outputCount(command), {}, {}, {}, {}, {}, {}});
    }
    takeUpHeld();
}

Result<CommandId> CommandService::submit(
    const Analyst &analyst, SessionId session, const QString &line, const QString &submission, LineOrigin origin)
{
    if (const auto allowed = m_manager.requireAccess(analyst, session); !allowed)
        return std::unexpected(allowed.error());
    if (!submission.isEmpty()) {
        if (const CommandId before = m_store.submitted(session, submission); before.isValid())
            return before;
    }
    const QString &user = analyst.name.value();
    if (const double cost = 1 + double(line.size()) / LineCostUnits; !m_lines.allow(user, cost))
        return fail(ErrorCode::RateLimited, user)
            .with(Fact::RetryAfter, qint64(m_lines.retryAfter(user, cost).count()));
    const Subject subject{m_sessions.session(session)->device, session, m_sessions.nextCommand()};
    if (!submission.isEmpty())
        m_store.addSubmission(session, submission, subject.command);
    const auto invocation = check(analyst, session, line);
    const auto file = invocation.and_then([this](const Invocation &checked) { return m_scripts.admit(checked); });
    const bool completes = origin == LineOrigin::Completion && invocation && mayComplete(*invocation);
    const QString rules = m_inventory.record(subject.device).approval.value_or(QString());
    if (file && needsApproval(rules, *invocation)) {
        const Event::ApprovalRequested asked{line, *invocation, *file, {}, {}};
        if (const auto holdable = checkHoldable(subject, asked, origin))
            hold(analyst, subject, asked);
        else
            m_journal.append(user, subject, Event::CommandRejected{line, holdable.error()});
    } else if (file)
        accept(analyst, subject,
            {line, *invocation, *file, completes ? std::optional(origin) : std::nullopt,
                goesAlong(*invocation, subject.device)});
    else
        m_journal.append(analyst.name.value(), subject, Event::CommandRejected{line, file.error()});
    return subject.command;
}

/// What of the library a command takes along, besides the file it is about.
std::optional<std::vector<LibraryBlob>> CommandService::goesAlong(const Invocation &invocation, const DeviceId &device)
{
    return invocation.has(Trait::Collects)
        ? std::optional(m_artifacts.goesAlong(m_inventory.record(device).facts.platform))
        : m_scripts.examinedBy(invocation);
}

Result<Invocation> CommandService::check(const Analyst &analyst, SessionId session, const QString &line) const
{
    auto invocation = parseLine(line);
    if (!invocation)
        return invocation;
    const CommandSpec &command = *Catalogue::instance().find(invocation->verb);
    const DeviceRecord device = m_inventory.record(m_sessions.session(session)->device);
    const DeviceAccess access{analyst.grants, device.group, device.facts.never.value_or(QStringList())};
    if (const auto refusal = notOffered(command, access, device.facts.platform))
        return std::unexpected(*refusal);
    if (const auto refusal = notPermitted(*invocation, access))
        return std::unexpected(*refusal);
    if (const auto whole = checkActLine(*invocation); !whole)
        return std::unexpected(whole.error());
    if (m_settings.isOn(TenantSetting::ActReason) && changesDevice(*invocation)
        && invocation->value(u"reason"_s).trimmed().isEmpty())
        return fail(ErrorCode::ReasonMissing, command.verb)
            .with(Fact::Setting, settingKey(TenantSetting::ActReason))
            .with(Fact::Role, Role::SecurityAdministrator);
    if (!m_settings.isOn(TenantSetting::LiveResponse) && command.runs == Runs::Device)
        return fail(ErrorCode::LiveResponseOff, command.verb).with(Fact::Role, Role::SecurityAdministrator);
    if (command.runs == Runs::Device && device.automationLevel == Codec::wireName(RemediationLevel::None))
        return fail(ErrorCode::AutomationNone, device.group)
            .with(Fact::Group, device.group)
            .with(Fact::Role, roleWith(Permission::Authorization));
    if (command.runs == Runs::Device && device.facts.server && !device.serverException.value_or(false)
        && !m_settings.isOn(TenantSetting::LiveResponseServers))
        return fail(ErrorCode::ServersOff, device.facts.name).with(Fact::Role, Role::SecurityAdministrator);
    if (command.runs == Runs::Device && m_sessions.openOf(session).size() >= MaxOpenPerSession)
        return fail(ErrorCode::LimitReached, command.verb, Reason::TooManyCommands)
            .with(Fact::Limit, MaxOpenPerSession);
    return invocation;
}

void CommandService::accept(const Analyst &analyst, const Subject &subject, const Event::CommandAccepted &command)
{
    const Invocation &invocation = command.invocation;
    m_journal.append(analyst.name.value(), subject, command);
    if (Catalogue::instance().find(invocation.verb)->runs != Runs::Device)
        return serve(analyst, subject, invocation);
    if (invocation.background)
        m_journal.append(analyst.name.value(), subject, Event::CommandBackgrounded{true});
    m_dispatcher.dispatch(subject.command);
}

void CommandService::serve(const Analyst &analyst, const Subject &subject, const Invocation &invocation)
{
    if (invocation.verb != Verbs::Baseline.name)
        return finish(analyst, subject, invocation, answerTo(analyst, subject, invocation));
    m_baselines.run(analyst, subject, m_inventory.record(subject.device).facts.name, invocation,
        [this, analyst, subject, invocation](const ServiceAnswer &answer) {
            // Meanwhile its session may have ended, and it with it.
            if (m_sessions.open().contains(subject.command))
                finish(analyst, subject, invocation, answer);
        });
}

void CommandService::finish(
    const Analyst &analyst, const Subject &subject, const Invocation &invocation, const ServiceAnswer &answer)
{
    OutputTally tally;
    if (!answer.rows.isEmpty()) {
        const Message::CommandOutput chunk{subject.command, 0, ChunkFormat::Rows, answer.rowCount, answer.rows};
        m_store.addOutput(chunk);
        tally.add(chunk);
        m_journal.append(ServiceActor, subject, Event::OutputAvailable{});
        Q_EMIT outputStored(subject.session, chunk);
    }
    m_journal.append(ServiceActor, subject,
        Event::CommandFinished{
            answer.state, answer.errors, tally.next(), tally.rows(), tally.bytes(), tally.sha256(), {}, {}, {}});
    if (invocation.has(Trait::EndsSession))
        m_manager.end(analyst.name.value(), subject.session, EndReason::User);
}

// ---- the verbs that the service itself does

const CommandService::ServiceVerb CommandService::ServiceVerbs[]{
    {Verbs::Fg, &CommandService::fg},
    {Verbs::Jobs, &CommandService::jobs},
    {Verbs::Library, &CommandService::library},
    {Verbs::Status, &CommandService::status},
};

/// What the console does for itself comes here only to stand in the journal.
ServiceAnswer CommandService::answerTo(const Analyst &analyst, const Subject &subject, const Invocation &invocation)
{
    if (Catalogue::instance().find(invocation.verb)->runs == Runs::Console)
        return {};
    const auto found = std::ranges::find_if(
        ServiceVerbs, [&invocation](const ServiceVerb &one) { return invocation.verb == one.verb.name; });
    if (found == std::end(ServiceVerbs))
        return {CommandState::Failed, {{ErrorCode::NotSupported, invocation.verb, {}, {}}}, {}, 0};
    return (this->*found->answer)(analyst, subject, invocation);
}

ServiceAnswer CommandService::jobs(const Analyst &, const Subject &subject, const Invocation &)
{
    return answerJobs(m_sessions, m_dispatcher, subject.session, subject.command);
}

ServiceAnswer CommandService::status(const Analyst &, const Subject &subject, const Invocation &invocation)
{
    return answerStatus(m_sessions, m_dispatcher, m_store, subject.session, commandOf(invocation));
}

/// Of its own session, like status: who is in another's acts there.
ServiceAnswer CommandService::fg(const Analyst &analyst, const Subject &subject, const Invocation &invocation)
{
    const CommandId wanted = commandOf(invocation);
    const auto *record = m_sessions.command(wanted);
    if (!record || record->session != subject.session)
        return {CommandState::Failed, {Error{ErrorCode::CommandUnknown, wanted.toString(), {}, {}}}, {}, 0};
    const auto shown = setBackground(analyst, wanted, false);
    return shown ? ServiceAnswer() : ServiceAnswer{CommandState::Failed, {shown.error()}, {}, 0};
}

ServiceAnswer CommandService::library(const Analyst &analyst, const Subject &, const Invocation &invocation)
{
    return answerLibrary(m_library, analyst, invocation);
}

// ---- commands that are not over

Result<const CommandRecord *> CommandService::openCommand(const Analyst &analyst, CommandId command) const
{
    const auto *record = m_sessions.command(command);
    if (!record)
        return fail(ErrorCode::CommandUnknown, command.toString());
    const auto allowed = m_manager.requireAccess(analyst, record->session);
    if (!allowed && allowed.error().code != ErrorCode::SessionClosed)
        return std::unexpected(allowed.error());
    if (isFinal(record->state))
        return fail(ErrorCode::CommandNotRunning, command.toString());
    return record;
}

Result<void> CommandService::cancel(const Analyst &analyst, CommandId command)
{
    return openCommand(analyst, command).transform([&](const CommandRecord *record) {
        if (m_approvals.find(command))
            withdraw(analyst.name.value(), command, {ErrorCode::Cancelled, record->invocation.verb, {}, {}});
        else
            m_dispatcher.cancel(analyst.name.value(), command);
    });
}

Result<void> CommandService::setBackground(const Analyst &analyst, CommandId command, bool background)
{
    return openCommand(analyst, command).transform([&](const CommandRecord *record) {
        const Subject subject{m_sessions.session(record->session)->device, record->session, command};
        if (record->background != background)
            m_journal.append(analyst.name.value(), subject, Event::CommandBackgrounded{background});
    });
}

} // namespace Sonde::Service

#include "moc_commandservice.cpp"
