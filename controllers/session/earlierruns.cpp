// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/earlierruns.h"

#include "models/session/sessionreader.h"

#include <algorithm>

namespace Sonde::Client {

EarlierRuns::EarlierRuns(TenantClient &client, SessionController &session, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
{
}

EarlierRuns::~EarlierRuns() = default;

QList<EarlierRuns::Run> EarlierRuns::before(CommandId command) const
{
    const CommandRecord *record = m_session.command(command);
    if (!record)
        return {};
    QList<Run> runs;
    addRuns(runs, *record, m_session.watch()->records());
    if (m_last)
        addRuns(runs, *record, m_last->records());
    std::ranges::sort(runs, std::ranges::greater(), [](const Run &run) { return run.command.id; });
    return runs;
}

void EarlierRuns::addRuns(QList<Run> &runs, const CommandRecord &like, const CommandRecords &from) const
{
    for (const CommandRecord &one : from.commands()) {
        const bool same = one.invocation.verb == like.invocation.verb && one.origin == LineOrigin::Analyst;
        if (same && one.id < like.id && one.state == CommandState::Completed)
            runs.append({one, from.id() == m_session.id()});
    }
}

void EarlierRuns::lookUp()
{
    if (std::exchange(m_asked, true))
        return;
    m_problem.reset();
    const Message::FetchEligibility question{.request = 0, .device = m_session.session().device};
    m_client.request<Message::Eligibility>(question, this, [this](const Result<Message::Eligibility> &answer) {
        if (answer)
            readSession(answer->recent);
        else
            end(answer.error());
    });
}

/// Those of others are passed over: only their owners and administrators may read them.
void EarlierRuns::readSession(const std::vector<SessionRecord> &recent)
{
    const SessionReader reader{m_client.welcome().user.value(), m_client.grants()};
    const QString &group = m_session.completion().access.group;
    const SessionRecord *last = nullptr;
    for (const SessionRecord &one : recent) {
        const bool wanted = one.id < m_session.id() && one.commandCount > 0 && reader.mayRead(one.createdBy, group);
        if (wanted && (!last || last->id < one.id))
            last = &one;
    }
    if (!last)
        return end({});
    m_last = std::make_unique<PastSession>(m_client, last->id);
    connect(m_last.get(), &PastSession::read, this, [this] { end(m_last->problem()); });
}

void EarlierRuns::end(const std::optional<Error> &problem)
{
    m_problem = problem;
    m_complete = !problem;
    m_asked = m_complete;
    Q_EMIT changed();
}

void EarlierRuns::fetch(const Run &run, QObject *context, const Answer &answer)
{
    const CommandId command = run.command.id;
    CommandOutputs &outputs = run.thisSession || !m_last ? m_session.outputs() : m_last->outputs();
    const CommandOutput *output = outputs.output(command);
    if (!output || !output->spec())
        return answer(fail(ErrorCode::CommandUnknown, command.toString()));
    const auto rows = [output] {
        return output->table() ? output->table()->snapshot() : ResultSnapshot(*output->spec());
    };
    if (output->whole())
        return answer(rows());
    auto *waiting = new QObject(context); // for one answer
    const auto hand = [waiting, answer](const Result<ResultSnapshot> &result) {
        delete waiting;
        answer(result);
    };
    connect(output, &CommandOutput::wholeChanged, waiting, [hand, rows] { hand(rows()); });
    connect(&outputs, &CommandOutputs::failed, waiting, [hand, command](CommandId failed, const Error &error) {
        if (failed == command)
            hand(std::unexpected(error));
    });
    // Of an earlier session: another one may take its place meanwhile.
    connect(&outputs, &QObject::destroyed, waiting, [hand] { hand(fail(ErrorCode::Interrupted)); });
    outputs.fetch(command);
}

} // namespace Sonde::Client

#include "moc_earlierruns.cpp"
