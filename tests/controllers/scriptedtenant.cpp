// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/controllers/scriptedtenant.h"

#include "protocol/proof/statements.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

// ---- the service

void ScriptedTenant::connectChannel(std::unique_ptr<LoopbackChannel> channel)
{
    ++connections;
    m_watched.clear();
    m_channel = std::move(channel);
    connect(m_channel.get(), &Channel::received, this, &ScriptedTenant::receive);
}

void ScriptedTenant::drop()
{
    m_watched.clear();
    m_channel.reset();
}

void ScriptedTenant::receive(const AnyMessage &message)
{
    asked.push_back(message);
    std::visit(
        [this](const auto &request) {
            if constexpr (requires { answer(request); })
                answer(request);
            else if constexpr (requires { request.request; })
                push(Message::Done{request.request});
        },
        message);
}

void ScriptedTenant::push(const AnyMessage &message)
{
    if (m_channel)
        m_channel->send(message);
}

void ScriptedTenant::answer(const Message::Hello &)
{
    Message::Welcome welcome;
    welcome.tenant = u"Test"_s;
    welcome.user = user;
    welcome.level = Level::Advanced;
    welcome.roles = roles;
    welcome.grants = roles.isEmpty() ? builtInGrants({Role::Responder}).all() : builtInGrants(roles).all();
    push(welcome);
}

void ScriptedTenant::answer(const Message::WatchTenant &request)
{
    push(Message::Done{request.request});
    for (size_t at = 0; at < devices.size(); at += 100)
        push(Message::Devices{
            {devices.begin() + qsizetype(at), devices.begin() + qsizetype(std::min(at + 100, devices.size()))}, false});
    push(Message::Devices{{}, true});
    push(Message::Sessions{sessions, true});
}

void ScriptedTenant::answer(const Message::WatchSession &request)
{
    if (watchRefusal)
        return push(Message::Refused{request.request, *watchRefusal});
    if (actingRefusal && request.acts.value_or(false))
        return push(Message::Refused{request.request, *actingRefusal});
    m_watched.insert(request.session);
    push(Message::Done{request.request});
    for (const JournalEntry &entry : entries(request.session, request.after))
        push(Message::JournalEntries{{entry}});
}

std::vector<JournalEntry> ScriptedTenant::entries(SessionId session, quint64 after) const
{
    std::vector<JournalEntry> found;
    std::ranges::copy_if(m_journal, std::back_inserter(found),
        [&](const JournalEntry &entry) { return entry.session == session && entry.number > after; });
    return found;
}

void ScriptedTenant::answer(const Message::SubmitLine &request)
{
    CommandId command = m_submissions.value(request.submission);
    const bool isNew = !command.isValid();
    if (isNew)
        command = CommandId(++m_lastCommand);
    if (answersSubmissions && answersBeforeEntries)
        push(Message::LineTaken{request.request, command});
    if (isNew) {
        m_submissions.insert(request.submission, command);
        m_sessionOf.insert(command, request.session);
        const auto invocation = parseLine(request.line);
        if (invocation)
            append(request.session, command, Event::CommandAccepted{request.line, *invocation, {}, request.origin});
        else
            append(request.session, command, Event::CommandRejected{request.line, invocation.error()});
    }
    if (answersSubmissions && !answersBeforeEntries)
        push(Message::LineTaken{request.request, command});
}

void ScriptedTenant::answer(const Message::FetchOutput &request)
{
    if (outputRefusal)
        return push(Message::Refused{request.request, *outputRefusal});
    const auto &chunks = m_output[request.command];
    for (size_t index = request.from; index < chunks.size() && (!request.count || index < request.from + request.count);
        ++index)
        push(chunks[index]);
    push(Message::Done{request.request});
}

void ScriptedTenant::answer(const Message::FetchJournal &request)
{
    if (journalRefusal)
        return push(Message::Refused{request.request, *journalRefusal});
    auto found = entries(request.session, request.after);
    found.resize(std::min(found.size(), size_t(request.most)));
    push(Message::JournalPage{request.request, found, m_journal.size()});
}

void ScriptedTenant::answer(const Message::MakeSecondFactor &request)
{
    push(Message::SecondFactorSecret{request.request, u"GEZDGNBVGY3TQOJQ"_s});
}

void ScriptedTenant::answer(const Message::ShowSecondFactor &request)
{
    if (codeRefusal)
        push(Message::Refused{request.request, *codeRefusal});
    else
        push(Message::Done{request.request});
}

void ScriptedTenant::answer(const Message::FetchHead &request)
{
    const bool isThere = request.number > 0 && request.number <= quint64(hashes.size());
    Message::JournalHead head{request.request, quint64(hashes.size()), hashes.isEmpty() ? QByteArray() : hashes.last(),
        "signature", isThere ? hashes.at(qsizetype(request.number) - 1) : QByteArray()};
    if (journalKey) {
        head.root = QByteArray("root of " + head.hash);
        head.rootSignature = journalKey->sign(pointText({head.number + (bendsRoot ? 1 : 0), head.hash, *head.root}));
        head.key = journalKey->point();
    }
    push(head);
}

void ScriptedTenant::answer(const Message::FetchActs &request)
{
    constexpr size_t most = 500;
    Message::Acts page{request.request, {}, true};
    for (const ActSummary &act : acts) {
        if (act.changed <= request.after)
            continue;
        if (page.acts.size() == most) {
            page.complete = false;
            break;
        }
        page.acts.push_back(act);
    }
    push(page);
}

/// As many as are asked for of `activity`, by their numbers; only by user, and by one word of what was done.
void ScriptedTenant::answer(const Message::FetchActivity &request)
{
    if (journalRefusal)
        return push(Message::Refused{request.request, *journalRefusal});
    Message::ActivityPage page{request.request, {}, 0, 0, true, activityIndexed, activityLast};
    for (const ActivityRecord &record : activity) {
        const bool isWanted = (request.filter.user.isEmpty() || record.actor == request.filter.user)
            && record.what.contains(request.filter.what) && (request.before == 0 || record.number < request.before);
        if (!isWanted)
            continue;
        if (page.records.size() == request.most) {
            page.complete = false;
            break;
        }
        page.records.push_back(record);
        page.before = record.number;
    }
    push(page);
}

void ScriptedTenant::answer(const Message::StartSession &request)
{
    if (startRefusal)
        return push(Message::Refused{request.request, *startRefusal});
    SessionRecord record;
    record.id = openSession();
    record.device = request.device;
    push(Message::SessionStarted{request.request, record});
}

void ScriptedTenant::answer(const Message::CloseSession &request)
{
    push(Message::Done{request.request});
    append(request.session, {}, Event::SessionDisconnected{});
}

void ScriptedTenant::answer(const Message::AskCancel &request)
{
    push(Message::Done{request.request});
    append(m_sessionOf.value(request.command), request.command, Event::CancelAsked{});
}

void ScriptedTenant::answer(const Message::SetBackground &request)
{
    push(Message::Done{request.request});
    append(m_sessionOf.value(request.command), request.command, Event::CommandBackgrounded{request.background});
}

void ScriptedTenant::answer(const Message::FetchApprovalPlan &request)
{
    if (approvalPlan)
        push(approvalPlan(request));
}

void ScriptedTenant::answer(const Message::OpenEvidence &request)
{
    give(request.request,
        openEvidence ? openEvidence(request.command) : fail(ErrorCode::EvidenceUnknown, request.command.toString()));
}

void ScriptedTenant::answer(const Message::OpenLibraryFile &request)
{
    give(request.request, openLibraryFile ? openLibraryFile(request) : fail(ErrorCode::NotFound, request.name));
}

void ScriptedTenant::give(quint32 request, Result<Message::Ticket> ticket)
{
    if (!ticket)
        return push(Message::Refused{request, ticket.error()});
    ticket->request = request;
    push(*ticket);
}

void ScriptedTenant::answer(const Message::FetchEligibility &request)
{
    if (eligibilityRefusal)
        return push(Message::Refused{request.request, *eligibilityRefusal});
    Message::Eligibility eligibility;
    eligibility.request = request.request;
    eligibility.recent = sessions;
    push(eligibility);
}

SessionId ScriptedTenant::openSession()
{
    const SessionId session(++m_lastSession);
    append(session, {}, Event::SessionCreated{});
    append(session, {}, Event::SessionConnected{});
    return session;
}

void ScriptedTenant::append(SessionId session, CommandId command, JournalEvent event)
{
    JournalEntry entry;
    entry.number = m_journal.size() + 1;
    entry.time = QDateTime::currentDateTimeUtc();
    entry.actor = actor;
    entry.session = session;
    entry.command = command;
    entry.event = std::move(event);
    m_journal.push_back(entry);
    if (!m_watched.contains(session))
        return;
    push(Message::JournalEntries{{entry}});
    if (repeatsEntries)
        push(Message::JournalEntries{entries(session, 0)});
}

CommandId ScriptedTenant::accept(SessionId session, const QString &line)
{
    const CommandId command(++m_lastCommand);
    m_sessionOf.insert(command, session);
    append(session, command, Event::CommandAccepted{line, parseLine(line).value()});
    append(session, command, Event::CommandStarted{});
    return command;
}

void ScriptedTenant::addOutput(CommandId command, ChunkFormat format, const QByteArray &bytes, quint32 rows)
{
    auto &chunks = m_output[command];
    chunks.push_back({command, quint32(chunks.size()), format, rows, bytes});
    if (pushesOutput)
        push(chunks.back());
}

void ScriptedTenant::finish(CommandId command, CommandState state, std::vector<Error> errors)
{
    Event::CommandFinished finished;
    finished.state = state;
    finished.errors = std::move(errors);
    finished.chunks = quint32(m_output[command].size());
    for (const auto &chunk : m_output[command]) {
        finished.rows += chunk.rows;
        finished.bytes += quint64(chunk.bytes.size());
    }
    finished.duration = std::chrono::milliseconds(20);
    append(m_sessionOf.value(command), command, finished);
}

// ---- the way to it

void LoopbackLink::open(const Credentials &credentials)
{
    lastCredentials = credentials;
    if (!m_tenant.up || m_tenant.signInRefusal) {
        const Error reason = m_tenant.up ? *m_tenant.signInRefusal : Error{ErrorCode::CannotConnect, {}, {}, {}};
        QMetaObject::invokeMethod(this, [this, reason] { finish(reason); }, Qt::QueuedConnection);
        return;
    }
    auto [here, there] = LoopbackChannel::makePair();
    m_channel = std::move(here);
    connect(m_channel.get(), &Channel::received, this, &TenantLink::received);
    connect(m_channel.get(), &Channel::fellSilent, this, &TenantLink::fellSilent);
    connect(m_channel.get(), &Channel::closed, this, &LoopbackLink::finish);
    m_tenant.connectChannel(std::move(there));
    QMetaObject::invokeMethod(this, &TenantLink::opened, Qt::QueuedConnection);
}

void LoopbackLink::send(const AnyMessage &message)
{
    if (m_channel)
        m_channel->send(message);
}

void LoopbackLink::close()
{
    if (m_channel)
        m_channel->close({ErrorCode::Interrupted, {}, {}, {}});
}

void LoopbackLink::forget()
{
    QMetaObject::invokeMethod(this, &TenantLink::forgotten, Qt::QueuedConnection);
}

void LoopbackLink::finish(const Error &reason)
{
    if (m_channel)
        m_channel.release()->deleteLater();
    Q_EMIT closed(reason);
}

} // namespace Sonde::Client
