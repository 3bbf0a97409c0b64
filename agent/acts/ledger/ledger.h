// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/acts/act.h"
#include "protocol/base/identifiers.h"

#include <QDateTime>
#include <QFile>
#include <map>
#include <mutex>

namespace Sonde::Agent {

/// What an act is begun with.
struct ActIntent {
    CommandId command;
    SessionId session;
    QDateTime time;
    QString analyst;
    QString reason;
    QDateTime expires; ///< until then it can be undone
    ActPlan plan;
    std::vector<QCborMap> kept; ///< of each step, what is needed to take it back
};

struct ActRecord {
    quint64 number = 0;
    ActIntent intent;
    std::vector<StepOutcome> outcomes = {};
    std::optional<ActState> end = {};
    std::optional<quint64> undoneBy = {};
    bool expired = false;                   ///< what was kept for its undo is gone
    bool told = false;                      ///< the service has all of it in its journal
    std::vector<ActThing> partsUndone = {}; ///< of several things

    /// With what a later act made of it.
    [[nodiscard]] ActState state() const;
    /// Whether there is something that an undo could take back.
    [[nodiscard]] bool canBeUndone() const;
    /// The number of one of its things that can be undone by itself.
    [[nodiscard]] std::optional<size_t> undoableThing(EntityType type, const QString &id) const;
};

/// The acts of this device, in a file to which lines are added: the intent is on disk before anything is touched, the end when all is. A
/// crash leaves at most one act without an end. When the file has grown, it is written anew without what nobody needs any more, at one
/// stroke. Thread-safe.
class Ledger final
{
    Q_DISABLE_COPY_MOVE(Ledger)

public:
    /// Acts that nobody can undo and that the service has are forgotten when there are later ones, this many.
    static constexpr size_t MostPast = 1000;
    /// The file is looked through when it is larger than that, and again when it has doubled since.
    static constexpr qint64 LargeBytes = 4 * 1024 * 1024;

    /// `largeBytes`: less in tests.
    explicit Ledger(const QString &path, qint64 largeBytes = LargeBytes)
        : m_file(path)
        , m_largeBytes(largeBytes)
    {
    }

    /// Reads what is there; what a crash cut off at its end is left behind. StorageFailed.
    [[nodiscard]] Result<void> open();

    /// The number of the new act; on disk when this returns.
    [[nodiscard]] Result<quint64> begin(const ActIntent &intent);
    [[nodiscard]] Result<void> add(quint64 act, const StepOutcome &outcome);
    /// On disk when this returns.
    [[nodiscard]] Result<void> end(quint64 act, ActState state);
    [[nodiscard]] Result<void> setExpired(quint64 act);
    [[nodiscard]] Result<void> setTold(quint64 act);

    [[nodiscard]] std::optional<ActRecord> act(quint64 number) const;
    [[nodiscard]] std::optional<ActRecord> ofCommand(CommandId command) const;
    /// Oldest first.
    [[nodiscard]] std::vector<ActRecord> acts() const;

private:
    struct Line;

    void apply(const Line &line);
    enum class Flush { Now, Later };
    [[nodiscard]] Result<void> write(const Line &line, Flush flush);
    [[nodiscard]] Result<void> openFile();
    void forgetThePast();
    void compactIfLarge();
    [[nodiscard]] QByteArray wholeText() const;

    mutable std::mutex m_mutex; ///< guards all below
    QFile m_file;
    const qint64 m_largeBytes;
    qint64 m_compactAt = 0; ///< bytes
    std::map<quint64, ActRecord> m_acts;
    quint64 m_last = 0;
};

} // namespace Sonde::Agent
