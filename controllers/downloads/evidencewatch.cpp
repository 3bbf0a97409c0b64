// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/evidencewatch.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 PageSize = 500;

bool mayStillCome(const CommandRecord &command)
{
    return command.invocation.has(Trait::MakesEvidence) && !command.evidence && !isFinal(command.state);
}

} // namespace

EvidenceWatch::EvidenceWatch(TenantClient &client, SessionId session, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &EvidenceWatch::ask);
    ask();
}

void EvidenceWatch::ask()
{
    const Message::FetchJournal question{.after = m_journal.lastNumber(), .most = PageSize, .session = m_session};
    m_client.request<Message::JournalPage>(question, this, [this](const Result<Message::JournalPage> &page) {
        if (page)
            take(*page);
        else
            m_next.start(Interval);
    });
}

void EvidenceWatch::take(const Message::JournalPage &page)
{
    for (const JournalEntry &entry : page.entries)
        m_journal.apply(entry);
    const SessionRecord *session = m_journal.session(m_session);
    for (const CommandRecord &command : m_journal.commands()) {
        if (session && command.evidence && !m_told.contains(command.id)) {
            m_told.insert(command.id);
            Q_EMIT evidenceCame(command, *session);
        }
    }
    if (page.entries.size() == PageSize)
        ask();
    else if (std::ranges::any_of(m_journal.commands(), mayStillCome))
        m_next.start(Interval);
    else
        Q_EMIT finished();
}

} // namespace Sonde::Client

#include "moc_evidencewatch.cpp"
