// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/activity/activitycontroller.h"

namespace Sonde::Client {

namespace {
constexpr quint32 RecordsAtOnce = 100;
}

ActivityController::ActivityController(TenantClient &client, ActivityModel &model, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
{
    connect(&model, &ActivityModel::moreWanted, this, [this] {
        if (!m_busy && !m_failure)
            fetch();
    });
}

void ActivityController::search(const ActivityFilter &filter)
{
    ++m_search;
    m_wanted = Message::FetchActivity{.filter = filter, .most = RecordsAtOnce};
    m_failure.reset();
    m_missing = 0;
    m_model.clear();
    if (!m_isAsked)
        return fetch();
    m_busy = true; // with the answer to an earlier one it is asked for
    Q_EMIT changed();
}

void ActivityController::fetch()
{
    m_busy = true;
    m_isAsked = true;
    m_client.request<Message::ActivityPage>(
        m_wanted, this, [this, search = m_search](const Result<Message::ActivityPage> &page) {
            m_isAsked = false;
            if (search == m_search)
                show(page);
            else
                fetch();
        });
    Q_EMIT changed();
}

void ActivityController::show(const Result<Message::ActivityPage> &page)
{
    m_busy = false;
    m_failure = page ? std::nullopt : std::optional(page.error());
    if (page) {
        if (m_wanted.before == 0 && m_wanted.beforeLine == 0)
            m_missing = page->last - std::min(page->indexed, page->last);
        askForNext(m_wanted, *page);
        m_model.append(page->records, page->complete);
        // A page may hold nothing new, and yet not be the last.
        if (page->records.empty() && !page->complete)
            return fetch();
    }
    Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_activitycontroller.cpp"
