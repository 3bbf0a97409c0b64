// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/rawpeer.h"
#include "tests/soak/attacks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who may sign in, with the lowest of the roles.
namespace Sonde::Service::Soak {

namespace {

/// Nothing while the service has enough of us.
QString signIn(NetworkClient &client, const Target &target, const QDeadlineTimer &over)
{
    while (!over.hasExpired()) {
        const auto answer =
            client.post(u"/api/sign-in"_s, {{u"user"_s, target.user}, {u"password"_s, target.password}});
        const QString token = answer.body.value("token"_L1).toString();
        if (!token.isEmpty())
            return token;
        pass(1s);
    }
    return {};
}

QByteArray bearer(const QString &token)
{
    return "Authorization: Bearer " + token.toLatin1() + "\r\n";
}

std::vector<AnyMessage> questions()
{
    std::vector<AnyMessage> all;
    for (quint32 i = 1; i <= 500; ++i) {
        all.push_back(Message::FetchJournal{i, 0, 0, SessionId(1)});
        all.push_back(Message::WatchTenant{i});
        all.push_back(Message::WatchSession{i, SessionId(i), 0});
        all.push_back(Message::FetchOutput{i, CommandId(i), 0, 1000});
        all.push_back(Message::VerifyJournal{i});
        all.push_back(Message::FetchLibrary{i, {}, 0});
        all.push_back(Message::FetchActs{i, 0});
        all.push_back(Message::FetchHead{i, i});
        all.push_back(Message::FetchUsers{i});
    }
    return all;
}

} // namespace

void askWithoutReading(const Target &target, const QDeadlineTimer &over)
{
    NetworkClient client = target.client();
    const QString token = signIn(client, target, over);
    while (!over.hasExpired()) {
        RawPeer hostile(client, u"/workstation"_s, client.tls(), bearer(token));
        if (hostile.isOpen()) {
            hostile.stopReading();
            hostile.send(questions());
        }
        pass(3s);
    }
}

void submitMuch(const Target &target, const QDeadlineTimer &over)
{
    NetworkClient client = target.client();
    const QString token = signIn(client, target, over);
    while (!over.hasExpired()) {
        const auto eve = client.openWorkstation(token);
        if (!eve) {
            pass(1s);
            continue;
        }
        eve->send(Message::WatchTenant{1});
        std::ignore =
            QTest::qWaitFor([&] { return eve->last<Message::Devices>().complete || eve->isClosed(); }, 10'000);
        std::vector<DeviceId> devices;
        for (const auto &batch : eve->all<Message::Devices>()) {
            for (const DeviceRecord &device : batch.devices)
                devices.push_back(device.id);
        }
        for (quint32 i = 0; i < 400 && !devices.empty() && !over.hasExpired() && !eve->isClosed(); ++i) {
            // Each takes over what the user has, and waits for nobody.
            eve->send(Message::StartSession{100 + i, devices[i % devices.size()], QString(900, u'r'), true});
            eve->send(Message::SubmitLine{1000 + i, SessionId(i), QString(15'000, u'x'), {}});
            eve->send(Message::AddUser{2000 + i, UserName(u"me%1"_s.arg(i)), u"a good password"_s, {}});
            for (const auto &started : eve->all<Message::SessionStarted>())
                eve->send(Message::SubmitLine{3000 + i, started.session.id, u"dir "_s + QString(15'000, u'x'), {}});
            pass(10ms);
            eve->forget();
        }
    }
}

void sendBrokenFrames(const Target &target, const QDeadlineTimer &over)
{
    NetworkClient client = target.client();
    const QString token = signIn(client, target, over);
    auto &random = *QRandomGenerator::global();
    while (!over.hasExpired()) {
        const auto socket =
            client.open(u"/workstation"_s, client.tls(), {{"Authorization", "Bearer " + token.toLatin1()}});
        if (!socket) {
            pass(1s);
            continue;
        }
        socket->sendBinaryMessage(encode(Message::Hello{ProtocolVersion, ProtocolVersion, u"soak"_s, {}}));
        QByteArray frame = encode(Message::SubmitLine{1, SessionId(1), u"dir /"_s, u"x"_s});
        for (int i = 0; i < 3; ++i)
            frame[qsizetype(random.bounded(quint32(frame.size())))] = char(random.bounded(256));
        socket->sendBinaryMessage(frame);
        socket->sendTextMessage(u"text"_s);
        pass(200ms);
    }
}

} // namespace Sonde::Service::Soak
