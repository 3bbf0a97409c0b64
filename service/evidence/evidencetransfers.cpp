// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/evidence/evidencetransfers.h"

#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "service/transfers/transferlane.h"
#include "transport/bulk/receiving.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

/// The journal hears how far a transfer is after so much more, and not more often than this.
constexpr qint64 CheckpointBytes = 64LL * 1024 * 1024;
constexpr auto CheckpointInterval = 5s;
constexpr auto ProgressInterval = 500ms;
/// A file may be written to while it is looked for again, on each of some connections.
constexpr int MostChanges = 20;
/// A look at the disk for every so many bytes.
constexpr qint64 RoomInterval = 4LL * 1024 * 1024;

constexpr auto PartialPrefix = "evidence-"_L1;

QString partialName(CommandId command)
{
    return PartialPrefix + command.toString();
}

} // namespace

/// One file on its way in.
struct EvidenceTransfers::Arrival {
    explicit Arrival(const QString &partialPath)
        : blob(std::make_shared<GrowingBlob>(partialPath))
    {
    }

    std::shared_ptr<GrowingBlob> blob;
    TransferLane lane;
    std::shared_ptr<DiskSpace::Share> share; ///< room for what is still to come
    // On the tenant's thread:
    bool announced = false; ///< since the service started
    int changes = 0;        ///< of the file that is offered
    qint64 checkpoint = 0;
    QElapsedTimer sinceCheckpoint;
};

EvidenceTransfers::EvidenceTransfers(JournalWriter &journal, SessionRegister &sessions, CommandDispatcher &dispatcher,
    AgentRouter &router, const Inventory &inventory, const Settings &settings, TransferTickets &tickets,
    const BlobStore &blobs, const TenantThread &thread, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_sessions(sessions)
    , m_dispatcher(dispatcher)
    , m_router(router)
    , m_inventory(inventory)
    , m_settings(settings)
    , m_tickets(tickets)
    , m_blobs(blobs)
    , m_thread(thread)
{
    m_removing.setMaxThreadCount(1);
    sweep();
    m_kept = m_blobs.totalSize();
    connect(&m_dispatcher, &CommandDispatcher::evidenceOffered, this, &EvidenceTransfers::offered);
    connect(&m_dispatcher, &CommandDispatcher::finished, this,
        [this](SessionId, CommandId command, CommandState state) { finished(command, state); });
}

EvidenceTransfers::~EvidenceTransfers() = default;

/// What a killed service left: content that is evidence already gets its name, what is waited for stays, the rest goes.
void EvidenceTransfers::sweep()
{
    for (const QString &name : m_blobs.partials()) {
        if (!name.startsWith(PartialPrefix)) {
            m_blobs.removePartial(name);
            continue;
        }
        const auto found = m_sessions.recall(CommandId(name.sliced(PartialPrefix.size()).toULongLong()));
        const QByteArray sha256 = found && found->command.evidence ? found->command.evidence->sha256 : QByteArray();
        if (!sha256.isEmpty()) {
            PartialFile whole(m_blobs.partialPath(name));
            std::ignore = m_blobs.keep(whole, sha256); // else at the next start
        } else if (!found || isFinal(found->command.state)) {
            m_blobs.removePartial(name);
        }
    }
}

const std::shared_ptr<EvidenceTransfers::Arrival> &EvidenceTransfers::arrivalOf(CommandId command)
{
    auto &arrival = m_arrivals[command];
    if (!arrival) {
        arrival = std::make_shared<Arrival>(m_blobs.partialPath(partialName(command)));
        arrival->blob->grow(m_blobs.partialSize(partialName(command)));
    }
    return arrival;
}

// ---- from the device

Result<void> EvidenceTransfers::check(const Subject &subject, const SourceFile &file) const
{
    const Invocation &invocation = m_sessions.command(subject.command)->invocation;
    if (!invocation.has(Trait::MakesEvidence) || file.size < 0)
        return fail(ErrorCode::ProtocolViolation, subject.command.toString(), u"this command brings no file"_s);
    if (file.growing.value_or(false) && !invocation.has(Trait::Collects))
        return fail(ErrorCode::ProtocolViolation, subject.command.toString(), u"this command's file does not grow"_s);
    if (const qint64 limit = m_settings.number(TenantSetting::GetfileBytes); file.size > limit)
        return fail(ErrorCode::TooLarge, DevicePath(file.path).typed())
            .with(Fact::Limit, limit)
            .with(Fact::Actual, file.size)
            .with(Fact::Setting, settingKey(TenantSetting::GetfileBytes));
    return checkQuota(file);
}

Result<void> EvidenceTransfers::checkQuota(const SourceFile &file) const
{
    const qint64 limit = m_settings.number(TenantSetting::EvidenceBytes);
    if (m_kept + std::max(file.size, qint64(0)) <= limit)
        return {};
    return fail(ErrorCode::QuotaReached, DevicePath(file.path).typed())
        .with(Fact::Limit, limit)
        .with(Fact::Actual, m_kept)
        .with(Fact::Setting, settingKey(TenantSetting::EvidenceBytes));
}

/// Room for the rest of it, from now until it is there or given up. What grows has it as it comes.
Result<void> EvidenceTransfers::reserve(Arrival &arrival, const Subject &subject, const SourceFile &file) const
{
    arrival.share.reset();
    const qint64 rest = file.size - m_blobs.partialSize(partialName(subject.command));
    return m_blobs.disk().reserve(rest).transform([&](const auto &share) { arrival.share = share; });
}

void EvidenceTransfers::refuse(const Subject &subject, const Error &error)
{
    m_router.send(subject.device, Message::TransferRefused{subject.command, error});
}

void EvidenceTransfers::offered(const Subject &subject, const SourceFile &file)
{
    if (const auto allowed = check(subject, file); !allowed)
        return refuse(subject, allowed.error());
    const auto &arrival = arrivalOf(subject.command);
    const auto &known = m_sessions.command(subject.command)->evidence;
    if (known && known->file != file && ++arrival->changes > MostChanges)
        return m_router.refuse(subject.device,
            {ErrorCode::ProtocolViolation, subject.command.toString(), u"it offers one file after the other"_s, {}});
    // The agent was restarted after the last byte, before it could say so: there is nothing to start.
    const QByteArray sha256 = known ? known->sha256 : QByteArray();
    if (const auto reserved = sha256.isEmpty() ? reserve(*arrival, subject, file) : Result<void>(); !reserved)
        return refuse(subject, reserved.error());
    if (sha256.isEmpty() && (!std::exchange(arrival->announced, true) || !known || known->file != file)) {
        const qint64 offset = arrival->blob->state().size;
        arrival->checkpoint = offset;
        arrival->sinceCheckpoint.start();
        m_journal.append(AgentActor, subject, Event::TransferStarted{file, offset});
    }
    const auto serve = sha256.isEmpty()
        ? receiver({subject, file, m_settings.number(TenantSetting::GetfileBytes), arrival->share}, arrival)
        : TransferTickets::Serve([sha256, size = known ? known->file.size : file.size](
                                     BulkStream &stream) { std::ignore = confirmContent(stream, size, sha256); });
    m_router.send(subject.device,
        Message::TransferTicket{subject.command,
            m_tickets.issue(serve, m_inventory.certificatesOf(subject.device), subject.device.value())});
}

TransferTickets::Serve EvidenceTransfers::receiver(const Order &order, const std::shared_ptr<Arrival> &arrival)
{
    const auto store = [this, order](const QByteArray &sha256, qint64 size) {
        m_journal.append(AgentActor, order.subject, Event::EvidenceStored{size, sha256});
        m_kept += size;
        return Result<void>();
    };
    return [this, order, arrival, store, thread = m_thread, blobs = m_blobs](BulkStream &stream) {
        const TransferLane::Use use(arrival->lane, stream);
        PartialFile file(blobs.partialPath(partialName(order.subject.command)));
        if (const auto opened = file.open(); !opened) {
            std::ignore = stream.send(Bulk::Failed{opened.error()});
            return;
        }
        QElapsedTimer sinceTold;
        sinceTold.start();
        // What was offered, to the byte. Nobody knows how large it will be that grows while it comes.
        const bool grows = order.file.growing.value_or(false);
        qint64 lookedAt = 0;
        ReceiveOptions options;
        options.limit = grows ? order.limit : order.file.size;
        const auto room = [&]() -> Result<void> {
            if (lookedAt > 0 && file.size() - lookedAt < RoomInterval)
                return {};
            lookedAt = std::max<qint64>(1, file.size());
            return blobs.disk().checkTransfer();
        };
        options.progress = [&](qint64 size) {
            arrival->blob->grow(size);
            if (const auto share = order.share.lock(); share && !grows)
                share->keep(order.file.size - size);
            if (sinceTold.durationElapsed() < ProgressInterval)
                return;
            sinceTold.start();
            thread.post([this, command = order.subject.command, size] { moved(command, size); });
        };
        options.keep = [&](PartialFile &whole, const QByteArray &sha256) -> Result<void> {
            if (!grows && whole.size() != order.file.size)
                return fail(ErrorCode::HashMismatch, DevicePath(order.file.path).typed())
                    .with(Fact::Limit, order.file.size)
                    .with(Fact::Actual, whole.size());
            // Evidence from the moment the journal says so; a service that dies before the next step takes it when it starts.
            return blobs.makePlaceFor(sha256)
                .and_then([&] {
                    return thread.call(
                        [store, sha256, size = whole.size()] { return store(sha256, size); }, stream.stopToken());
                })
                .and_then([&] { return blobs.keep(whole, sha256); })
                .and_then([&] {
                    arrival->blob->end(sha256, blobs.path(sha256));
                    return Result<void>();
                });
        };
        if (const auto received = receiveWithin(stream, file, options, room);
            !received && received.error().code == ErrorCode::HashMismatch) {
            file.discard();
            arrival->blob->grow(0); // what there was is gone
        }
    };
}

void EvidenceTransfers::moved(CommandId command, qint64 size)
{
    const auto found = m_arrivals.find(command);
    const auto *record = m_sessions.command(command);
    if (found == m_arrivals.end() || !record || isFinal(record->state))
        return;
    m_dispatcher.touch(command);
    Arrival &arrival = *found->second;
    if (size - arrival.checkpoint < CheckpointBytes || arrival.sinceCheckpoint.durationElapsed() < CheckpointInterval)
        return;
    arrival.checkpoint = size;
    arrival.sinceCheckpoint.start();
    m_journal.append(AgentActor, {m_sessions.session(record->session)->device, record->session, command},
        Event::TransferCheckpoint{size});
}

void EvidenceTransfers::finished(CommandId command, CommandState state)
{
    const auto found = m_arrivals.find(command);
    if (found == m_arrivals.end())
        return;
    if (state != CommandState::Completed) {
        found->second->blob->fail(
            errorBecause(Reason::TransferGivenUp, ErrorCode::EvidenceUnknown, command.toString()));
        m_blobs.removePartial(partialName(command));
    }
    found->second->share.reset(); // a ticket that nobody used may outlive the command
    m_arrivals.erase(found);
}

// ---- to analysts

Result<EvidenceTransfers::Opened> EvidenceTransfers::open(const Analyst &analyst, CommandId command)
{
    const auto found = m_sessions.recall(command);
    if (!found || !found->command.evidence)
        return fail(ErrorCode::EvidenceUnknown, command.toString());
    if (const auto kept = requireKept(found->session, ContentKind::Evidence, command); !kept)
        return std::unexpected(kept.error());
    const QString owner = analyst.name.value();
    const EvidenceRecord &evidence = *found->command.evidence;
    const Subject subject{found->session.device, found->session.id, command};
    const auto permitted = [this, device = subject.device, creator = found->session.createdBy](const Analyst &who) {
        return who.name.value() == creator
            || who.grants.on(m_inventory.groupOf(device)).contains(Permission::ActivityRead);
    };
    if (!evidence.sha256.isEmpty() && m_blobs.contains(evidence.sha256)) {
        const auto serve =
            sender(subject, analyst.name.value(), [path = m_blobs.path(evidence.sha256), sha256 = evidence.sha256] {
                return std::make_unique<BlobSource>(path, sha256);
            });
        return Opened{m_tickets.issue(serve, {}, owner, permitted), evidence.file.size, evidence.sha256};
    }
    if (isFinal(found->command.state))
        return fail(ErrorCode::EvidenceUnknown, command.toString(),
            evidence.sha256.isEmpty() ? Reason::TransferGivenUp : Reason::ContentGone);
    const auto serve = sender(subject, analyst.name.value(),
        [blob = arrivalOf(command)->blob] { return std::make_unique<GrowingSource>(blob); });
    return Opened{m_tickets.issue(serve, {}, owner, permitted), evidence.file.size, evidence.sha256};
}

/// The disk may take its time with large files.
Result<void> EvidenceTransfers::remove(CommandId command, const QByteArray &sha256)
{
    m_blobs.removePartial(partialName(command)); // of a service that was killed before it had its name
    const qint64 size = m_blobs.size(sha256);
    const QString aside = m_blobs.setAside(sha256);
    if (aside.isEmpty())
        return m_blobs.contains(sha256) ? fail(ErrorCode::CannotWrite, m_blobs.path(sha256)) : Result<void>();
    m_kept = std::max<qint64>(0, m_kept - size);
    m_removing.start([blobs = m_blobs, aside] { blobs.removePartial(aside); });
    return {};
}

TransferTickets::Serve EvidenceTransfers::sender(
    const Subject &subject, const QString &analyst, std::function<std::unique_ptr<ContentSource>()> makeSource)
{
    return [this, subject, analyst, thread = m_thread, makeSource = std::move(makeSource)](BulkStream &stream) {
        const auto source = makeSource();
        const auto note = [this, subject, analyst] {
            delivered(subject, analyst);
            return Result<void>();
        };
        if (sendContent(stream, *source) && thread.call(note, stream.stopToken()))
            std::ignore = stream.send(Bulk::Noted{});
    };
}

void EvidenceTransfers::delivered(const Subject &subject, const QString &analyst)
{
    const auto found = m_sessions.recall(subject.command);
    if (found && !found->command.evidence->deliveredTo.contains(analyst))
        m_journal.append(analyst, subject, Event::EvidenceDelivered{found->command.evidence->sha256});
}

} // namespace Sonde::Service

#include "moc_evidencetransfers.cpp"
