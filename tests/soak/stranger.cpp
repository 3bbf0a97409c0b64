// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/attacks.h"
#include "transport/bulk/bulkstream.h"
#include "transport/tls/tlsclient.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who has nothing but the address of the service.
namespace Sonde::Service::Soak {

namespace {

/// Loopback has many addresses.
QHostAddress someAddress(int number)
{
    return QHostAddress(0x7f000300U + quint32(number % 250) + 1);
}

QByteArray post(const QByteArray &path, const QJsonObject &object)
{
    const QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

std::unique_ptr<QSslSocket> connectFrom(const Target &target, const QSslConfiguration &tls, const QHostAddress &from)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(tls);
    socket->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    socket->bind(from);
    socket->connectToHostEncrypted(
        target.service.host(), quint16(target.service.port()), QLatin1StringView(ServiceTlsName));
    return socket;
}

/// Nothing when the service has hung up already.
void write(QSslSocket &socket, const QByteArray &bytes)
{
    if (socket.isOpen())
        socket.write(bytes);
}

bool isSettled(const QSslSocket &socket)
{
    return socket.isEncrypted() || socket.state() == QAbstractSocket::UnconnectedState;
}

} // namespace

void holdConnections(const Target &target, const QDeadlineTimer &over)
{
    constexpr int many = 400;
    // The beginning of a ClientHello that says there is more of it.
    const QByteArray beginning = QByteArray::fromHex("160301020001000200fc0303") + QByteArray(37, 'x');
    for (int bout = 0; !over.hasExpired(); ++bout) {
        std::vector<std::unique_ptr<QTcpSocket>> held;
        for (int i = 0; i < many; ++i) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->bind(someAddress(bout * many + i));
            socket->connectToHost(target.service.host(), quint16(target.service.port()));
            if (i % 2 == 0)
                socket->write(beginning);
            held.push_back(std::move(socket));
        }
        pass(3s);
    }
}

void hangUp(const Target &target, const QDeadlineTimer &over)
{
    const QSslConfiguration tls = target.client().tls();
    for (int bout = 0; !over.hasExpired(); ++bout) {
        const auto socket = connectFrom(target, tls, someAddress(bout));
        std::ignore = QTest::qWaitFor([&] { return isSettled(*socket); }, 5000);
        const QJsonObject nobody{{u"user"_s, u"nobody"_s}, {u"password"_s, u"nothing"_s}};
        const bool isEnrolment = bout % 3 == 0;
        write(*socket,
            post(isEnrolment ? "/api/enrol" : "/api/sign-in",
                isEnrolment ? QJsonObject{{u"token"_s, u"x"_s}, {u"name"_s, u"x"_s}, {u"csr"_s, u"x"_s}} : nobody));
        socket->flush();
        if (bout % 2 == 0)
            pass(20ms);
        socket->abort();
        pass(100ms);
    }
}

void guessPasswords(const Target &target, const QDeadlineTimer &over)
{
    const QSslConfiguration tls = target.client().tls();
    for (int bout = 0; !over.hasExpired(); ++bout) {
        std::vector<std::unique_ptr<QSslSocket>> sockets;
        for (int i = 0; i < 8; ++i) {
            sockets.push_back(connectFrom(target, tls, someAddress(bout * 8 + i)));
            const QString name = i % 2 == 0 ? target.user : u"somebody%1"_s.arg(bout);
            write(*sockets.back(), post("/api/sign-in", {{u"user"_s, name}, {u"password"_s, u"guess %1"_s.arg(bout)}}));
        }
        pass(1s);
    }
}

void sayNonsense(const Target &target, const QDeadlineTimer &over)
{
    const QSslConfiguration tls = target.client().tls();
    const QByteArrayList requests{"GET / HTTP/9.9\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "POST /api/sign-in HTTP/1.1\r\nContent-Length: 9223372036854775807\r\n\r\n{}",
        "POST /api/setup HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "GET /" + QByteArray(60'000, 'a') + " HTTP/1.1\r\n\r\n",
        "GET /workstation HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Protocol: sonde.1\r\nAuthorization: Bearer nothing\r\n\r\n",
        post("/api/enrol", {{u"token"_s, QString(200, u't')}, {u"csr"_s, QString(20'000, u'c')}}),
        "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n" + QByteArray(25'000, '[')};
    for (qsizetype bout = 0; !over.hasExpired(); ++bout) {
        const auto socket = connectFrom(target, tls, someAddress(int(bout)));
        write(*socket, requests[bout % requests.size()]);
        pass(100ms);
    }
}

void takeTransferPlaces(const Target &target, const QDeadlineTimer &over)
{
    constexpr int many = 100;
    QSslConfiguration tls = target.client().tls();
    tls.setAllowedNextProtocols({BulkProtocol});
    for (int bout = 0; !over.hasExpired(); ++bout) {
        std::vector<std::unique_ptr<QSslSocket>> held;
        for (int i = 0; i < many; ++i)
            held.push_back(connectFrom(target, tls, someAddress(i)));
        pass(5s);
    }
}

} // namespace Sonde::Service::Soak
