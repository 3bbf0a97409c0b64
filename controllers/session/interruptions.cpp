// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/interruptions.h"

namespace Sonde::Client {

namespace {

/// A line that waits for its device or for somebody's approval goes on waiting; what opens the session is asked for again.
bool isCarriedOut(const CommandRecord &command, Runs where)
{
    const bool isBegun = where == Runs::Service || command.state != CommandState::Created;
    const bool isUnderWay = isBegun && command.state != CommandState::Held && !isFinal(command.state);
    const CommandSpec *spec = Catalogue::instance().find(command.invocation.verb);
    return isUnderWay && spec && spec->runs == where && !spec->has(Trait::OpensSession);
}

} // namespace

Interruptions::Interruptions(QObject *parent)
    : QObject(parent)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(Patience);
    connect(&m_deadline, &QTimer::timeout, this, &Interruptions::count);
}

void Interruptions::follow(SessionController *session)
{
    m_sessions.removeAll(nullptr);
    m_sessions.append(session);
    connect(session, &SessionController::commandFinished, this, &Interruptions::look);
}

void Interruptions::begin(const QString &program, Runs where)
{
    if (m_deadline.isActive())
        count();
    m_program = program;
    for (const auto &session : std::as_const(m_sessions)) {
        if (!session)
            continue;
        for (const CommandRecord &command : session->commands()) {
            if (isCarriedOut(command, where))
                m_ran.append({session, command.id});
        }
    }
    m_deadline.start();
    look();
}

/// Of a session whose tab was closed nobody knows.
std::optional<CommandState> Interruptions::Ran::state() const
{
    const CommandRecord *record = session ? session->command(command) : nullptr;
    return record ? std::optional(record->state) : std::nullopt;
}

void Interruptions::look()
{
    const auto isDecided = [](const Ran &one) { return isFinal(one.state().value_or(CommandState::Completed)); };
    if (m_deadline.isActive() && std::ranges::all_of(m_ran, isDecided))
        count();
}

void Interruptions::count()
{
    m_deadline.stop();
    const QList<Ran> ran = std::exchange(m_ran, {});
    const auto isInterrupted = [](const Ran &one) { return one.state() == CommandState::Interrupted; };
    const auto isUndecided = [](const Ran &one) { return !isFinal(one.state().value_or(CommandState::Created)); };
    Q_EMIT counted(
        m_program, int(std::ranges::count_if(ran, isInterrupted)), int(std::ranges::count_if(ran, isUndecided)));
}

} // namespace Sonde::Client

#include "moc_interruptions.cpp"
