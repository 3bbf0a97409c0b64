// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/tenantfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

void TenantFixture::setUp(const QStringList &roles)
{
    m_bench = std::make_unique<TenantBench>();
    m_device = m_bench->addDevice();
    m_analyst = m_bench->connectAnalyst(u"ada"_s, roles);
}

void TenantFixture::tearDown()
{
    m_agent.reset();
    m_analyst.reset();
    m_bench.reset();
}

Message::CommandOutput TenantFixture::chunk(CommandId command, quint32 index, const QByteArray &text)
{
    return {command, index, ChunkFormat::Text, 1, text};
}

Message::CommandEnded TenantFixture::end(CommandId command, quint32 chunks, CommandState state)
{
    return {command, state, {}, chunks, std::chrono::milliseconds(3), {}, {}};
}

SessionId TenantFixture::openSession()
{
    if (!openConnecting().isValid())
        return {};
    m_analyst->send(Message::WatchSession{2, m_session, 0});
    m_agent->send(end(m_agent->last<Message::RunCommand>().command));
    const bool connected = QTest::qWaitFor([&] { return !m_analyst->entries<Event::SessionConnected>().empty(); });
    return connected ? m_session : SessionId();
}

SessionId TenantFixture::openConnecting()
{
    m_agent = m_bench->connectAgent(m_device);
    m_analyst->send(Message::StartSession{1, m_device, {}, false});
    if (!QTest::qWaitFor(
            [&] { return m_agent->count<Message::RunCommand>() == 1 && m_analyst->reply<Message::SessionStarted>(1); }))
        return {};
    return m_session = m_analyst->reply<Message::SessionStarted>(1)->session.id;
}

CommandId TenantFixture::submit(const QString &line)
{
    const quint32 request = ++m_request;
    m_analyst->send(Message::SubmitLine{request, m_session, line, {}});
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::LineTaken>(request).has_value(); }))
        return {};
    return m_analyst->reply<Message::LineTaken>(request)->command;
}

CommandId TenantFixture::sent(const QString &line)
{
    const CommandId command = submit(line);
    const bool isThere = QTest::qWaitFor([&] { return m_agent->last<Message::RunCommand>().command == command; });
    return isThere ? command : CommandId();
}

CommandId TenantFixture::started(const QString &line)
{
    const CommandId command = sent(line);
    if (!command.isValid())
        return {};
    m_agent->send(Message::CommandStarted{command, QDateTime::currentDateTimeUtc()});
    const bool running = QTest::qWaitFor([&] { return record(command).state == CommandState::Running; });
    return running ? command : CommandId();
}

CommandId TenantFixture::offered()
{
    const CommandId command = started(u"getfile /etc/hosts &"_s);
    SourceFile file;
    file.path = "/etc/hosts";
    file.size = 7;
    m_agent->send(Message::OfferEvidence{command, file});
    const bool known = QTest::qWaitFor([&] { return record(command).evidence.has_value(); });
    return known ? command : CommandId();
}

} // namespace Sonde::Service
