// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/servicefixture.h"
#include "transport/tls/tlsclient.h"

#include <QJsonDocument>
#include <QTest>
#include <functional>
#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

QByteArray getOf(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: sonde-service\r\n" + headers + "\r\n";
}

QByteArray postOf(const QByteArray &path, const QJsonObject &body)
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return "POST " + path + " HTTP/1.1\r\nHost: sonde-service\r\nContent-Length: " + QByteArray::number(json.size())
        + "\r\n\r\n" + json;
}

enum class HangUp {
    Goodbye, ///< as TLS wants it
    Close,   ///< FIN, and no word
    Reset,   ///< RST
    SayMore, ///< what a request may not be followed by: the service hangs up
};

const std::initializer_list<std::pair<const char *, HangUp>> HangUps{
    {"goodbye", HangUp::Goodbye},
    {"close", HangUp::Close},
#ifdef Q_OS_UNIX
    {"reset", HangUp::Reset},
#endif
    {"say more", HangUp::SayMore},
};

void hangUp(QSslSocket &socket, HangUp how)
{
    switch (how) {
    case HangUp::Goodbye: socket.disconnectFromHost(); break;
    case HangUp::Close: socket.abort(); break;
    case HangUp::Reset: {
#ifdef Q_OS_UNIX
        const linger none{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
        socket.abort();
        break;
    }
    case HangUp::SayMore: socket.write("more"); break;
    }
}

} // namespace

/// Clients that are gone before their answer, and a service that ends before it has given one.
class TestHangUp final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void hangingUpAtOnceHarmsNobody_data();
    void hangingUpAtOnceHarmsNobody();
    void hangingUpDuringAnAnswerHarmsNobody_data();
    void hangingUpDuringAnAnswerHarmsNobody();
    void itStopsWithAnAnswerUnderWay_data();
    void itStopsWithAnAnswerUnderWay();
    void itStopsWithAVerificationUnderWay();
};

void TestHangUp::hangingUpAtOnceHarmsNobody_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<HangUp>("how");
    for (const char *path :
        {"/healthz", "/metrics", "/nowhere", "/api/sign-in", "/api/setup", "/api/enrol", "/agent", "/workstation"}) {
        for (const auto &[name, how] : HangUps)
            QTest::addRow("%s, %s", path, name) << QByteArray(path) << how;
    }
}

void TestHangUp::hangingUpAtOnceHarmsNobody()
{
    QFETCH(QByteArray, path);
    QFETCH(HangUp, how);
    const QString token = ready("enrolment_token"_L1);
    const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: sonde.1\r\n";
    QSslConfiguration tls = m_client.tls();
    QByteArray request = getOf(path);
    if (path.startsWith("/api"))
        request = postOf(path,
            {{u"user"_s, u"eve"_s}, {u"password"_s, u"wrong"_s}, {u"token"_s, token}, {u"name"_s, u"desk"_s},
                {u"csr"_s, QString::fromLatin1(makeRequest().request)}});
    else if (path == "/workstation")
        request = getOf(path, upgrade + "Authorization: Bearer " + embeddedAccess().toLatin1() + "\r\n");
    else if (path == "/agent") {
        request = getOf(path, upgrade);
        tls = m_client.enrol(token).tls;
    }
    for (int i = 0; i < 3; ++i) {
        const auto socket = m_client.connectRaw(tls);
        QVERIFY(socket);
        socket->write(request);
        QTRY_VERIFY(!socket->isEncrypted() || socket->bytesToWrite() + socket->encryptedBytesToWrite() == 0);
        hangUp(*socket, how);
    }
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
}

void TestHangUp::hangingUpDuringAnAnswerHarmsNobody_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<HangUp>("how");
    for (const char *path : {"/api/sign-in", "/api/setup"}) {
        for (const auto &[name, how] : HangUps)
            QTest::addRow("%s, %s", path, name) << QByteArray(path) << how;
    }
}

void TestHangUp::hangingUpDuringAnAnswerHarmsNobody()
{
    QFETCH(QByteArray, path);
    QFETCH(HangUp, how);
    const bool setsUp = path == "/api/setup";
    // A service is set up once: each time takes a fresh one.
    const int times = setsUp ? 5 : 20;
    for (int i = 1; i <= times; ++i) {
        if (setsUp)
            startAfresh();
        const auto socket = m_client.connectRaw(m_client.tls());
        QVERIFY(socket);
        socket->write(postOf(path,
            {{u"token"_s, ready("setup_token"_L1)}, {u"user"_s, u"user-%1"_s.arg(i)},
                {u"password"_s, u"correct horse"_s}}));
        // Who came later has an answer: by now this one's password is being hashed.
        QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
        QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
        hangUp(*socket, how);
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 20s);
        // What was asked for is done, only nobody hears of it.
        if (setsUp)
            QTRY_COMPARE_WITH_TIMEOUT(inJournal<Event::UserAdded>(), 1, 20s);
        else if (i == times)
            QTRY_COMPARE_WITH_TIMEOUT(inJournal<Event::SignInRefused>(), times, 20s);
        QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
    }
}

void TestHangUp::itStopsWithAnAnswerUnderWay_data()
{
    QTest::addColumn<bool>("hungUp");
    QTest::newRow("to a client that waits") << false;
    QTest::newRow("to one that hung up") << true;
}

void TestHangUp::itStopsWithAnAnswerUnderWay()
{
    QFETCH(bool, hungUp);
    // Its password is looked at after so many others.
    for (int i = 0; i < PasswordPool::MostWaiting / 2; ++i)
        QVERIFY(m_service->tenant().passwords.hash(this, u"another"_s, [](const QByteArray &) {}));
    const auto socket = m_client.connectRaw(m_client.tls());
    QVERIFY(socket);
    socket->write(postOf("/api/sign-in", {{u"user"_s, u"eve"_s}, {u"password"_s, u"wrong"_s}}));
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
    if (hungUp) {
        hangUp(*socket, HangUp::Close);
        QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
    }
    QCOMPARE(inJournal<Event::SignInRefused>(), 0);
    m_service.reset();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket->readAll(), QByteArray());
    restart(false);
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
    QCOMPARE(inJournal<Event::SignInRefused>(), 0);
}

void TestHangUp::itStopsWithAVerificationUnderWay()
{
    const auto analyst = m_client.openWorkstation(embeddedAccess());
    QVERIFY2(analyst, qPrintable(m_client.refusal()));
    // One after the other: whenever we look, one is being made.
    int made = 0;
    std::function<void()> again = [&] {
        m_service->tenant().check.run(this, [&](const Message::JournalVerdict &) {
            ++made;
            again();
        });
    };
    again();
    QTRY_VERIFY(made > 0);
    // It shares the next one, which is not begun before the one under way is made.
    const int before = made;
    analyst->send(Message::VerifyJournal{1});
    analyst->send(Message::FetchSettings{2});
    QTRY_VERIFY(analyst->reply<Message::Settings>(2));
    m_service.reset();
    QVERIFY(made >= before);
    const int stopped = made;
    QTRY_VERIFY(analyst->isClosed());
    QCOMPARE(made, stopped);
    restart(false);
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestHangUp>(argc, argv);
}
#include "tst_hangup.moc"
