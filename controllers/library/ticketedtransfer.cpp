// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/ticketedtransfer.h"

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {
constexpr auto ReportInterval = 100ms;
/// The other side's part was none of this content and is gone now; if that happens again it is no accident.
constexpr int MostMismatches = 1;
} // namespace

TicketedTransfer::TicketedTransfer(TenantClient &client, Ask ask, Move move, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_ask(std::move(ask))
    , m_move(std::move(move))
    , m_attempts({.mismatches = MostMismatches})
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &TicketedTransfer::begin);
    m_report.setInterval(ReportInterval);
    connect(&m_report, &QTimer::timeout, this, [this] {
        if (const qint64 done = m_done; std::exchange(m_reported, done) != done)
            Q_EMIT progressed(done);
    });
}

TicketedTransfer::~TicketedTransfer() = default;

void TicketedTransfer::start()
{
    begin();
}

void TicketedTransfer::cancel()
{
    if (m_moving)
        m_thread.stop();
    else
        finish(fail(ErrorCode::Cancelled));
}

void TicketedTransfer::begin()
{
    m_attempts.begin(m_done);
    m_ask(this, [this](const Result<Message::Ticket> &ticket) {
        if (m_finished)
            return;
        if (ticket)
            connectWith(*ticket);
        else
            ended(std::unexpected(ticket.error()));
    });
}

void TicketedTransfer::connectWith(const Message::Ticket &ticket)
{
    const auto endpoint = m_client.bulkEndpoint();
    if (!endpoint)
        return ended(fail(ErrorCode::NotSignedIn));
    m_moving = true;
    m_report.start();
    m_thread.start(
        this,
        [this, endpoint = *endpoint, ticket = ticket.ticket](const std::stop_token &stop) {
            return BulkStream::connect(endpoint, ticket, stop)
                .and_then([this](const std::unique_ptr<BulkStream> &stream) {
                    return m_move(*stream, [this](qint64 done) { m_done = done; });
                });
        },
        [this](const Result<void> &moved) { ended(moved); });
}

void TicketedTransfer::ended(const Result<void> &result)
{
    m_moving = false;
    m_report.stop();
    const auto wait = result ? std::nullopt : nextAttempt(result.error());
    if (!wait)
        return finish(result);
    Q_EMIT waiting(result.error());
    m_retry.start(*wait);
}

std::optional<std::chrono::milliseconds> TicketedTransfer::nextAttempt(const Error &error)
{
    // Not a ticket's but ours: signing in is refused for good.
    if (error.code == ErrorCode::TokenInvalid && !m_client.isOnline())
        return {};
    return m_attempts.next(error, m_done);
}

void TicketedTransfer::finish(const Result<void> &result)
{
    if (std::exchange(m_finished, true))
        return;
    m_retry.stop();
    Q_EMIT finished(result);
}

} // namespace Sonde::Client

#include "moc_ticketedtransfer.cpp"
