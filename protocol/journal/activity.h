// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

#include <QObject>
#include <optional>

/// What was done in a tenant, one line for each thing: the journal without what is only on the way to something.
namespace Sonde {

/// The words of the activity.
class Activity final
{
    Q_GADGET

public:
    /// What became of something that was done.
    enum class Outcome { Underway, Done, Partly, Failed, Refused, Cancelled };
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

/// Nothing for an entry that is only on the way to something. A command is under way until outcomeOf() its end.
[[nodiscard]] std::optional<ActivityRecord> activityOf(const JournalEntry &entry);
[[nodiscard]] ActivityOutcome outcomeOf(const Event::CommandFinished &finished);

} // namespace Sonde
