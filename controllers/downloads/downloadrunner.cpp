// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadrunner.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto Tick = 250ms;
/// What came was not what it should be: a disk or a partial file of another time may be to blame, once. A sign-in is renewed by itself.
constexpr TransferAttempts::Terms AttemptTerms{.mismatches = 1, .signsInAgain = true};
/// How much the last tick counts in the speed that is shown.
constexpr double Freshness = 0.25;

bool isQuestion(const Error &error)
{
    return error.code == ErrorCode::FileExists || error.code == ErrorCode::NoSpace
        || error.code == ErrorCode::CannotWrite;
}

} // namespace

DownloadRunner::DownloadRunner(TenantClient &client, DownloadModel &model, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
{
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, &DownloadRunner::measure);
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &DownloadRunner::wake);
    connect(&m_client, &TenantClient::stateChanged, this, &DownloadRunner::schedule);
}

DownloadRunner::~DownloadRunner()
{
    // All at once, so that waiting for one is waiting for all.
    for (auto &[command, run] : m_runs) {
        if (run.job)
            run.job->stop();
    }
}

void DownloadRunner::setLimits(const Limits &limits)
{
    m_limits = limits;
    m_totalRate->setRate(limits.totalRate);
    for (const auto &[device, rate] : m_deviceRates)
        rate->setRate(limits.deviceRate);
    schedule();
}

std::shared_ptr<Bandwidth> DownloadRunner::rateOf(const DeviceId &device)
{
    auto &rate = m_deviceRates[device];
    if (!rate) {
        rate = std::make_shared<Bandwidth>();
        rate->setRate(m_limits.deviceRate);
    }
    return rate;
}

// ---- attempts

void DownloadRunner::schedule()
{
    if (!m_client.isOnline())
        return;
    std::vector<CommandId> next;
    for (const Download &download : m_model.downloads()) {
        if (int(m_runs.size() + next.size()) >= m_limits.atOnce)
            break;
        if (download.state == Download::State::Queued && !m_runs.contains(download.command))
            next.push_back(download.command);
    }
    for (const CommandId command : next)
        begin(*m_model.find(command));
}

void DownloadRunner::begin(const Download &download)
{
    const CommandId command = download.command;
    Run &run = m_runs[command];
    run.number = ++m_lastRun;
    attemptsAt(command).begin(download.done);
    set(command, Download::State::Receiving);
    m_client.request<Message::Ticket>(Message::OpenEvidence{.command = command}, this,
        [this, command, number = run.number](
            const Result<Message::Ticket> &ticket) { ticketCame(command, number, ticket); });
}

void DownloadRunner::ticketCame(CommandId command, quint64 number, const Result<Message::Ticket> &ticket)
{
    const auto found = m_runs.find(command);
    if (found == m_runs.end() || found->second.number != number)
        return;
    const auto endpoint = m_client.bulkEndpoint();
    if (!ticket)
        return jobEnded(command, std::unexpected(ticket.error()));
    if (!endpoint)
        return jobEnded(command, fail(ErrorCode::CannotConnect, command.toString()));
    startJob(*m_model.find(command), *endpoint, *ticket);
}

void DownloadRunner::startJob(const Download &download, const BulkEndpoint &endpoint, const Message::Ticket &ticket)
{
    const CommandId command = download.command;
    // What was made while it came is whole by now: so large it is.
    if (!ticket.sha256.isEmpty() && download.isGrowing())
        m_model.change(command, [&](Download &changed) { changed.file.size = ticket.size; });
    const auto throttle = [total = m_totalRate, own = rateOf(download.device)](
                              qint64 bytes, const std::stop_token &stop) {
        own->spend(bytes, stop);
        total->spend(bytes, stop);
    };
    auto job =
        std::make_unique<DownloadJob>(DownloadJob::Order{endpoint, ticket, download, throttle, m_limits.freeSpace});
    connect(job.get(), &DownloadJob::finished, this,
        [this, command](const Result<QByteArray> &result) { jobEnded(command, result); });
    job->start();
    m_runs[command].job = std::move(job);
    if (!m_tick.isActive()) {
        m_sinceTick.start();
        m_tick.start();
    }
}

void DownloadRunner::stop(CommandId command)
{
    const auto found = m_runs.find(command);
    if (found == m_runs.end()) {
        Q_EMIT released(command);
    } else if (found->second.job) {
        found->second.stopping = true;
        found->second.job->stop();
    } else {
        m_runs.erase(found);
        Q_EMIT released(command);
        schedule();
    }
}

void DownloadRunner::jobEnded(CommandId command, const Result<QByteArray> &result)
{
    const auto found = m_runs.find(command);
    Run run = std::move(found->second);
    m_runs.erase(found);
    if (run.job) {
        m_model.change(command, [&](Download &download) {
            download.done = run.job->done();
            download.speed = 0;
        });
        run.job.release()->deleteLater(); // it is the one who tells us
    }
    if (m_runs.empty())
        m_tick.stop();
    if (result)
        succeeded(command, *result);
    else if (!run.stopping)
        stumbled(command, result.error());
    if (run.stopping)
        Q_EMIT released(command);
    schedule();
}

// ---- how an attempt ended

void DownloadRunner::succeeded(CommandId command, const QByteArray &sha256)
{
    m_attempts.remove(command);
    m_model.change(command, [&](Download &download) {
        download.state = Download::State::Finished;
        download.problem.reset();
        download.sha256 = sha256;
        download.file.size = download.done;
        download.ended = QDateTime::currentDateTimeUtc();
    });
    Q_EMIT finished(command);
}

void DownloadRunner::stumbled(CommandId command, const Error &error)
{
    if (isQuestion(error)) {
        set(command, Download::State::Asking, error);
        Q_EMIT asking(command);
    } else if (const auto wait = attemptsAt(command).next(error, m_model.find(command)->done)) {
        if (error.code == ErrorCode::HashMismatch)
            QFile::remove(m_model.find(command)->partialPath());
        retryIn(*wait, command, error);
    } else {
        set(command, Download::State::Failed, error);
        Q_EMIT failed(command);
    }
}

TransferAttempts &DownloadRunner::attemptsAt(CommandId command)
{
    const auto found = m_attempts.find(command);
    return found != m_attempts.end() ? *found : *m_attempts.insert(command, TransferAttempts(AttemptTerms));
}

void DownloadRunner::retryIn(std::chrono::milliseconds wait, CommandId command, const Error &error)
{
    set(command, Download::State::Retrying, error);
    m_model.change(
        command, [&](Download &changed) { changed.retryAt = QDateTime::currentDateTimeUtc().addDuration(wait); });
    wake();
}

void DownloadRunner::retryNow(CommandId command)
{
    m_attempts.remove(command);
    set(command, Download::State::Queued);
    schedule();
}

void DownloadRunner::wake()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<CommandId> due;
    std::optional<std::chrono::milliseconds> next;
    for (const Download &download : m_model.downloads()) {
        if (download.state != Download::State::Retrying)
            continue;
        const auto left = download.retryAt - now;
        if (left <= 0ms)
            due.push_back(download.command);
        else
            next = std::min(next.value_or(left), left);
    }
    for (const CommandId command : due)
        set(command, Download::State::Queued);
    if (next)
        m_wake.start(*next);
    schedule();
}

void DownloadRunner::set(CommandId command, Download::State state, const std::optional<Error> &problem)
{
    m_model.change(command, [&](Download &download) {
        download.state = state;
        download.problem = problem;
        download.speed = 0;
    });
}

void DownloadRunner::measure()
{
    const double seconds = std::chrono::duration<double>(m_sinceTick.durationElapsed()).count();
    m_sinceTick.start();
    for (const auto &[command, run] : m_runs) {
        if (!run.job || run.stopping)
            continue;
        m_model.change(command, [&](Download &download) {
            const qint64 done = run.job->done();
            const double speed = double(std::max<qint64>(0, done - download.done)) / std::max(seconds, 0.001);
            download.speed = download.speed == 0 ? qint64(speed)
                                                 : qint64(Freshness * speed + (1 - Freshness) * double(download.speed));
            download.done = done;
            download.state = run.job->isPacking() ? Download::State::Packing : Download::State::Receiving;
        });
    }
}

} // namespace Sonde::Client

#include "moc_downloadrunner.cpp"
