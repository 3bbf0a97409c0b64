// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/workstationpeer.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "service/identity/password.h"
#include "service/identity/username.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

constexpr quint32 RecentSessions = 20;
constexpr std::chrono::seconds LongestEnrolment = 30 * 24h;
constexpr std::chrono::seconds DefaultEnrolment = 24h;
/// Of a release code. The device has no way to ask whether it still is meant.
constexpr std::chrono::seconds LongestRelease = 7 * 24h;
constexpr std::chrono::seconds DefaultRelease = 24h;
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

void WorkstationPeer::greeted()
{
    settled();
    const Policy policy = policyOf(m_tenant.settings.values());
    send(Message::Welcome{u"Sonde"_s, m_analyst.name, m_analyst.roles, levelOf(m_analyst.roles).value_or(Level::Basic),
        quint32(policy.tenantSessions), quint32(policy.userSessions), policy.inactivity,
        m_tenant.manager.countsFrom()});
    publishSettings();
    connect(&m_tenant, &Tenant::settingsChanged, this, &WorkstationPeer::publishSettings);
}

void WorkstationPeer::handle(const AnyMessage &message)
{
    std::visit(
        [this]<typename T>(const T &request) {
            if constexpr (requires { serve(request); }) {
                if (const auto allowed = m_access.require(request); !allowed)
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
    m_watched.insert(request.session, {request.after, false, request.journalOnly.value_or(false)});
    send(Message::Done{request.request});
    m_queue.add([this, session = request.session] { return nextOfHistory(session); });
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
    m_watched.remove(request.session);
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
                if (!m_tenant.inventory.contains(ids.at(at)))
                    continue;
                batch.devices.push_back(m_tenant.inventory.record(ids.at(at)));
                bytes += Codec::toBytes(batch.devices.back()).size();
            }
            over = batch.complete = at >= ids.size();
            return batch;
        });
    m_queue.add([sessions = m_access.shown(m_tenant.sessions.all()), at = size_t(0),
                    over = false]() mutable -> std::optional<AnyMessage> {
        if (over)
            return {};
        Message::Sessions batch{slice(sessions, at), false};
        at += batch.sessions.size();
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
    for (size_t at = 0; m_watchesTenant && at < devices.size();) {
        auto batch = slice(devices, at);
        at += batch.size();
        send(Message::Devices{std::move(batch), false});
    }
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
        if (at < end) {
            if (auto chunk = m_tenant.store.output(request.command, at++))
                return *std::move(chunk);
        }
        over = true;
        return Message::Done{request.request};
    });
}

void WorkstationPeer::serve(const Message::FetchJournal &request)
{
    const quint32 most = request.most ? std::min(request.most, quint32(MaxBatch)) : quint32(MaxBatch);
    auto batches = inBatches(m_tenant.store.entries(request.after, most, request.session));
    Message::JournalPage page{request.request, {}, m_tenant.journal.lastNumber()};
    if (!batches.empty())
        page.entries = std::move(batches.front());
    send(std::move(page));
}

void WorkstationPeer::serve(const Message::VerifyJournal &request)
{
    // Only what is committed can be read by another connection.
    turn().afterCommit([self = QPointer(this), number = request.request] {
        if (self)
            self->m_tenant.check.run(self, [self, number](Message::JournalVerdict verdict) {
                verdict.request = number;
                self->send(verdict);
            });
    });
}

void WorkstationPeer::serve(const Message::FetchHead &request)
{
    turn().afterCommit([self = QPointer(this), request] {
        if (!self)
            return;
        JournalWriter &journal = self->m_tenant.journal;
        const Checkpoint head = journal.settled();
        self->send(Message::JournalHead{
            request.request, head.number, head.hash, head.signature, journal.hashOf(request.number)});
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

// ---- administration

void WorkstationPeer::serve(const Message::MakeEnrolmentToken &request)
{
    const auto valid = request.valid.count() > 0 ? std::min(request.valid, LongestEnrolment) : DefaultEnrolment;
    const auto made = m_tenant.makeEnrolmentToken(m_analyst.name.value(), request.group.left(128), valid);
    send(Message::EnrolmentToken{request.request, made.secret, made.expires});
}

void WorkstationPeer::serve(const Message::MakeReleaseCode &request)
{
    const auto valid = request.valid.count() > 0 ? std::min(request.valid, LongestRelease) : DefaultRelease;
    const auto made = m_tenant.makeReleaseCode(m_analyst, request.device, valid);
    if (made)
        send(Message::ReleaseCode{request.request, made->code, made->expires});
    else
        refuseRequest(request.request, made.error());
}

void WorkstationPeer::serve(const Message::AddUser &request)
{
    const UserName user = userNameFrom(request.user.value());
    if (const auto good = checkUserName(user); !good)
        return refuseRequest(request.request, good.error());
    if (const auto known = checkRoles(request.roles); !known)
        return refuseRequest(request.request, known.error());
    if (const auto strong = checkPassword(request.password); !strong)
        return refuseRequest(request.request, strong.error());
    const auto asked = m_tenant.passwords.hash(
        this, request.password, [this, number = request.request, roles = request.roles, user](const QByteArray &hash) {
            reply(number, m_tenant.addUser(m_analyst.name.value(), user, hash, roles));
        });
    if (!asked)
        refuseRequest(request.request, asked.error());
}

void WorkstationPeer::serve(const Message::FetchUsers &request)
{
    send(Message::Users{request.request, m_tenant.users()});
}

void WorkstationPeer::serve(const Message::ChangeUser &request)
{
    Message::ChangeUser change = request;
    change.user = userNameFrom(request.user.value());
    const auto password = std::exchange(change.password, {});
    if (!password)
        return reply(request.request, m_tenant.changeUser(m_analyst, change, {}));
    if (const auto strong = checkPassword(*password); !strong)
        return refuseRequest(request.request, strong.error());
    const auto asked = m_tenant.passwords.hash(this, *password, [this, change](const QByteArray &hash) {
        reply(change.request, m_tenant.changeUser(m_analyst, change, hash));
    });
    if (!asked)
        refuseRequest(request.request, asked.error());
}

void WorkstationPeer::serve(const Message::SignOutUser &request)
{
    reply(request.request, m_tenant.signOutUser(m_analyst, userNameFrom(request.user.value())));
}

void WorkstationPeer::serve(const Message::RemoveDevice &request)
{
    reply(request.request, m_tenant.removeDevice(m_analyst, request.device));
}

void WorkstationPeer::publishSettings()
{
    send(Message::Settings{0, m_tenant.settings.values().all()});
}

void WorkstationPeer::serve(const Message::FetchSettings &request)
{
    send(Message::Settings{request.request, m_tenant.settings.values().all()});
}

void WorkstationPeer::serve(const Message::ChangeSetting &request)
{
    reply(request.request, m_tenant.changeSetting(m_analyst, request.key, request.value));
}

} // namespace Sonde::Service

#include "moc_workstationpeer.cpp"
