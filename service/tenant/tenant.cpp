// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tenant/tenant.h"

#include "protocol/base/reason.h"
#include "protocol/command/offering.h"
#include "protocol/signing/releasecode.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
constexpr int JournalledRefusalsPerMinute = 20;
/// Of one device.
constexpr TokenBucket::Rate RenewalRate{3, 1.0 / 3600};
constexpr auto ReserveInterval = 1min;
} // namespace

Tenant::Tenant(Store &storeOfTenant, const SigningKey &key, const QString &databasePath, QObject *parent)
    : QObject(parent)
    , store(storeOfTenant)
    , turn(store)
    , journal(store, key)
    , roles(store)
    , elevations(store)
    , secondFactors(store, key)
    , groupBook(store)
    , settings(store)
    , tokens(store)
    , inventory(store, settings, groupBook)
    , router(turn, journal, inventory)
    , sessions(store, journal, inventory)
    , dispatcher(store, journal, sessions, router, settings)
    , manager(journal, sessions, dispatcher, inventory, settings)
    , thread(turn)
    , disk(std::make_shared<DiskSpace>(QFileInfo(databasePath).path()))
    , libraryBlobs(QFileInfo(databasePath).path() + u"/library"_s, disk)
    , library(
          store, journal, settings, tickets, libraryBlobs, thread, QFileInfo(databasePath).path() + u"/publishers"_s)
    , artifacts(library, libraryBlobs, journal)
    , delivery(dispatcher, sessions, router, inventory, tickets, libraryBlobs)
    , baselines(library, sessions, turn, databasePath)
    , commands(store, journal, sessions, manager, dispatcher, inventory, settings, library, artifacts, baselines)
    , evidenceBlobs(QFileInfo(databasePath).path() + u"/evidence"_s, disk)
    , evidence(journal, sessions, dispatcher, router, inventory, settings, tickets, evidenceBlobs, thread)
    , feed(turn, journal, inventory, sessions)
    , acts(store, turn, journal)
    , check(databasePath, key)
    , proofs(databasePath, key)
    , activity(turn, databasePath, [space = disk] { return space->checkTransfer().has_value(); })
    , retention(store, turn, journal, settings, evidence, [this] { return activity.forgotten(); })
    , m_key(key)
    , m_renewals(RenewalRate)
    , m_databasePath(databasePath)
{
    connect(&router, &LocalAgentRouter::misbehaved, this,
        [this](const DeviceId &device, const QString &address, const Error &reason) {
            refusedPeer(address, reason.reason, device);
        });
    connect(&router, &LocalAgentRouter::renewalWanted, this, &Tenant::renewCertificate);
    connect(&elevations, &Elevations::overdue, this, [this](const UserName &user, const QString &role) {
        endElevation(ServiceActor, user, role, ElevationEnd::Expired);
    });
    connect(this, &Tenant::settingsChanged, &retention, &Retention::runByClock);
    connect(&m_breakGlassEnd, &QTimer::timeout, this, &Tenant::followBreakGlass);
    m_regrouped.setSingleShot(true);
    connect(&inventory, &Inventory::groupChanged, &m_regrouped, qOverload<>(&QTimer::start));
    connect(&m_regrouped, &QTimer::timeout, this, [this] { enforceAccess(ServiceActor); });
    turn.setRoom([this] { return disk->checkJournal(); });
    connect(&turn, &Turn::stuck, this, [this] { disk->giveUpLastReserve(); });
    connect(&m_reserveTimer, &QTimer::timeout, this, [this] { disk->holdLastReserve(); });
    m_reserveTimer.start(ReserveInterval);
}

void Tenant::begin()
{
    // Whatever was done to the files while nobody looked stays in the journal.
    if (const auto &missed = journal.missedHead())
        journal.append(ServiceActor, {}, Event::JournalDiffers{missed->number, missed->hash});
    journal.append(ServiceActor, {}, Event::ServiceStarted{QStringLiteral(SONDE_VERSION), true});
    adoptEarlierGroups();
    disarmBreakGlass(ServiceActor);
    elevations.sweep(QDateTime::currentDateTimeUtc());
    manager.begin();
    commands.begin();
}

void Tenant::finish()
{
    inventory.rememberPresence();
    router.writeUnsteady();
    journal.append(ServiceActor, {}, Event::ServiceStopped{});
    journal.signCheckpoint();
    turn.finish();
    store.synchronize();
}

Result<void> Tenant::addUser(
    const QString &actor, const UserName &user, const QByteArray &passwordHash, const QStringList &given)
{
    if (const auto known = roles.check(given); !known)
        return known;
    if (store.user(user))
        return fail(ErrorCode::UserExists, user.value());
    store.saveUser({user, passwordHash, given});
    journal.append(actor, {}, Event::UserAdded{user, given, credentialHash(passwordHash)});
    return {};
}

Tokens::Made Tenant::makeEnrolmentToken(const QString &actor, const QString &group, std::chrono::seconds valid)
{
    auto made = tokens.makeEnrolment(group, valid, actor);
    journal.append(actor, {}, Event::EnrolmentTokenMade{group, made.expires, secretHash(made.secret)});
    return made;
}

Result<void> Tenant::withdrawEnrolmentToken(const Analyst &analyst, const QByteArray &sha256)
{
    return tokens.withdrawEnrolment(sha256).transform([&](const QString &group) {
        journal.append(analyst.name.value(), {}, Event::EnrolmentTokenWithdrawn{group, sha256});
    });
}

Result<Tenant::MadeReleaseCode> Tenant::makeReleaseCode(
    const Analyst &analyst, const DeviceId &device, std::chrono::seconds valid)
{
    if (!inventory.contains(device))
        return fail(ErrorCode::DeviceUnknown, device.value());
    const CommandSpec &release = Catalogue::instance().of(Verbs::Release);
    const DeviceRecord record = inventory.record(device);
    if (const auto refusal = notOffered(release, {analyst.grants, record.group, {}}, record.facts.platform))
        return std::unexpected(*refusal);
    if (!m_sign)
        return fail(ErrorCode::NotSupported, release.verb);
    const ReleaseCode code{device, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8),
        QDateTime::currentDateTimeUtc().addDuration(valid)};
    journal.append(analyst.name.value(), {.device = device}, Event::ReleaseCodeMade{code.serial, code.expires});
    return MadeReleaseCode{toText(code, m_sign(releaseText(code))), code.expires};
}

Result<void> Tenant::changeSetting(const Analyst &analyst, const QString &key, const QString &value)
{
    const auto change = settings.change(analyst, key, value);
    if (!change)
        return std::unexpected(change.error());
    journal.append(analyst.name.value(), {}, Event::SettingChanged{key, change->from, change->to});
    inventory.touchAll();
    Q_EMIT settingsChanged();
    return {};
}

Result<void> Tenant::revertSetting(const Analyst &analyst, const QString &key, std::optional<quint64> entry)
{
    if (entry) {
        const auto found = store.entries(*entry - 1, 1);
        const auto *change = found.empty() ? nullptr : std::get_if<Event::SettingChanged>(&found.front().event);
        if (!change || change->key != key || found.front().number != *entry)
            return fail(ErrorCode::BadValue, key, Reason::NoChangeYet);
        return changeSetting(analyst, key, change->from);
    }
    const auto changes = settings.changes();
    const auto last = std::ranges::find(changes, key, &SettingChange::key);
    if (last == changes.end())
        return fail(ErrorCode::BadValue, key, findSetting(key) ? Reason::NoChangeYet : Reason::NoSuchSetting);
    return changeSetting(analyst, key, last->before);
}

Result<void> Tenant::addPublisher(const Analyst &analyst, const QByteArray &pem)
{
    return library.addPublisher(pem).transform([&](const PublisherRecord &added) {
        journal.append(analyst.name.value(), {}, Event::PublisherChanged{added.sha256, added.name, true});
    });
}

Result<void> Tenant::removePublisher(const Analyst &analyst, const QByteArray &sha256)
{
    return library.removePublisher(sha256).transform([&](const PublisherRecord &removed) {
        journal.append(analyst.name.value(), {}, Event::PublisherChanged{removed.sha256, removed.name, false});
    });
}

void Tenant::refusedPeer(const QString &address, const QString &reason, const DeviceId &device)
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (!m_refusalsSince.isValid() || m_refusalsSince.addDuration(1min) < now) {
        const int unsaid = m_refusals - JournalledRefusalsPerMinute;
        if (unsaid > 0)
            journal.append(
                ServiceActor, {}, Event::PeerRefused{{}, u"%1 more were refused within a minute"_s.arg(unsaid)});
        m_refusalsSince = now;
        m_refusals = 0;
    }
    if (++m_refusals <= JournalledRefusalsPerMinute)
        journal.append(ServiceActor, {.device = device}, Event::PeerRefused{address, reason.left(512)});
}

} // namespace Sonde::Service

#include "moc_tenant.cpp"
