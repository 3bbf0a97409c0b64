// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/evidencewatch.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

bool mayStillCome(const CommandRecord &command)
{
    return command.invocation.has(Trait::MakesEvidence) && !command.evidence && !isFinal(command.state);
}

} // namespace

EvidenceWatch::EvidenceWatch(std::shared_ptr<SessionWatch> session, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
{
    connect(&m_session->records(), &CommandRecords::changed, this, &EvidenceWatch::look);
    // While it catches up it does not know yet whose it is, nor who has the evidence already.
    connect(m_session.get(), &SessionWatch::caughtUp, this, [this] {
        m_past = m_session->records().isEnded();
        lookAtAll();
    });
    connect(m_session.get(), &SessionWatch::refused, this, [this] {
        if (m_left)
            Q_EMIT finished();
    });
}

void EvidenceWatch::lookAtAll()
{
    for (const CommandRecord &command : m_session->records().commands())
        look(command.id);
    finishWhenDone();
}

void EvidenceWatch::look(CommandId command)
{
    const CommandRecord &record = *m_session->records().command(command);
    if (record.evidence && m_session->isCaughtUp())
        Q_EMIT evidenceChanged(record, m_session->records().session());
    finishWhenDone();
}

void EvidenceWatch::leave()
{
    m_left = true;
    m_session->watchJournalOnly();
    finishWhenDone();
}

void EvidenceWatch::finishWhenDone()
{
    if (m_left && m_session->isCaughtUp() && std::ranges::none_of(m_session->records().commands(), mayStillCome))
        Q_EMIT finished();
}

} // namespace Sonde::Client

#include "moc_evidencewatch.cpp"
