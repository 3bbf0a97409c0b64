// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/retention/retention.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

Q_LOGGING_CATEGORY(retentionLog, "sonde.retention")

constexpr auto FirstRun = 1min;
constexpr auto RunInterval = 1h;
/// So long a clock has to run evenly, and so far it may be off meanwhile.
constexpr auto EvenAtLeast = 1h;
constexpr auto MostDrift = 5min;
/// Between two steps, in which everybody else has their turn.
constexpr auto StepPause = 20ms;
constexpr auto WaitPause = 500ms;
/// An index that does not come to it does not keep output from being removed for ever.
constexpr auto LongestWait = 1h;
constexpr quint32 SessionsAtOnce = 50;
constexpr size_t FilesAtOnce = 20;

TenantSetting settingOf(ContentKind what)
{
    return what == ContentKind::Output ? TenantSetting::OutputDays : TenantSetting::EvidenceDays;
}

} // namespace

/// Content that is going.
struct Retention::Underway {
    StoredRemoval removal;
    std::unique_ptr<OutputRemoval> output = {};
    std::vector<StoredEvidence> evidence = {};
    bool isBegun = false;
    bool isOver = false;
    bool isDone = false; ///< and nothing of it is left
    QElapsedTimer since = {};
};

Retention::Retention(Store &store, Turn &turn, JournalWriter &journal, const Settings &settings,
    EvidenceTransfers &evidence, Forgotten forgotten, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_turn(turn)
    , m_journal(journal)
    , m_settings(settings)
    , m_evidence(evidence)
    , m_forgotten(std::move(forgotten))
{
    m_steps.setSingleShot(true);
    connect(&m_steps, &QTimer::timeout, this, &Retention::step);
    connect(&m_runs, &QTimer::timeout, this, [this] {
        m_runs.start(RunInterval);
        runByClock();
    });
    m_runs.start(FirstRun);
    m_evenSince = QDateTime::currentDateTimeUtc();
    m_even.start();
}

Retention::~Retention() = default;

void Retention::run(const QDateTime &now)
{
    m_now = now;
    m_looked = 0;
    m_kinds = {ContentKind::Evidence, ContentKind::Output};
    resume();
}

void Retention::runByClock()
{
    if (isClockEven())
        run(QDateTime::currentDateTimeUtc());
    else
        resume();
}

bool Retention::isClockEven()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::chrono::milliseconds ran(m_even.elapsed());
    const auto drift = now - (m_evenSince + ran);
    if (std::chrono::abs(drift) <= MostDrift)
        return ran >= EvenAtLeast;
    qCWarning(retentionLog) << "the clock was set by" << std::chrono::duration_cast<std::chrono::minutes>(drift).count()
                            << "min: nothing is removed before it has run evenly for an hour";
    m_evenSince = now;
    m_even.start();
    return false;
}

void Retention::resume()
{
    for (const StoredRemoval &removal : m_store.removalsUnderway()) {
        const bool isKnown = std::ranges::any_of(
            m_underway, [&](const Underway &known) { return known.removal.entry == removal.entry; });
        if (!isKnown) {
            m_underway.push_back({.removal = removal});
            m_underway.back().since.start();
        }
    }
    if (!isIdle())
        goOn(StepPause);
}

bool Retention::isIdle() const
{
    return m_underway.empty() && m_kinds.empty();
}

/// Nothing goes of which the entry could still be lost.
void Retention::goOn(std::chrono::milliseconds pause)
{
    m_turn.afterCommit([self = QPointer(this), pause] {
        if (self)
            self->m_steps.start(pause);
    });
}

void Retention::step()
{
    const bool hasWorked = work();
    const bool hasLooked = mayLook();
    if (hasLooked)
        lookForMore();
    if (!isIdle())
        goOn(hasWorked || hasLooked ? StepPause : WaitPause);
}

// ---- what is due

qint64 Retention::days(ContentKind what) const
{
    return m_settings.number(settingOf(what));
}

/// That files go is what a full disk needs.
bool Retention::mayLook() const
{
    return !m_kinds.empty() && !m_turn.isStuck() && (m_kinds.front() == ContentKind::Evidence || !m_turn.isFull());
}

void Retention::lookForMore()
{
    const ContentKind what = m_kinds.front();
    const qint64 kept = days(what);
    const auto sessions = kept > 0 ? m_store.sessionsClosed(m_looked, m_now.addDays(-kept), what, SessionsAtOnce)
                                   : std::vector<ClosedSession>();
    if (sessions.empty()) {
        m_kinds.pop_front();
        m_looked = 0;
    }
    for (const ClosedSession &session : sessions) {
        m_looked = session.entry;
        // A file may still be on its way after the session.
        if (session.isSaid || !session.hasEnded)
            continue;
        if (remove(session, what))
            return; // to see how much there is takes a while
    }
}

bool Retention::remove(const ClosedSession &session, ContentKind what)
{
    const ContentSize size = sizeOf(session.session, what);
    if (size.count == 0) {
        m_store.noteNothingToRemove(session.session, what);
        return false;
    }
    m_journal.append(ServiceActor, {.device = session.device, .session = session.session},
        Event::ContentRemoved{what, size.count, size.bytes, settingKey(settingOf(what)), quint32(days(what))});
    m_underway.push_back({.removal = {what, session.session, m_journal.lastNumber()}});
    m_underway.back().since.start();
    return true;
}

ContentSize Retention::sizeOf(SessionId session, ContentKind what)
{
    if (what == ContentKind::Output)
        return m_store.outputOf(session);
    ContentSize size;
    for (const StoredEvidence &evidence : m_store.evidenceOf(session)) {
        ++size.count;
        size.bytes += quint64(evidence.size);
    }
    return size;
}

// ---- what is going

bool Retention::mayGo(const Underway &removal) const
{
    if (removal.removal.what == ContentKind::Evidence)
        return true;
    // Bytes give way to hashes, which a full disk has no room for at first.
    return !m_turn.isFull()
        && (m_forgotten() >= removal.removal.entry || removal.since.durationElapsed() >= LongestWait);
}

bool Retention::work()
{
    const auto next = std::ranges::find_if(m_underway, [this](const Underway &one) { return mayGo(one); });
    if (next == m_underway.end())
        return false;
    if (!std::exchange(next->isBegun, true)) {
        if (next->removal.what == ContentKind::Output)
            next->output = std::make_unique<OutputRemoval>(m_store, next->removal.session);
        else
            next->evidence = m_store.evidenceOf(next->removal.session);
    }
    if (next->output)
        next->isOver = next->isDone = next->output->removeSome();
    else
        removeEvidence(*next);
    if (next->isDone)
        m_store.finishRemoval(next->removal);
    if (next->isOver)
        m_underway.erase(next);
    return true;
}

/// What another session has brought, too, stays for it.
void Retention::removeEvidence(Underway &removal)
{
    for (size_t done = 0; done < FilesAtOnce && !removal.evidence.empty(); ++done) {
        const StoredEvidence evidence = removal.evidence.back();
        removal.evidence.pop_back();
        if (m_store.isEvidenceKept(evidence.sha256))
            continue;
        if (const auto removed = m_evidence.remove(evidence.command, evidence.sha256); !removed) {
            // It is tried again at the next run.
            qCWarning(retentionLog).noquote() << "evidence was not removed:" << debugText(removed.error());
            removal.isOver = true;
            return;
        }
    }
    removal.isOver = removal.isDone = removal.evidence.empty();
}

} // namespace Sonde::Service

#include "moc_retention.cpp"
