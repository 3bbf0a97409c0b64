// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

#include <map>
#include <set>

namespace Sonde {

/// What was done to a device, or begun, as the journal tells it.
struct ActSummary {
    DeviceId device;
    quint64 act = 0; ///< its number on that device
    SessionId session;
    CommandId command;
    QDateTime time; ///< when it began
    QString analyst;
    QString reason;
    ActKind kind = ActKind::Remediate;
    EntityType type = EntityType::File;
    QString id; ///< what it was done to, as it can be typed
    quint32 steps = 0;
    qint64 size = 0; ///< bytes that were taken away
    ActState state = ActState::Begun;
    std::optional<quint64> undoes;    ///< the act on that device that this one takes back
    std::optional<quint64> undoneBy;  ///< the act that took this one back, wholly or in part
    std::optional<QDateTime> expires; ///< until then it can be undone
    quint64 changed = 0;              ///< the journal's entry that spoke of it last
    /// Of touchedBesides() the first MostBesides, and then "…" when there are more; none: nothing.
    std::optional<QStringList> besides = {};

    bool operator==(const ActSummary &) const = default;
};

/// Of how many things a summary tells; its plan, in the journal, has all.
inline constexpr qsizetype MostBesides = 20;

/// Whether an undo could take something of it back, as far as the journal knows: the device may have forgotten it.
[[nodiscard]] bool canBeUndone(const ActSummary &act, const QDateTime &now);

/// The acts of all devices, folded from the journal's entries in their order.
class ActBook final
{
public:
    /// False when the entry is about no act.
    bool apply(const JournalEntry &entry);

    /// Those that changed after this entry, about `most`, those that changed first first: what one entry changed stays together.
    [[nodiscard]] std::vector<ActSummary> changedAfter(quint64 entry, size_t most) const;
    [[nodiscard]] quint64 lastChange() const { return m_order.empty() ? 0 : m_order.rbegin()->first; }

private:
    struct Page {
        ActSummary summary;
        std::map<quint32, qint64> sizes; ///< of the steps that take something away, until it has ended
    };
    void begin(const JournalEntry &entry, const Event::ActPlanned &planned);
    void step(Page &page, const StepOutcome &outcome);
    void end(Page &page, const Event::ActEnded &ended, quint64 entry);
    void touch(Page &page, quint64 entry);

    std::map<CommandId, Page> m_pages;                          ///< a command does one act at most
    std::set<std::pair<quint64, CommandId>> m_order;            ///< by the entry that changed it last
    std::map<std::pair<QString, quint64>, CommandId> m_numbers; ///< the latest of that number on a device
};

} // namespace Sonde
