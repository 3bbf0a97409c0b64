// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/evidence/evidencetransfers.h"
#include "service/retention/outputremoval.h"
#include "service/settings/tenantsettings.h"
#include "service/store/journalwriter.h"
#include "service/store/turn.h"

#include <QElapsedTimer>
#include <QTimer>
#include <deque>
#include <list>

namespace Sonde::Service {

/// Removes the content of sessions that closed longer ago than the tenant keeps it: what their commands printed, and the files that they
/// brought. The journal stays as it is, and an entry for each session and kind says what went.
///
/// The entry is committed first, and the content goes after it, in small steps between which others have their turn. So a service that is
/// killed meanwhile leaves nothing unsaid, and goes on where it was when it is started again. Runs by itself each hour, and when a setting
/// has changed; what is said already goes on soon after the start.
class Retention final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Retention)

public:
    /// Up to which entry the search has forgotten what is removed: it needs the text for that.
    using Forgotten = std::function<quint64()>;

    Retention(Store &store, Turn &turn, JournalWriter &journal, const Settings &settings, EvidenceTransfers &evidence,
        Forgotten forgotten, QObject *parent = nullptr);
    ~Retention() override;

    /// Everything that is due as of `now`, step by step. What is under way goes on.
    void run(const QDateTime &now);
    /// As of the clock of this computer, if that can be believed: once it has run evenly for an hour. One that is set far ahead makes
    /// everything due, and what is removed does not come back.
    void runByClock();
    /// Nothing is left to do of what was due.
    [[nodiscard]] bool isIdle() const;

private:
    struct Underway;

    /// What is said to be removed, and is not wholly: a service that was killed has left it.
    void resume();
    [[nodiscard]] bool isClockEven();
    void step();
    void goOn(std::chrono::milliseconds pause);
    /// Looks at the next closed sessions, and says of what is due that it is removed.
    void lookForMore();
    [[nodiscard]] bool mayLook() const;
    /// Whether there is anything.
    bool remove(const ClosedSession &session, ContentKind what);
    [[nodiscard]] qint64 days(ContentKind what) const;
    [[nodiscard]] ContentSize sizeOf(SessionId session, ContentKind what);
    /// The next of what is under way: whether anything of it could be done.
    [[nodiscard]] bool work();
    [[nodiscard]] bool mayGo(const Underway &removal) const;
    void removeEvidence(Underway &removal);

    Store &m_store;
    Turn &m_turn;
    JournalWriter &m_journal;
    const Settings &m_settings;
    EvidenceTransfers &m_evidence;
    Forgotten m_forgotten;
    QDateTime m_now;
    QDateTime m_evenSince;           ///< by the clock of this computer…
    QElapsedTimer m_even;            ///< …and by the one that nobody sets
    std::deque<ContentKind> m_kinds; ///< whose closed sessions are still to be looked at
    quint64 m_looked = 0;            ///< the entry by which the last of them closed
    std::list<Underway> m_underway;
    QTimer m_steps;
    QTimer m_runs;
};

} // namespace Sonde::Service
