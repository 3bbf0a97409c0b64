// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/measuring/analyst.h"

#include "agent/link/identity.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"
#include "transport/bulk/bulktransfer.h"

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {
constexpr auto LongestCommand = 120s;
}

Analyst::Analyst() = default;

Result<std::unique_ptr<Analyst>> Analyst::at(const TestTenant &tenant)
{
    const auto identity = Agent::AgentFolder(tenant.dataDirectory() + "/agent"_L1).loadIdentity();
    if (!identity)
        return std::unexpected(identity.error());
    return at(tenant.credentials(), identity->device);
}

Result<std::unique_ptr<Analyst>> Analyst::at(const Credentials &credentials, const DeviceId &device)
{
    std::unique_ptr<Analyst> analyst(new Analyst);
    const auto ready = analyst->signIn(credentials).and_then([&] { return analyst->openSession(device); });
    if (!ready)
        return std::unexpected(ready.error());
    return analyst;
}

Result<CommandId> Analyst::submit(const QString &line)
{
    CommandId command;
    const auto connection = QObject::connect(m_session.get(), &SessionController::taken, &m_context,
        [&command](const QString &, CommandId taken) { command = taken; });
    m_session->submit(line);
    const bool taken = waitUntil([&command] { return command.isValid(); });
    QObject::disconnect(connection);
    if (!taken)
        return fail(ErrorCode::TimedOut, line);
    return command;
}

Result<void> Analyst::signIn(const Credentials &credentials)
{
    m_client.signIn(credentials);
    const bool decided =
        waitUntil([this] { return m_client.isOnline() || m_client.state() == TenantClient::State::Refused; });
    if (!decided || !m_client.isOnline())
        return std::unexpected(m_client.lastError());
    return {};
}

Result<void> Analyst::openSession(const DeviceId &device)
{
    std::optional<Result<Message::SessionStarted>> answer;
    m_client.request<Message::SessionStarted>(
        Message::StartSession{.request = 0, .device = device, .reason = {}, .takeOver = false}, &m_context,
        [&answer](const Result<Message::SessionStarted> &reply) { answer = reply; });
    if (!waitUntil([&answer] { return answer.has_value(); }))
        return fail(ErrorCode::TimedOut, u"start session"_s);
    if (!*answer)
        return std::unexpected(answer->error());
    m_session = std::make_unique<SessionController>(m_client, (*answer)->session.id);
    const bool connected = waitUntil([this] {
        return m_session->session().state == SessionState::Connected && !m_session->foregroundCommand().isValid();
    });
    return connected ? Result<void>() : fail(ErrorCode::TimedOut, u"connect"_s);
}

Result<double> Analyst::run(const QString &line)
{
    CommandId taken;
    std::optional<CommandId> finished;
    double seconds = 0;
    const Stopwatch watch;
    const auto taking = QObject::connect(m_session.get(), &SessionController::taken, &m_context,
        [&taken](const QString &, CommandId command) { taken = command; });
    const auto finishing =
        QObject::connect(m_session.get(), &SessionController::commandFinished, &m_context, [&](CommandId command) {
            if (command != taken)
                return; // one in the background
            seconds = watch.seconds();
            finished = command;
        });
    m_session->submit(line);
    const bool inTime = waitUntil([&finished] { return finished.has_value(); }, LongestCommand);
    QObject::disconnect(taking);
    QObject::disconnect(finishing);
    if (!inTime)
        return fail(ErrorCode::TimedOut, line);
    const CommandRecord *record = m_session->command(*finished);
    if (record->state != CommandState::Completed)
        return std::unexpected(
            record->errors.empty() ? Error{ErrorCode::Internal, line, {}, {}} : record->errors.front());
    return seconds;
}

Result<double> Analyst::download(const QString &line, const QString &target)
{
    const Stopwatch watch;
    const auto command = submit(line);
    if (!command)
        return std::unexpected(command.error());
    const auto record = [&] { return m_session->command(*command); };
    const bool found =
        waitUntil([&] { return record() && (record()->evidence || isFinal(record()->state)); }, LongestCommand);
    if (!found || !record()->evidence)
        return fail(ErrorCode::TimedOut, line);
    std::optional<Result<Message::Ticket>> ticket;
    m_client.request<Message::Ticket>(Message::OpenEvidence{.request = 0, .command = *command}, &m_context,
        [&ticket](const Result<Message::Ticket> &answer) { ticket = answer; });
    if (!waitUntil([&ticket] { return ticket.has_value(); }) || !*ticket)
        return std::unexpected(ticket ? ticket->error() : Error{ErrorCode::TimedOut, line, {}, {}});
    auto received = std::async(std::launch::async, [&]() -> Result<void> {
        PartialFile file(target + u".part"_s);
        if (const auto opened = file.open(); !opened)
            return opened;
        const auto stream = BulkStream::connect(*m_client.bulkEndpoint(), (*ticket)->ticket, {});
        if (!stream)
            return std::unexpected(stream.error());
        ReceiveOptions options;
        options.keep = [&target](PartialFile &whole, const QByteArray &) { return whole.renameTo(target); };
        return receiveContent(**stream, file, options);
    });
    if (!waitUntil([&] { return received.wait_for(0s) == std::future_status::ready; }, LongestCommand))
        return fail(ErrorCode::TimedOut, line);
    if (const auto result = received.get(); !result)
        return std::unexpected(result.error());
    if (!waitUntil([&] { return isFinal(record()->state); }, LongestCommand))
        return fail(ErrorCode::TimedOut, line);
    return watch.seconds();
}

Result<double> Analyst::medianOf(int runs, const QString &line)
{
    Samples samples;
    for (int i = 0; i < runs; ++i) {
        const auto seconds = run(line);
        if (!seconds)
            return seconds;
        samples.add(*seconds * 1000);
    }
    return samples.median();
}

} // namespace Sonde::Client::Bench
