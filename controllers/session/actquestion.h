// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "models/acts/shownact.h"

#include <QTimer>

namespace Sonde::Client {

/// One act, from the line that was typed to the analyst's yes: asks the device what it would do, and has just that done, or nothing. Both
/// are commands like any other, in the journal and in the console.
class ActQuestion final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActQuestion)

public:
    /// Asking: the device has not answered yet. Refused: errors() say why there is no plan. Planned: plan() may be confirmed. Over:
    /// confirmed, or nobody wants to know any more.
    enum class State { Asking, Refused, Planned, Over };
    Q_ENUM(State)
    /// What is to become of something that stands in the place of what is put back.
    enum class Conflict { Undecided, Replace, Beside };
    Q_ENUM(Conflict)

    /// How long a device may say nothing about its plan: longer than it takes to hash the largest file one would remediate.
    static constexpr std::chrono::seconds Patience{120};

    /// Asks at once; `session` outlives it. `wanted` changes a device. After `patience` without a word from the device it is Refused
    /// with TimedOut.
    ActQuestion(SessionController &session, const Invocation &wanted, std::chrono::milliseconds patience = Patience,
        QObject *parent = nullptr);
    /// Nobody waits for the plan any more: a command that still makes one is cancelled.
    ~ActQuestion() override;

    /// Whether a line is to be asked about before it runs: it would change the device, and names no plan that somebody has seen.
    [[nodiscard]] static bool isNeededFor(const TypedLine &line);
    /// Whether it waits for a second person once it is confirmed.
    [[nodiscard]] bool needsApproval() const;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Invocation &wanted() const { return m_wanted; }
    /// That it would be done on.
    [[nodiscard]] DeviceId device() const { return m_session.session().device; }
    /// Of the last answer; stays while it is asked again.
    [[nodiscard]] const std::optional<ShownAct> &plan() const { return m_plan; }
    [[nodiscard]] const std::vector<Error> &errors() const { return m_errors; }
    /// The line that has to be typed first, where a refusal names one; empty otherwise.
    [[nodiscard]] QString lookLine() const;

    /// Another time the answer may be another: nobody refused anything, the answer did not come.
    [[nodiscard]] bool mayAskAgain() const;
    void askAgain();

    [[nodiscard]] Conflict conflict() const;
    /// Asks for the plan that treats it so.
    void setConflict(Conflict conflict);
    /// Has the plan done, when there is one. An empty reason says nothing about it.
    void confirm(const QString &reason);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void follow();
    void read(CommandOutput &output);
    void refuse(std::vector<Error> errors);
    void stopAsking();
    void followOutput(CommandOutput &output);
    void extendPatience();

    SessionController &m_session;
    Invocation m_wanted;
    State m_state = State::Asking;
    QString m_submission; ///< of the line that asks
    CommandId m_command;  ///< that it became
    std::optional<ShownAct> m_plan;
    std::vector<Error> m_errors;
    QTimer m_patience; ///< runs while it is being asked
};

} // namespace Sonde::Client
