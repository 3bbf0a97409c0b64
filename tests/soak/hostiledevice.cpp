// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/rawpeer.h"
#include "tests/soak/attacks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whose agent is the attacker's own.
namespace Sonde::Service::Soak {

namespace {

SourceFile offered(int number)
{
    SourceFile file;
    file.path = "/etc/" + QByteArray::number(number);
    file.size = number;
    return file;
}

/// All that can be said of a command, and is not so.
void lieAbout(TestPeer &agent, CommandId command)
{
    agent.send(Message::CommandStarted{command, QDateTime::currentDateTimeUtc()});
    for (int i = 0; i < 300; ++i) {
        agent.send(Message::CommandProgress{command, i, 300, QString(3000, u'p')});
        agent.send(Message::OfferEvidence{command, offered(i)});
        agent.send(Message::CancelAnswer{command, CancelResult::NotConfirmed});
    }
    for (quint32 i = 0; i < 300; ++i)
        agent.send(Message::CommandOutput{command, i, ChunkFormat::Text, 0, {}});
    Message::CommandEnded end;
    end.command = command;
    end.chunks = 7;
    agent.send(end);
}

} // namespace

void lieAsADevice(const Target &target, const QDeadlineTimer &over)
{
    NetworkClient client = target.client();
    const DeviceIdentity device = client.enrol(target.enrolment, u"hostile"_s);
    while (!over.hasExpired()) {
        const auto agent = client.openAgent(device);
        if (!agent) {
            pass(2s);
            continue;
        }
        agent->send(Message::CommandOutput{CommandId(1), 0, ChunkFormat::Text, 1, QByteArray(100'000, 'x')});
        agent->send(Message::RenewCertificate{QString(8000, u'c')});
        const QDeadlineTimer bout(10s);
        while (!bout.hasExpired() && !over.hasExpired() && !agent->isClosed()) {
            for (const auto &order : agent->all<Message::RunCommand>())
                lieAbout(*agent, order.command);
            agent->forget();
            pass(100ms);
        }
        pass(500ms);
    }
}

void comeAndGo(const Target &target, const QDeadlineTimer &over)
{
    NetworkClient client = target.client();
    const DeviceIdentity device = client.enrol(target.enrolment, u"restless"_s);
    while (!over.hasExpired()) {
        std::ignore = client.openAgent(device);
        pass(100ms);
    }
}

} // namespace Sonde::Service::Soak
