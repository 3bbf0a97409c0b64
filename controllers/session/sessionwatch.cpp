// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/sessionwatch.h"

namespace Sonde::Client {

SessionWatch::SessionWatch(TenantClient &client, SessionId session)
    : m_client(&client)
    , m_records(session)
{
    m_client->addWatcher(session);
    connect(m_client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        if (const auto *entries = std::get_if<Message::JournalEntries>(&message))
            m_records.apply(entries->entries);
        const auto *said = std::get_if<Message::SessionWatchers>(&message);
        if (said && said->session == m_records.id())
            setWatchers(said->watchers);
    });
    connect(m_client, &TenantClient::stateChanged, this, &SessionWatch::watch);
    watch();
}

SessionWatch::~SessionWatch()
{
    if (m_client && m_client->removeWatcher(m_records.id()) && m_client->isOnline())
        m_client->request<Message::Done>(
            Message::UnwatchSession{.session = m_records.id()}, m_client, [](const Result<Message::Done> &) {});
}

void SessionWatch::watchJournalOnly()
{
    if (std::exchange(m_journalOnly, true))
        return;
    if (isActing())
        m_acting = false;
    watch();
}

void SessionWatch::setActing(bool acting)
{
    if (isActing() == acting)
        return;
    m_acting = acting;
    watch();
    Q_EMIT actingChanged();
}

void SessionWatch::forgetActing()
{
    if (!isActing())
        return;
    m_acting = false;
    Q_EMIT actingChanged();
}

void SessionWatch::setWatchers(const QStringList &watchers)
{
    if (std::exchange(m_watchers, watchers) != watchers)
        Q_EMIT watchersChanged();
}

void SessionWatch::watch()
{
    if (!m_client->isOnline())
        setWatchers({});
    if (!m_client->isOnline() || m_forbidden)
        return;
    const Message::WatchSession question{.session = m_records.id(),
        .after = m_records.lastNumber(),
        .journalOnly = m_journalOnly ? std::optional(true) : std::nullopt,
        .acts = m_acting};
    m_client->request<Message::Done>(question, this, [this, acted = isActing()](const Result<Message::Done> &done) {
        if (!done)
            return watchRefused(done.error(), acted);
        m_forbidden = false;
        Q_EMIT began();
        if (!m_caughtUp)
            lookWhetherCaughtUp();
    });
}

void SessionWatch::watchRefused(const Error &error, bool acted)
{
    if (error.code == ErrorCode::Interrupted)
        return;
    // Who may not act may still read.
    m_forbidden = !acted && error.code == ErrorCode::NotPermitted;
    Q_EMIT refused(error);
    setActing(false);
}

/// The history follows the answer in pieces: it is over when the service has no entry that we have not.
void SessionWatch::lookWhetherCaughtUp()
{
    const Message::FetchJournal question{.after = m_records.lastNumber(), .most = 1, .session = m_records.id()};
    m_client->request<Message::JournalPage>(question, this, [this](const Result<Message::JournalPage> &page) {
        if (!page)
            return;
        const bool whole = page->entries.empty() || page->entries.back().number <= m_records.lastNumber();
        if (!whole)
            lookWhetherCaughtUp();
        else if (!std::exchange(m_caughtUp, true))
            Q_EMIT caughtUp();
    });
}

} // namespace Sonde::Client

#include "moc_sessionwatch.cpp"
