// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/earlierruns.h"

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
    const Message::FetchEligibility question{.request = 0, .device = m_session.session().device};
    m_client.request<Message::Eligibility>(question, this, [this](const Result<Message::Eligibility> &answer) {
        m_asked = answer.has_value(); // without a connection it is asked again the next time
        if (answer)
            readSession(answer->recent);
        else
            Q_EMIT changed();
    });
}

void EarlierRuns::readSession(const std::vector<SessionRecord> &recent)
{
    const SessionRecord *last = nullptr;
    for (const SessionRecord &one : recent) {
        if (one.id < m_session.id() && one.commandCount > 0 && (!last || last->id < one.id))
            last = &one;
    }
    if (!last)
        return complete();
    m_last = std::make_unique<PastSession>(m_client, last->id);
    connect(m_last.get(), &PastSession::read, this, &EarlierRuns::complete);
}

void EarlierRuns::complete()
{
    m_complete = true;
    Q_EMIT changed();
}

void EarlierRuns::fetch(const Run &run, QObject *context, const Answer &answer)
{
    const bool isHere = run.thisSession || !m_last;
    CommandOutput *output = isHere ? m_session.output(run.command.id) : m_last->outputs().output(run.command.id);
    const auto hand = [output, answer] {
        if (!output->spec())
            return;
        answer(output->table() ? output->table()->snapshot() : ResultSnapshot(*output->spec()));
    };
    if (output->whole())
        hand();
    else
        connect(output, &CommandOutput::wholeChanged, context, hand, Qt::SingleShotConnection);
}

} // namespace Sonde::Client

#include "moc_earlierruns.cpp"
