// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/approval.h"
#include "service/access/deadline.h"
#include "service/sessions/sessionregister.h"

#include <QTimer>
#include <map>

namespace Sonde::Service {

/// A line that waits for a second person, and all that they are shown of it.
struct HeldLine {
    Subject subject;
    QString analyst; ///< whose line it is
    Event::ApprovalRequested asked;
    QDateTime time; ///< when it was typed
    CommandId plan; ///< the command that told what it would do; none: the line makes no plan
    Deadline deadline;
};

/// The lines that wait. What becomes of them others decide; it says when the time of one is over.
class Approvals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Approvals)

public:
    /// Of one session.
    static constexpr qsizetype MostHeld = 20;

    explicit Approvals(QObject *parent = nullptr);

    void add(HeldLine line);
    /// Nothing when none waits under this number.
    [[nodiscard]] std::optional<HeldLine> take(CommandId command);
    [[nodiscard]] const HeldLine *find(CommandId command) const;
    [[nodiscard]] std::vector<CommandId> of(SessionId session) const;
    [[nodiscard]] const std::map<CommandId, HeldLine> &all() const { return m_lines; }

    /// Says overdue() of those that are over when the clock says that it is this time.
    void sweep(const QDateTime &now);

Q_SIGNALS:
    /// One more, or one less.
    void changed();
    void overdue(Sonde::CommandId command);

private:
    void arm();

    std::map<CommandId, HeldLine> m_lines;
    QTimer m_timer;
};

/// As it is shown, with the time that is left.
[[nodiscard]] ApprovalRecord recordOf(const HeldLine &line, const QString &group);

} // namespace Sonde::Service
