// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/serviceconversation.h"

#include "agent/base/log.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

ServiceConversation::ServiceConversation(std::unique_ptr<Channel> channel, CommandRunner &runner,
    JournalWitness &witness, const DeviceFacts &facts, const QString &instance)
    : m_channel(std::move(channel))
    , m_runner(runner)
    , m_witness(witness)
{
    connect(m_channel.get(), &Channel::received, this, &ServiceConversation::receive);
    connect(m_channel.get(), &Channel::drained, this, &ServiceConversation::sendWaiting);
    connect(m_channel.get(), &Channel::closed, this, &ServiceConversation::ended);
    connect(&m_runner, &CommandRunner::messagesReady, this, &ServiceConversation::sendWaiting);
    m_channel->send(Message::Hello{.program = u"sonde-agent"_s, .programVersion = QStringLiteral(SONDE_VERSION)});
    Message::AgentState state{facts, instance, m_runner.beginConnection()};
    m_witness.addTo(state);
    send(state);
}

void ServiceConversation::close(const Error &reason)
{
    m_channel->close(reason);
}

void ServiceConversation::receive(const AnyMessage &message)
{
    std::visit(
        [this]<typename T>(const T &alternative) {
            if constexpr (requires { handle(alternative); })
                handle(alternative);
            else
                m_channel->send(
                    Message::ProtocolError{{ErrorCode::ProtocolViolation, {}, u"not a message to an agent"_s, {}}});
        },
        message);
}

void ServiceConversation::handle(const Message::Hello &hello)
{
    if (hello.oldest > ProtocolVersion || hello.newest < ProtocolVersion)
        close({ErrorCode::VersionMismatch, hello.program,
            u"it speaks versions %1 to %2"_s.arg(hello.oldest).arg(hello.newest), {}});
    else
        Q_EMIT greeted();
}

void ServiceConversation::handle(const Message::ProtocolError &message)
{
    qCWarning(agentLog).noquote() << "the service refused a message:" << debugText(message.error);
}

void ServiceConversation::handle(const Message::WitnessHead &head)
{
    if (const auto noted = m_witness.note(head); !noted)
        qCWarning(agentLog).noquote() << "the journal is not what it was, or cannot be noted:"
                                      << debugText(noted.error());
}

void ServiceConversation::handle(const Message::RenewedCertificate &renewed)
{
    Q_EMIT certificateRenewed(renewed.certificate.toLatin1());
}

void ServiceConversation::sendWaiting()
{
    while (m_channel->bytesPending() < MostPending) {
        auto message = m_runner.takeMessage();
        if (!message)
            return;
        m_channel->send(withinLimits(*std::move(message)));
    }
}

} // namespace Sonde::Agent

#include "moc_serviceconversation.cpp"
