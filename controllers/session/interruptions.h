// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"

#include <QPointer>
#include <QTimer>

namespace Sonde::Client {

/// What a program that ended and was started again has cost: how many of the commands that it carried out were interrupted. That is known
/// once each of them has ended; what goes on where it was never says so, and is waited for only so long.
class Interruptions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interruptions)

public:
    static constexpr std::chrono::seconds Patience{15};

    explicit Interruptions(QObject *parent = nullptr);

    /// Its commands count.
    void follow(SessionController *session);
    /// This program, which carries out such commands, has ended just now. counted() follows, at once when there were none.
    void begin(const QString &program, Runs where);
    void setPatience(std::chrono::milliseconds patience) { m_deadline.setInterval(patience); }

Q_SIGNALS:
    /// `undecided`: of which it is not known yet.
    void counted(const QString &program, int interrupted, int undecided);

private:
    struct Ran {
        QPointer<SessionController> session;
        CommandId command;

        [[nodiscard]] std::optional<CommandState> state() const;
    };
    void look();
    void count();

    QList<QPointer<SessionController>> m_sessions;
    QString m_program;
    QList<Ran> m_ran;
    QTimer m_deadline;
};

} // namespace Sonde::Client
