// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolation.h"

#include "agent/system/isolation/bootrules.h"
#include "agent/system/isolation/isolationprobes.h"
#include "agent/system/isolation/isolationrules.h"
#include "agent/system/isolation/nftscript.h"
#include "agent/system/isolation/rulewatch.h"
#include "agent/system/storage/storage.h"
#include "protocol/base/reason.h"

#include <QFile>
#include <QHostInfo>
#include <algorithm>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QString releaseNotePath(const QString &folder)
{
    return folder + u"/isolation-released"_s;
}

/// What is wrong, though it does not mean that something passes.
bool isOnlyToKnow(IsolationGap gap)
{
    return gap == IsolationGap::Boot || gap == IsolationGap::Watch || gap == IsolationGap::Service;
}

/// What is not refused although it should be.
std::vector<IsolationShortfall> probe()
{
    std::vector<IsolationShortfall> shortfalls;
    if (Probe::sendIpv4() == Probe::Sending::Passed)
        shortfalls.push_back({IsolationGap::Ipv4, {}});
    if (Probe::sendIpv6() == Probe::Sending::Passed)
        shortfalls.push_back({IsolationGap::Ipv6, {}});
    const auto devices = Probe::networkDevices();
    for (const NetworkDevice &device : devices) {
        if (Probe::sendFrame(device) == Probe::Sending::Passed)
            shortfalls.push_back({IsolationGap::Frames, QString::fromUtf8(device.name)});
    }
    return shortfalls;
}

QString programName(const Nft::RuleWatch::Heard &heard)
{
    if (heard.process == 0)
        return {};
    return u"%1 (%2)"_s.arg(QString::fromUtf8(heard.program)).arg(heard.process);
}

} // namespace

/// The mutex guards all but the listener and the watch.
struct Isolation::Private {
    Private(const QString &agentFolder, const QString &root)
        : folder(agentFolder)
        , file(agentFolder)
        , boot(agentFolder, root)
    {
        if (auto tool = Nft::Tool::find())
            rules.emplace(std::move(*tool));
    }

    [[nodiscard]] Result<void> put(const IsolationOrder &wanted);
    [[nodiscard]] bool proveOrRollBack();
    void persist();
    [[nodiscard]] Result<void> takeAway();
    void letGo();
    [[nodiscard]] IsolationFacts facts();
    [[nodiscard]] IsolationState stateOf(
        const IsolationRules::Seen &seen, const std::vector<IsolationShortfall> &shortfalls) const;
    IsolationFacts tell(IsolationCause cause, const QString &by = {});
    void tell(const IsolationFacts &seen, IsolationCause cause, const QString &by);
    void tellNews(IsolationCause cause, const QString &by = {});
    void begin();
    void check(const Nft::RuleWatch::Heard &heard);
    [[nodiscard]] bool mayHaveChanged(const Nft::RuleWatch::Heard &heard) const;
    void reapply(const Nft::RuleWatch::Heard &heard);
    void watchRules(const std::stop_token &stop);

    const QString folder;
    const IsolationFile file;
    const BootRules boot;
    std::function<void(const IsolationChange &)> listener = [](const IsolationChange &) {};
    Nft::RuleWatch watch;

    std::mutex mutex;
    std::optional<IsolationRules> rules; ///< none without nft
    std::optional<IsolationOrder> order;
    bool isKeptAtBoot = true;
    QString bootRefusal; ///< why not, in the system's words

    mutable std::mutex addressMutex; ///< of what is asked for by threads that may not wait
    std::vector<Passage> addresses;
    mutable size_t nextAddress = 0;
    QHostAddress reached;
    IsolationFacts latest;

    std::jthread watcher; ///< the last: it ends before all that it uses
};

// ---- putting and taking away; the mutex is held

Result<void> Isolation::Private::put(const IsolationOrder &wanted)
{
    if (!rules)
        return fail(ErrorCode::NoSubsystem, u"nft"_s, Reason::NoNftables);
    const auto put = rules->apply(wanted.passages());
    if (!put)
        return put;
    order = wanted;
    const std::lock_guard lock(addressMutex);
    addresses = wanted.service;
    return {};
}

/// What an agent finds that died between putting the rules and proving that its service still answers. False: they were taken away again.
bool Isolation::Private::proveOrRollBack()
{
    if (order->proved)
        return true;
    if (Probe::answers(order->service, AnswerPatience)) {
        order->proved = true;
        std::ignore = file.save(*order);
        return true;
    }
    const IsolationOrder doubtful = *order;
    std::ignore = rules->remove();
    if (!Probe::answers(doubtful.service, AnswerPatience))
        return put(doubtful).has_value(); // it was not the rules
    std::ignore = takeAway();
    return false;
}

void Isolation::Private::persist()
{
    const std::vector<Passage> passages = order->passages();
    const auto installed =
        boot.install(rules->toolPath(), Nft::hostTable(passages), Nft::deviceTable(passages, Probe::networkDevices()));
    isKeptAtBoot = installed.has_value();
    bootRefusal =
        installed || installed.error().code == ErrorCode::NoSubsystem ? QString() : debugText(installed.error());
}

/// In this order: whoever looks at the file finds that nothing is to be kept before anything is missing.
Result<void> Isolation::Private::takeAway()
{
    if (const auto removed = file.remove(); !removed)
        return removed;
    letGo();
    boot.remove();
    return rules ? rules->remove() : Result<void>();
}

void Isolation::Private::letGo()
{
    order.reset();
    isKeptAtBoot = true;
    bootRefusal.clear();
    const std::lock_guard lock(addressMutex);
    addresses.clear();
}

// ---- what is

IsolationState Isolation::Private::stateOf(
    const IsolationRules::Seen &seen, const std::vector<IsolationShortfall> &shortfalls) const
{
    if (!order)
        return seen.known && seen.anything ? IsolationState::Partly : IsolationState::Released;
    if (!seen.known)
        return IsolationState::NotConfirmed;
    if (!seen.anything)
        return IsolationState::Released;
    const bool isWhole = std::ranges::all_of(shortfalls, isOnlyToKnow, &IsolationShortfall::gap);
    return isWhole ? IsolationState::Isolated : IsolationState::Partly;
}

IsolationFacts Isolation::Private::facts()
{
    const IsolationOrder meant = order.value_or(IsolationOrder());
    IsolationFacts facts{
        .wanted = order.has_value(), .since = meant.since, .analyst = meant.analyst, .reason = meant.reason};
    if (!rules && !order)
        return facts;
    auto seen = rules ? rules->look(meant.passages()) : IsolationRules::Seen{.known = false};
    facts.refused = seen.refused;
    for (const Passage &passage : meant.passages())
        facts.passages += passage.toString();
    if (order) {
        facts.shortfalls = std::move(seen.shortfalls);
        if (!rules)
            facts.shortfalls.push_back({IsolationGap::NoTool, {}});
        const auto passed = probe();
        facts.shortfalls.insert(facts.shortfalls.end(), passed.begin(), passed.end());
        if (!isKeptAtBoot)
            facts.shortfalls.push_back({IsolationGap::Boot, bootRefusal});
        if (!watch.hears())
            facts.shortfalls.push_back({IsolationGap::Watch, {}});
    }
    facts.state = stateOf(seen, facts.shortfalls);
    return facts;
}

IsolationFacts Isolation::Private::tell(IsolationCause cause, const QString &by)
{
    const IsolationFacts seen = facts();
    tell(seen, cause, by);
    return seen;
}

void Isolation::Private::tell(const IsolationFacts &seen, IsolationCause cause, const QString &by)
{
    {
        const std::lock_guard lock(addressMutex);
        latest = seen;
    }
    listener({seen, cause, by, QDateTime::currentDateTimeUtc()});
}

// ---- keeping it so

void Isolation::Private::begin()
{
    const std::lock_guard lock(mutex);
    const auto ordered = file.load();
    if (!ordered) // nobody knows: what is, stays
        return;
    if (!*ordered) {
        if (rules && rules->look({}).anything)
            std::ignore = rules->remove();
        return;
    }
    order = **ordered;
    if (const auto ready = put(**ordered); !ready) {
        std::ignore = tell(IsolationCause::AgentStarted, debugText(ready.error()));
        return;
    }
    if (proveOrRollBack()) {
        persist();
        std::ignore = tell(IsolationCause::AgentStarted);
    } else {
        std::ignore = tell(IsolationCause::RolledBack);
    }
}

void Isolation::Private::check(const Nft::RuleWatch::Heard &heard)
{
    const std::lock_guard lock(mutex);
    if (!order)
        return;
    const auto ordered = file.load();
    if (ordered && !*ordered) {
        QFile note(releaseNotePath(folder));
        const QString by = note.open(QIODevice::ReadOnly) ? QString::fromUtf8(note.readAll()) : QString();
        letGo();
        std::ignore = tell(IsolationCause::Code, by);
        note.remove();
    } else if (rules && mayHaveChanged(heard)) {
        if (rules->areIntact())
            tellNews(IsolationCause::Seen);
        else
            reapply(heard);
    }
}

/// What it says of the device is what it saw, also when nobody changed anything.
void Isolation::Private::tellNews(IsolationCause cause, const QString &by)
{
    const IsolationFacts seen = facts();
    const bool isNews = [&] {
        const std::lock_guard lock(addressMutex);
        return latest.state != seen.state || latest.shortfalls != seen.shortfalls;
    }();
    if (isNews)
        tell(seen, cause, by);
}

/// Devices go up and down often, and take their chains with them when they go: only those that come are of interest.
bool Isolation::Private::mayHaveChanged(const Nft::RuleWatch::Heard &heard) const
{
    const bool onlyDevices = heard.devices && !heard.rules && !heard.missed;
    return !onlyDevices || !rules->newDevices().isEmpty();
}

void Isolation::Private::reapply(const Nft::RuleWatch::Heard &heard)
{
    const QByteArrayList devices = rules->newDevices();
    const bool isNoise =
        !heard.rules && !heard.missed && devices.isEmpty(); // a device went away, and its chain with it
    const auto put = this->put(*order);
    if (const auto still = file.load(); still && !*still) { // somebody released it just now
        std::ignore = rules->remove();
        return;
    }
    if (!put)
        return tellNews(IsolationCause::RulesChanged, debugText(put.error()));
    persist();
    if (!devices.isEmpty())
        std::ignore = tell(IsolationCause::DevicesChanged, QString::fromUtf8(devices.join(' ')));
    else if (!isNoise)
        std::ignore = tell(IsolationCause::RulesChanged, programName(heard));
}

void Isolation::Private::watchRules(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        qint64 own = 0;
        {
            const std::lock_guard lock(mutex);
            own = rules ? rules->lastProcess() : 0;
        }
        const auto heard = watch.wait(LookInterval, own);
        if (!stop.stop_requested())
            check(heard);
    }
}

// ---- for everybody

Isolation::Isolation(const QString &folder, const QString &root)
    : d(std::make_unique<Private>(folder, root))
{
}

Isolation::~Isolation()
{
    d->watcher.request_stop();
    d->watch.wake();
}

void Isolation::setListener(std::function<void(const IsolationChange &)> listener)
{
    d->listener = std::move(listener);
}

void Isolation::start()
{
    d->begin();
    d->watcher = std::jthread([this](const std::stop_token &stop) { d->watchRules(stop); });
}

Result<IsolationFacts> Isolation::isolate(const IsolationOrder &order)
{
    const std::lock_guard lock(d->mutex);
    const auto before = d->order;
    const bool answered = Probe::answers(order.service, AnswerPatience);
    if (const auto saved = d->file.save(order); !saved)
        return std::unexpected(saved.error());
    auto put = d->put(order);
    if (put && answered && !Probe::answers(order.service, AnswerPatience))
        put = fail(ErrorCode::ServiceCutOff, order.service.front().toString());
    if (!put) {
        const Error &why = put.error();
        if (before && d->file.save(*before) && d->put(*before))
            return std::unexpected(why);
        std::ignore = d->takeAway();
        if (why.code == ErrorCode::ServiceCutOff)
            std::ignore = d->tell(IsolationCause::RolledBack, debugText(why));
        return std::unexpected(why);
    }
    d->order->proved = answered;
    if (const auto saved = d->file.save(*d->order); !saved)
        return std::unexpected(saved.error());
    d->persist();
    IsolationFacts facts = d->facts();
    if (!answered)
        facts.shortfalls.push_back({IsolationGap::Service, order.service.front().toString()});
    d->tell(facts, IsolationCause::Ordered, {});
    return facts;
}

Result<IsolationFacts> Isolation::release()
{
    const std::lock_guard lock(d->mutex);
    if (const auto gone = d->takeAway(); !gone)
        return std::unexpected(gone.error());
    return d->tell(IsolationCause::Ordered);
}

IsolationFacts Isolation::observe()
{
    const std::lock_guard lock(d->mutex);
    return d->facts();
}

IsolationFacts Isolation::latest() const
{
    const std::lock_guard lock(d->addressMutex);
    return d->latest;
}

std::vector<Passage> Isolation::serviceAddresses() const
{
    const std::lock_guard lock(d->addressMutex);
    return d->addresses;
}

QUrl Isolation::reachable(const QUrl &service) const
{
    const std::lock_guard lock(d->addressMutex);
    if (d->addresses.empty())
        return service;
    const Passage &address = d->addresses.at(d->nextAddress++ % d->addresses.size());
    QUrl url = service;
    url.setHost(address.address.toString());
    url.setPort(address.firstPort);
    return url;
}

void Isolation::noteService(const QHostAddress &address)
{
    const std::lock_guard lock(d->addressMutex);
    d->reached = address;
}

Result<std::vector<Passage>> Isolation::findService(const QUrl &service) const
{
    constexpr int httpsPort = 443;
    constexpr size_t most = 32;
    const auto port = quint16(service.port(httpsPort));
    std::vector<Passage> found = serviceAddresses();
    const auto add = [&](const QHostAddress &address) {
        const Passage passage = passageTo(address, port);
        if (!address.isNull() && found.size() < most && !std::ranges::contains(found, passage))
            found.push_back(passage);
    };
    {
        const std::lock_guard lock(d->addressMutex);
        add(d->reached);
    }
    const QHostInfo info = QHostInfo::fromName(service.host());
    std::ranges::for_each(info.addresses(), add);
    if (found.empty())
        return fail(ErrorCode::CannotConnect, service.host(), info.errorString());
    return found;
}

Result<void> releaseByHand(const QString &folder, const QString &by, const QString &root)
{
    const IsolationFile file(folder);
    return savePrivateFile(releaseNotePath(folder), by.toUtf8())
        .and_then([&] { return file.remove(); })
        .and_then([&] {
            BootRules(folder, root).remove();
            return Nft::Tool::find();
        })
        .and_then([](Nft::Tool tool) { return tool.apply(Nft::removal()); });
}

} // namespace Sonde::Agent
