// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolation.h"

#include "agent/system/isolation/base/wfpengine_windows.h"
#include "agent/system/isolation/isolationprobes.h"
#include "agent/system/storage/storage.h"

#include <QFile>
#include <QHostInfo>
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

// As on Linux, with the filters of Windows: they stay by themselves, also while the device starts, and nobody tells when they change, so
// they are looked at now and then. It has not run.
namespace Sonde::Agent {

namespace {

QString releaseNotePath(const QString &folder)
{
    return folder + u"/isolation-released"_s;
}

/// What is wrong, though it does not mean that something passes.
bool isOnlyToKnow(IsolationGap gap)
{
    return gap == IsolationGap::Watch || gap == IsolationGap::Service;
}

std::vector<IsolationShortfall> probe()
{
    std::vector<IsolationShortfall> shortfalls;
    if (Probe::sendIpv4() == Probe::Sending::Passed)
        shortfalls.push_back({IsolationGap::Ipv4, {}});
    if (Probe::sendIpv6() == Probe::Sending::Passed)
        shortfalls.push_back({IsolationGap::Ipv6, {}});
    return shortfalls;
}

} // namespace

/// The mutex guards all but the listener.
struct Isolation::Private {
    explicit Private(const QString &agentFolder)
        : folder(agentFolder)
        , file(agentFolder)
    {
    }

    [[nodiscard]] Result<void> put(const IsolationOrder &wanted);
    [[nodiscard]] bool proveOrRollBack();
    [[nodiscard]] Result<void> takeAway();
    void letGo();
    [[nodiscard]] IsolationFacts facts();
    IsolationFacts tell(IsolationCause cause, const QString &by = {});
    void tell(const IsolationFacts &seen, IsolationCause cause, const QString &by);
    void begin();
    void check();
    void watchFilters(const std::stop_token &stop);

    const QString folder;
    const IsolationFile file;
    std::function<void(const IsolationChange &)> listener = [](const IsolationChange &) {};

    std::mutex mutex;
    std::optional<IsolationOrder> order;

    mutable std::mutex addressMutex; ///< of what is asked for by threads that may not wait
    std::vector<Passage> addresses;
    mutable size_t nextAddress = 0;
    QHostAddress reached;
    IsolationFacts latest;

    std::mutex sleepMutex;
    std::condition_variable_any sleep;
    std::jthread watcher; ///< the last: it ends before all that it uses
};

// ---- putting and taking away; the mutex is held

Result<void> Isolation::Private::put(const IsolationOrder &wanted)
{
    const auto put = Wfp::Engine::apply(Wfp::filtersFor(wanted.passages()));
    if (!put)
        return put;
    order = wanted;
    const std::lock_guard lock(addressMutex);
    addresses = wanted.service;
    return {};
}

/// What an agent finds that died between putting the filters and proving that its service still answers. False: they were taken away again.
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
    std::ignore = Wfp::Engine::remove();
    if (!Probe::answers(doubtful.service, AnswerPatience))
        return put(doubtful).has_value(); // it was not the filters
    std::ignore = takeAway();
    return false;
}

/// In this order: whoever looks at the file finds that nothing is to be kept before anything is missing.
Result<void> Isolation::Private::takeAway()
{
    if (const auto removed = file.remove(); !removed)
        return removed;
    letGo();
    return Wfp::Engine::remove();
}

void Isolation::Private::letGo()
{
    order.reset();
    const std::lock_guard lock(addressMutex);
    addresses.clear();
}

// ---- what is

IsolationFacts Isolation::Private::facts()
{
    const IsolationOrder meant = order.value_or(IsolationOrder());
    IsolationFacts facts{
        .wanted = order.has_value(), .since = meant.since, .analyst = meant.analyst, .reason = meant.reason};
    if (!order && !Wfp::Engine::isThere())
        return facts;
    const auto seen = Wfp::Engine::look(Wfp::filtersFor(meant.passages()));
    if (!order) {
        facts.state = seen.anything ? IsolationState::Partly : IsolationState::Released;
        return facts;
    }
    for (const Passage &passage : meant.passages())
        facts.passages += passage.toString();
    if (!seen.isWhole)
        facts.shortfalls.push_back({IsolationGap::HostRules, seen.refusal});
    const auto passed = probe();
    facts.shortfalls.insert(facts.shortfalls.end(), passed.begin(), passed.end());
    facts.shortfalls.push_back({IsolationGap::Watch, {}});
    const bool isWhole = std::ranges::all_of(facts.shortfalls, isOnlyToKnow, &IsolationShortfall::gap);
    if (!seen.known)
        facts.state = IsolationState::NotConfirmed;
    else if (!seen.anything)
        facts.state = IsolationState::Released;
    else
        facts.state = isWhole ? IsolationState::Isolated : IsolationState::Partly;
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
        if (Wfp::Engine::isThere() && Wfp::Engine::look({}).anything)
            std::ignore = Wfp::Engine::remove();
        return;
    }
    order = **ordered;
    if (const auto ready = put(**ordered); !ready)
        std::ignore = tell(IsolationCause::AgentStarted, debugText(ready.error()));
    else
        std::ignore = tell(proveOrRollBack() ? IsolationCause::AgentStarted : IsolationCause::RolledBack);
}

void Isolation::Private::check()
{
    const std::lock_guard lock(mutex);
    if (!order)
        return;
    if (const auto ordered = file.load(); ordered && !*ordered) {
        QFile note(releaseNotePath(folder));
        const QString by = note.open(QIODevice::ReadOnly) ? QString::fromUtf8(note.readAll()) : QString();
        letGo();
        std::ignore = tell(IsolationCause::Code, by);
        note.remove();
        return;
    }
    const auto seen = Wfp::Engine::look(Wfp::filtersFor(order->passages()));
    if (!seen.known || seen.isWhole)
        return;
    const auto put = this->put(*order);
    if (const auto still = file.load(); still && !*still) // somebody released it just now
        std::ignore = Wfp::Engine::remove();
    else
        std::ignore = tell(IsolationCause::RulesChanged, put ? QString() : debugText(put.error()));
}

void Isolation::Private::watchFilters(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(sleepMutex);
            sleep.wait_for(lock, stop, LookInterval, [] { return false; });
        }
        if (!stop.stop_requested())
            check();
    }
}

// ---- for everybody

Isolation::Isolation(const QString &folder, const QString &)
    : d(std::make_unique<Private>(folder))
{
}

Isolation::~Isolation() = default;

void Isolation::setListener(std::function<void(const IsolationChange &)> listener)
{
    d->listener = std::move(listener);
}

void Isolation::start()
{
    d->begin();
    d->watcher = std::jthread([this](const std::stop_token &stop) { d->watchFilters(stop); });
}

Result<IsolationFacts> Isolation::isolate(const IsolationOrder &order)
{
    const std::lock_guard lock(d->mutex);
    if (!Wfp::Engine::isThere())
        return fail(ErrorCode::NoSubsystem, u"BFE"_s);
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

Result<void> releaseByHand(const QString &folder, const QString &by, const QString &)
{
    return savePrivateFile(releaseNotePath(folder), by.toUtf8())
        .and_then([&] { return IsolationFile(folder).remove(); })
        .and_then([] { return Wfp::Engine::remove(); });
}

} // namespace Sonde::Agent
