// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/pastsession.h"

namespace Sonde::Client {

namespace {
constexpr quint32 PageSize = 500;
} // namespace

PastSession::PastSession(TenantClient &client, SessionId session, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_records(session)
    , m_outputs(client, m_records)
{
    fetch();
}

void PastSession::fetch()
{
    const Message::FetchJournal question{.after = m_records.lastNumber(), .most = PageSize, .session = m_records.id()};
    m_client.request<Message::JournalPage>(question, this, [this](const Result<Message::JournalPage> &page) {
        if (page)
            m_records.apply(page->entries);
        else
            m_problem = page.error();
        if (page && page->entries.size() == PageSize)
            fetch();
        else
            Q_EMIT read();
    });
}

} // namespace Sonde::Client

#include "moc_pastsession.cpp"
