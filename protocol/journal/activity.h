// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QObject>
#include <optional>

/// What was done in a tenant, one line for each thing: the journal without what is only on the way to something.
namespace Sonde {

/// The words of the activity.
class Activity final
{
    Q_GADGET

public:
    /// What became of something that was done. Planned: it only looked at what it would do. NotDownloaded: the service has the file, and
    /// nobody else. Happened: nobody did it. The search index keeps the numbers.
    enum class Outcome {
        Underway,
        Done,
        Partly,
        Failed,
        Refused,
        Cancelled,
        Planned,
        Interrupted,
        Expired,
        NotDownloaded,
        Happened
    };
    Q_ENUM(Outcome)
};
using ActivityOutcome = Activity::Outcome;

/// What of it is wanted; what is empty limits nothing.
struct ActivityFilter {
    QString user = {};
    DeviceId device = {};
    /// Words of what was typed or printed, all of them in one line, each from its beginning. It is about commands then.
    QString what = {};
    std::optional<ActivityOutcome> outcome = {};
    std::optional<QDateTime> from = {};
    std::optional<QDateTime> until = {};

    bool operator==(const ActivityFilter &) const = default;
};

/// Where the words were found in what a command printed.
struct ActivityHit {
    quint32 chunk = 0;
    quint32 line = 0; ///< of the chunk: a row, or a line of text
    QString text;     ///< the line, cut around the words

    bool operator==(const ActivityHit &) const = default;
};

struct ActivityRecord {
    quint64 number = 0; ///< of the entry
    QDateTime time;
    QString actor;
    DeviceId device;
    SessionId session;
    CommandId command;
    QString kind; ///< eventName()
    QString what; ///< the line that was typed, the name, the address…
    ActivityOutcome outcome = ActivityOutcome::Done;
    std::optional<ActivityHit> hit = {};

    bool operator==(const ActivityRecord &) const = default;
};

/// Nothing for an entry that is only on the way to something. A command is under way until its outcomeOf(), and what asks for approval
/// until it is accepted or rejected.
[[nodiscard]] std::optional<ActivityRecord> activityOf(const JournalEntry &entry);
/// Of a command, for everybody who shows it, counts it or looks for it. `isDelivered`: its file came to somebody.
[[nodiscard]] ActivityOutcome outcomeOf(const CommandRecord &command, bool isDelivered);
/// The same, as far as the journal knows who has its file.
[[nodiscard]] ActivityOutcome outcomeOf(const CommandRecord &command);
/// Whether it is about a line that an earlier entry has, or about a session whose owner an earlier entry names: without that nobody knows
/// what it says.
[[nodiscard]] bool isAboutLine(const JournalEvent &event);
[[nodiscard]] bool isAboutSession(const JournalEvent &event);
/// Whether the outcome of its command may be another one after this entry.
[[nodiscard]] bool decidesOutcome(const JournalEvent &event);

} // namespace Sonde
