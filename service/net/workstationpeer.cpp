// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/workstationpeer.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "service/identity/username.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

constexpr quint32 RecentSessions = 20;
/// Of a listing in one message.
constexpr qsizetype MostListed = 512 * 1024;

/// Of requests, in the long run: who opens a window with many sessions asks for much at once.
constexpr TokenBucket::Rate MessageRate{2000, 500};
constexpr qsizetype MostWatched = 256;
/// Long answers that are under way at the same time.
constexpr size_t MostAnswers = 16;

/// The records from `from` on that fit into one message; one at least.
template<typename T>
std::vector<T> slice(const std::vector<T> &all, size_t from)
{
    std::vector<T> fitting;
    qsizetype bytes = 0;
    for (size_t at = from; at < all.size() && fitting.size() < size_t(MaxBatch); ++at) {
        bytes += Codec::toBytes(all.at(at)).size();
        if (bytes > MostListed && !fitting.empty())
            break;
        fitting.push_back(all.at(at));
    }
    return fitting;
}

} // namespace

WorkstationPeer::WorkstationPeer(
    const Analyst &analyst, std::unique_ptr<Channel> channel, Tenant &tenant, QObject *parent)
    : Peer(std::move(channel), tenant.turn, MessageRate, parent)
    , m_analyst(analyst)
    , m_tenant(tenant)
    , m_access(m_analyst, tenant)
    , m_queue(*this, this->channel())
{
    connect(this, &Peer::closed, this, &WorkstationPeer::leaveAll);
    connect(&m_tenant.feed, &Feed::entries, this, &WorkstationPeer::sendEntries);
    connect(&m_tenant.feed, &Feed::devices, this, &WorkstationPeer::sendDevices);
    connect(&m_tenant.feed, &Feed::sessions, this, &WorkstationPeer::sendSessions);
    connect(&m_tenant.dispatcher, &CommandDispatcher::outputStored, this, &WorkstationPeer::sendOutput);
    connect(&m_tenant.dispatcher, &CommandDispatcher::progressed, this, &WorkstationPeer::sendProgress);
    connect(&m_tenant.commands, &CommandService::outputStored, this, &WorkstationPeer::sendOutput);
    connect(&m_tenant.acts, &ActRegister::changed, this, [this] {
        if (m_followsActs)
            send(Message::ActsChanged{});
    });
    connect(&m_tenant.library, &LibraryService::changed, this, [this] { send(Message::LibraryChanged{}); });
}

WorkstationPeer::~WorkstationPeer()
{
    m_tenant.watchers.removeAll(this);
}

void WorkstationPeer::greeted()
{
    settled();
    m_analyst.grants = grantsNow(); // since it came they may be others
    const Policy policy = policyOf(m_tenant.settings.values());
    const bool isAdvanced = m_analyst.grants.anywhere().contains(Permission::AdvancedLiveResponse);
    send(Message::Welcome{u"Sonde"_s, m_analyst.name, m_analyst.roles, isAdvanced ? Level::Advanced : Level::Basic,
        quint32(policy.tenantSessions), quint32(policy.userSessions), policy.inactivity, m_tenant.manager.countsFrom(),
        m_analyst.grants.all()});
    publishSettings();
    connect(&m_tenant, &Tenant::settingsChanged, this, &WorkstationPeer::publishSettings);
    connect(&m_tenant, &Tenant::accessChanged, this, &WorkstationPeer::followAccess);
    connect(&m_tenant.commands.approvals(), &Approvals::changed, this, &WorkstationPeer::publishApprovals);
    connect(&m_tenant.watchers, &SessionWatchers::changed, this, &WorkstationPeer::publishWatchers);
    connect(&m_tenant, &Tenant::breakGlassChanged, this, &WorkstationPeer::publishBreakGlass);
    connect(&m_tenant, &Tenant::secondFactorChanged, this, &WorkstationPeer::followSecondFactor);
    m_secondFactorEnd.setSingleShot(true);
    connect(&m_secondFactorEnd, &QTimer::timeout, this, [this] { followSecondFactor(m_analyst.name); });
    sendSecondFactor(0);
    publishElevations();
    publishApprovals();
    if (const auto until = m_tenant.breakGlassUntil())
        publishBreakGlass({BreakGlassAccount, until, {}});
}

void WorkstationPeer::handle(const AnyMessage &message)
{
    std::visit(
        [this]<typename T>(const T &request) {
            if constexpr (requires { serve(request); }) {
                if (const auto allowed = allow(request); !allowed)
                    refuseRequest(request.request, allowed.error());
                else
                    serve(request);
            } else if constexpr (std::same_as<T, Message::ProtocolError>)
                close(request.error);
            else
                violate(u"not a message of a workstation"_s);
        },
        message);
}

template<typename Request>
Result<void> WorkstationPeer::allow(const Request &request) const
{
    const auto allowed = m_access.require(request);
    if constexpr (!actsInSession<Request>) {
        return allowed;
    } else if constexpr (requires { request.session; }) {
        return allowed.and_then([&] { return requireSteppedIn(request.session); });
    } else {
        const auto *command = m_tenant.sessions.command(request.command);
        return allowed.and_then([&] { return requireSteppedIn(command ? command->session : SessionId()); });
    }
}

void WorkstationPeer::reply(quint32 request, const Result<void> &result)
{
    if (result)
        send(Message::Done{request});
    else
        refuseRequest(request, result.error());
}

// ---- sessions and commands

void WorkstationPeer::serve(const Message::StartSession &request)
{
    const auto session = m_tenant.manager.start(m_analyst, request.device, request.reason, request.takeOver);
    if (session)
        send(Message::SessionStarted{request.request, *session});
    else
        refuseRequest(request.request, session.error());
}

void WorkstationPeer::serve(const Message::CloseSession &request)
{
    reply(request.request, m_tenant.manager.close(m_analyst, request.session));
}

void WorkstationPeer::serve(const Message::SubmitLine &request)
{
    const auto command =
        m_tenant.commands.submit(m_analyst, request.session, request.line, request.submission, request.origin);
    if (command)
        send(Message::LineTaken{request.request, *command});
    else
        refuseRequest(request.request, command.error());
}

void WorkstationPeer::serve(const Message::AskCancel &request)
{
    reply(request.request, m_tenant.commands.cancel(m_analyst, request.command));
}

void WorkstationPeer::serve(const Message::SetBackground &request)
{
    reply(request.request, m_tenant.commands.setBackground(m_analyst, request.command, request.background));
}

// ---- watching

void WorkstationPeer::serve(const Message::WatchSession &request)
{
    if (m_watched.size() >= MostWatched && !m_watched.contains(request.session))
        return refuseRequest(request.request,
            Error{ErrorCode::LimitReached, request.session.toString(), {}, {}}.with(Fact::Limit, MostWatched));
    if (request.acts.value_or(false) && isOthers(request.session)) {
        if (const auto allowed = m_tenant.manager.requireAccess(m_analyst, request.session); !allowed)
            return refuseRequest(request.request, allowed.error());
        // It is written down each time, and a full disk keeps its reserve for what has to be.
        if (!m_watched.value(request.session).acts && m_tenant.turn.isFull())
            return refuseRequest(request.request, m_tenant.turn.whyFull());
        if (!m_watched.value(request.session).acts && !m_tenant.steps.allow(m_analyst.name.value()))
            return refuseRequest(request.request,
                Error{ErrorCode::RateLimited, m_analyst.name.value(), {}, {}}.with(
                    Fact::RetryAfter, qint64(m_tenant.steps.retryAfter(m_analyst.name.value()).count())));
    }
    Watch &watch = m_watched[request.session];
    watch = {request.after, false, request.journalOnly.value_or(false), watch.acts};
    if (request.acts)
        setActing(request.session, *request.acts);
    send(Message::Done{request.request});
    m_queue.add([this, session = request.session] { return nextOfHistory(session); });
    noteWatching(request.session);
}

/// Nobody reads along unseen in what somebody does just now. Whoever reads only what was typed reads the past.
void WorkstationPeer::noteWatching(SessionId session)
{
    const Watch watch = m_watched.value(session);
    if (!m_tenant.sessions.isLive(session) || (watch.journalOnly && !watch.acts))
        m_tenant.watchers.remove(session, this);
    else if (isOthers(session))
        m_tenant.watchers.add(session, m_analyst.name.value(), this);
    if (!m_tenant.watchers.of(session).isEmpty())
        publishWatchers(session);
}

// ---- acting in sessions of others

/// It goes on, and is somebody else's.
bool WorkstationPeer::isOthers(SessionId session) const
{
    return m_tenant.sessions.isLive(session) && m_tenant.sessions.session(session)->createdBy != m_analyst.name.value();
}

Result<void> WorkstationPeer::requireSteppedIn(SessionId session) const
{
    if (!isOthers(session) || m_watched.value(session).acts)
        return {};
    return fail(ErrorCode::NotPermitted, session.toString(), Reason::NotSteppedIn)
        .with(Fact::Holder, m_tenant.sessions.session(session)->createdBy);
}

void WorkstationPeer::setActing(SessionId session, bool acts)
{
    const auto watch = m_watched.find(session);
    if (watch == m_watched.end() || !isOthers(session) || std::exchange(watch->acts, acts) == acts)
        return;
    const Subject subject{.device = m_tenant.sessions.session(session)->device, .session = session};
    m_tenant.journal.append(
        m_analyst.name.value(), subject, acts ? JournalEvent(Event::SteppedIn{}) : JournalEvent(Event::SteppedBack{}));
}

void WorkstationPeer::leaveAll()
{
    for (const SessionId session : m_watched.keys())
        setActing(session, false);
    m_tenant.watchers.removeAll(this);
}

void WorkstationPeer::publishWatchers(SessionId session)
{
    if (m_watched.contains(session))
        send(Message::SessionWatchers{session, m_tenant.watchers.of(session)});
}

std::optional<AnyMessage> WorkstationPeer::nextOfHistory(SessionId session)
{
    const auto watch = m_watched.find(session);
    if (watch == m_watched.end() || watch->caughtUp)
        return {};
    auto batches = inBatches(m_tenant.store.entries(watch->told, MaxBatch, session));
    if (batches.empty()) {
        watch->caughtUp = true;
        return {};
    }
    watch->told = batches.front().back().number;
    return Message::JournalEntries{std::move(batches.front())};
}

void WorkstationPeer::serve(const Message::UnwatchSession &request)
{
    setActing(request.session, false);
    m_watched.remove(request.session);
    m_tenant.watchers.remove(request.session, this);
    send(Message::Done{request.request});
}

void WorkstationPeer::serve(const Message::WatchTenant &request)
{
    m_watchesTenant = true;
    send(Message::Done{request.request});
    m_queue.add(
        [this, ids = m_tenant.inventory.ids(), at = qsizetype(0), over = false]() mutable -> std::optional<AnyMessage> {
            if (over)
                return {};
            Message::Devices batch;
            qsizetype bytes = 0;
            for (; at < ids.size() && qsizetype(batch.devices.size()) < MaxBatch && bytes < MostListed; ++at) {
                if (!m_tenant.inventory.contains(ids.at(at)) || !m_access.lists(ids.at(at)))
                    continue;
                m_listed.insert(ids.at(at));
                batch.devices.push_back(m_tenant.inventory.record(ids.at(at)));
                bytes += Codec::toBytes(batch.devices.back()).size();
            }
            over = batch.complete = at >= ids.size();
            return batch;
        });
    m_queue.add([this, sessions = m_tenant.sessions.all(), at = size_t(0),
                    over = false]() mutable -> std::optional<AnyMessage> {
        if (over)
            return {};
        auto batchOfAll = slice(sessions, at);
        at += batchOfAll.size();
        // Whoever it is for may be allowed less than when they asked.
        Message::Sessions batch{m_access.shown(std::move(batchOfAll)), false};
        over = batch.complete = at >= sessions.size();
        return batch;
    });
}

void WorkstationPeer::sendEntries(const std::vector<JournalEntry> &entries)
{
    std::vector<JournalEntry> wanted;
    for (const JournalEntry &entry : entries) {
        const auto watch = m_watched.find(entry.session);
        if (!entry.session.isValid() || watch == m_watched.end() || !watch->caughtUp || entry.number <= watch->told)
            continue;
        watch->told = entry.number;
        wanted.push_back(entry);
    }
    for (auto &batch : inBatches(std::move(wanted)))
        send(Message::JournalEntries{std::move(batch)});
}

void WorkstationPeer::sendDevices(const std::vector<DeviceRecord> &devices)
{
    const auto shown = m_watchesTenant ? listed(devices) : std::vector<DeviceRecord>();
    for (size_t at = 0; at < shown.size();) {
        auto batch = slice(shown, at);
        at += batch.size();
        send(Message::Devices{std::move(batch), false});
    }
}

/// Of those that are not for this analyst, nothing but that they are gone, when they were there before.
std::vector<DeviceRecord> WorkstationPeer::listed(const std::vector<DeviceRecord> &devices)
{
    std::vector<DeviceRecord> shown;
    for (const DeviceRecord &device : devices) {
        if (device.removed.value_or(false) || !m_access.lists(device.id)) {
            if (m_listed.remove(device.id)) {
                shown.push_back({});
                shown.back().id = device.id;
                shown.back().removed = true;
            }
        } else {
            m_listed.insert(device.id);
            shown.push_back(device);
        }
    }
    return shown;
}

Grants WorkstationPeer::grantsNow()
{
    const auto left = m_tenant.tokens.secondFactorLeft(m_analyst.token);
    if (left > 0ms)
        m_secondFactorEnd.start(left);
    return m_tenant.holding(m_analyst, m_tenant.grantsOf(m_analyst.name, m_analyst.roles));
}

void WorkstationPeer::followAccess()
{
    const Grants before = std::exchange(m_analyst.grants, grantsNow());
    publishElevations();
    for (const SessionId session : m_watched.keys()) {
        if (!m_access.mayRead(session) || !m_tenant.manager.requireAccess(m_analyst, session))
            setActing(session, false);
    }
    m_watched.removeIf([this](const auto &watch) {
        const bool mayNot = !m_access.mayRead(watch.key());
        if (mayNot)
            m_tenant.watchers.remove(watch.key(), this);
        return mayNot;
    });
    if (m_analyst.grants.all() == before.all())
        return;
    send(Message::GrantsChanged{m_analyst.grants.all()});
    publishApprovals();
    std::vector<DeviceRecord> devices;
    for (const DeviceId &id : m_tenant.inventory.ids())
        devices.push_back(m_tenant.inventory.record(id));
    sendDevices(devices);
    sendSessions(m_tenant.sessions.all());
}

void WorkstationPeer::sendSessions(const std::vector<SessionRecord> &sessions)
{
    const auto shown = m_watchesTenant ? m_access.shown(sessions) : std::vector<SessionRecord>();
    for (size_t at = 0; at < shown.size();) {
        auto batch = slice(shown, at);
        at += batch.size();
        send(Message::Sessions{std::move(batch), false});
    }
}

void WorkstationPeer::sendOutput(SessionId session, const Message::CommandOutput &chunk)
{
    // A workstation that does not keep up fetches what it missed: the journal tells it how much there is.
    if (wantsOutput(session) && channel().bytesPending() < SendQueue::MaxPending)
        send(chunk);
}

void WorkstationPeer::sendProgress(SessionId session, const Message::CommandProgress &progress)
{
    // What comes of it is told by the next one.
    if (wantsOutput(session) && channel().bytesPending() < MostUnread)
        send(progress);
}

bool WorkstationPeer::isReady() const
{
    return m_queue.size() < MostAnswers;
}

bool WorkstationPeer::wantsOutput(SessionId session) const
{
    const Watch watch = m_watched.value(session);
    return watch.caughtUp && !watch.journalOnly;
}

// ---- fetching

void WorkstationPeer::serve(const Message::FetchOutput &request)
{
    const quint32 stored = m_tenant.store.outputCount(request.command);
    const quint32 left = stored - std::min(stored, request.from);
    const quint32 count = request.count ? std::min(request.count, left) : left;
    m_queue.add([this, request, at = request.from, end = request.from + count,
                    over = false]() mutable -> std::optional<AnyMessage> {
        if (over)
            return {};
        // It may be removed while it is sent.
        const auto allowed = m_access.require(request).and_then([&] {
            return at < end ? m_tenant.sessions.requireKept(request.command, ContentKind::Output) : Result<void>();
        });
        if (!allowed) {
            over = true;
            return Message::Refused{request.request, allowed.error()};
        }
        if (at < end) {
            if (auto chunk = m_tenant.store.output(request.command, at++))
                return *std::move(chunk);
        }
        over = true;
        return Message::Done{request.request};
    });
}

void WorkstationPeer::serve(const Message::FetchEligibility &request)
{
    if (!m_tenant.inventory.contains(request.device))
        return refuseRequest(request.request, {ErrorCode::DeviceUnknown, request.device.value(), {}, {}});
    send(Message::Eligibility{request.request, m_tenant.manager.conditions(m_analyst, request.device),
        m_access.shown(m_tenant.sessions.recentOn(request.device, RecentSessions, MostListed))});
}

void WorkstationPeer::serve(const Message::FetchActs &request)
{
    m_followsActs = true;
    const ActBook &book = m_tenant.acts.book();
    Message::Acts page{request.request, {}, false};
    qsizetype bytes = 0;
    quint64 last = request.after;
    for (const ActSummary &act : book.changedAfter(request.after, size_t(MaxBatch))) {
        if (bytes > MostListed && act.changed != last)
            break;
        last = act.changed;
        if (!m_access.lists(act.device))
            continue;
        page.acts.push_back(act);
        bytes += Codec::toBytes(act).size();
    }
    page.complete = last >= book.lastChange();
    send(std::move(page));
}

// ---- files

void WorkstationPeer::serve(const Message::OpenEvidence &request)
{
    if (const auto opened = m_tenant.evidence.open(m_analyst, request.command))
        send(Message::Ticket{request.request, opened->ticket, opened->size, opened->sha256});
    else
        refuseRequest(request.request, opened.error());
}

void WorkstationPeer::serve(const Message::OpenUpload &request)
{
    if (const auto ticket = m_tenant.library.openUpload(m_analyst, request))
        send(Message::Ticket{request.request, *ticket, request.size, request.sha256});
    else
        refuseRequest(request.request, ticket.error());
}

void WorkstationPeer::serve(const Message::OpenLibraryFile &request)
{
    if (const auto opened = m_tenant.library.openFile(m_analyst, request.name, request.version))
        send(Message::Ticket{request.request, opened->ticket, opened->size, opened->sha256});
    else
        refuseRequest(request.request, opened.error());
}

void WorkstationPeer::serve(const Message::DeleteLibraryFile &request)
{
    reply(request.request, m_tenant.library.remove(m_analyst, request.name));
}

void WorkstationPeer::serve(const Message::FetchLibrary &request)
{
    const Result<std::vector<LibraryFile>> files =
        request.name.isEmpty() ? m_tenant.library.list() : m_tenant.library.versions(request.name);
    if (!files)
        return refuseRequest(request.request, files.error());
    Message::Library page{request.request, {}, quint32(files->size())};
    qsizetype bytes = 0;
    for (size_t at = request.from; at < files->size() && bytes < MostListed; ++at) {
        page.files.push_back(files->at(at));
        bytes += Codec::toBytes(page.files.back()).size();
    }
    send(std::move(page));
}

} // namespace Sonde::Service

#include "moc_workstationpeer.cpp"
