// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/actquestion.h"

#include "protocol/base/reason.h"
#include "protocol/command/actline.h"
#include "protocol/command/approvalrule.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// The line that only asks. Its plan is shown, not written to a file; why it is done is said with the act.
QString planLine(Invocation wanted)
{
    wanted.flags += u"plan"_s;
    wanted.values.remove(u"reason"_s);
    wanted.toFile.clear();
    wanted.background = false;
    wanted.output = OutputType::Table;
    return toLine(wanted);
}

} // namespace

ActQuestion::ActQuestion(
    SessionController &session, const Invocation &wanted, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_wanted(wanted)
{
    connect(&session, &SessionController::taken, this, [this](const QString &submission, CommandId command) {
        if (submission != m_submission)
            return;
        m_command = command;
        follow();
    });
    connect(&session, &SessionController::noted, this, [this](const QString &submission, const Error &error) {
        if (submission == m_submission)
            refuse({error});
    });
    connect(&session, &SessionController::commandChanged, this, [this](CommandId command) {
        if (command == m_command)
            extendPatience();
    });
    connect(&session, &SessionController::commandFinished, this, [this](CommandId command) {
        if (command == m_command)
            follow();
    });
    connect(&session, &SessionController::ended, this, [this] {
        if (m_state != State::Over)
            refuse({{ErrorCode::SessionClosed, m_session.id().toString(), {}, {}}});
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        stopAsking();
        refuse({Error{ErrorCode::TimedOut, m_wanted.verb, {}, {}}.with(
            Fact::Limit, qint64(m_patience.intervalAsDuration().count()))});
    });
    ask();
}

ActQuestion::~ActQuestion()
{
    stopAsking();
}

bool ActQuestion::isNeededFor(const TypedLine &line)
{
    return !line.problem() && line.command && changesDevice(*line.invocation) && checkActLine(*line.invocation)
        && line.invocation->value(u"approve"_s).isEmpty();
}

bool ActQuestion::needsApproval() const
{
    return Sonde::needsApproval(m_session.completion().access.approval, m_wanted);
}

QString ActQuestion::lookLine() const
{
    for (const Error &error : m_errors) {
        if (error.code == ErrorCode::NotLookedAt || error.code == ErrorCode::FactsChanged)
            return error.facts.text(Fact::Command);
    }
    return {};
}

bool ActQuestion::mayAskAgain() const
{
    constexpr std::array passing{ErrorCode::TimedOut, ErrorCode::Interrupted, ErrorCode::Cancelled, ErrorCode::Expired,
        ErrorCode::CannotConnect, ErrorCode::DeviceOffline};
    return m_state == State::Refused && !m_session.isEnded() && std::ranges::any_of(m_errors, [&](const Error &error) {
        return std::ranges::contains(passing, error.code);
    });
}

void ActQuestion::askAgain()
{
    if (mayAskAgain())
        ask();
}

ActQuestion::Conflict ActQuestion::conflict() const
{
    if (m_wanted.hasFlag(u"replace"_s))
        return Conflict::Replace;
    return m_wanted.hasFlag(u"beside"_s) ? Conflict::Beside : Conflict::Undecided;
}

void ActQuestion::setConflict(Conflict conflict)
{
    if (conflict == this->conflict() || m_state == State::Over)
        return;
    m_wanted.flags.removeAll(u"replace"_s);
    m_wanted.flags.removeAll(u"beside"_s);
    if (conflict != Conflict::Undecided)
        m_wanted.flags += conflict == Conflict::Replace ? u"replace"_s : u"beside"_s;
    stopAsking();
    ask();
}

void ActQuestion::ask()
{
    m_state = State::Asking;
    m_errors.clear();
    m_command = {};
    m_patience.start();
    m_submission = m_session.submit(planLine(m_wanted));
    Q_EMIT changed();
}

void ActQuestion::stopAsking()
{
    m_submission.clear();
    m_patience.stop();
    const CommandRecord *record = m_command.isValid() ? m_session.command(m_command) : nullptr;
    if (record && !isFinal(record->state) && !m_session.isEnded())
        m_session.cancel(m_command);
}

/// It says something: it is neither gone nor hung.
void ActQuestion::extendPatience()
{
    if (m_patience.isActive())
        m_patience.start();
}

void ActQuestion::followOutput(CommandOutput &output)
{
    connect(&output, &CommandOutput::wholeChanged, this, &ActQuestion::follow, Qt::UniqueConnection);
    connect(&output, &CommandOutput::changed, this, &ActQuestion::extendPatience, Qt::UniqueConnection);
    connect(&output, &CommandOutput::progressChanged, this, &ActQuestion::extendPatience, Qt::UniqueConnection);
}

void ActQuestion::follow()
{
    const CommandRecord *record = m_session.command(m_command);
    if (m_state != State::Asking || !record || !isFinal(record->state))
        return;
    if (record->state != CommandState::Completed)
        return refuse(record->errors);
    CommandOutput *output = m_session.output(m_command);
    if (output->whole())
        return read(*output);
    followOutput(*output);
}

void ActQuestion::read(CommandOutput &output)
{
    m_plan = output.table() ? actFrom(output.table()->snapshot()) : std::nullopt;
    if (!m_plan)
        return refuse({errorBecause(Reason::NoPlan, ErrorCode::ProtocolViolation, m_wanted.verb)});
    m_state = State::Planned;
    m_patience.stop();
    Q_EMIT changed();
}

void ActQuestion::refuse(std::vector<Error> errors)
{
    m_state = State::Refused;
    m_patience.stop();
    m_plan.reset();
    m_errors = std::move(errors);
    if (m_errors.empty()) // cancelled or expired without a word
        m_errors.push_back({ErrorCode::Interrupted, m_wanted.verb, {}, {}});
    Q_EMIT changed();
}

void ActQuestion::confirm(const QString &reason)
{
    if (m_state != State::Planned)
        return;
    Invocation act = m_wanted;
    act.values.insert(u"approve"_s, m_plan->hash);
    if (reason.trimmed().isEmpty())
        act.values.remove(u"reason"_s);
    else
        act.values.insert(u"reason"_s, reason.trimmed());
    m_state = State::Over;
    m_session.submit(toLine(act));
    Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_actquestion.cpp"
