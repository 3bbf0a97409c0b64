// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"
#include "tests/system/testtenant.h"
#include "transport/https/jsonpost.h"
#include "transport/tls/tlsclient.h"

#include <QSignalSpy>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// A TLS port that says one thing to whoever asks, and keeps what was asked.
class OneReply final
{
public:
    OneReply(const Service::CertificateAuthority &authority, QByteArray reply)
        : m_reply(std::move(reply))
    {
        const auto own = authority.issueServer({u"127.0.0.1"_s});
        QSslConfiguration configuration;
        configuration.setLocalCertificateChain(own->chain);
        configuration.setPrivateKey(own->key);
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                requests += socket->readAll();
                if (!m_reply.isEmpty())
                    socket->write(m_reply);
            });
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1"_s.arg(m_server.serverPort())); }

    QByteArrayList requests;

private:
    QSslServer m_server;
    QByteArray m_reply;
};

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n"
        + body;
}

QByteArray redirectTo(const QUrl &url)
{
    // 307: the same again, with its body.
    return http("307 Temporary Redirect", {}, "Location: " + url.toEncoded() + "/api/setup\r\n");
}

} // namespace

/// What is asked of a service before there is a channel to it, over real TLS.
class JsonPostTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        auto authority = Service::CertificateAuthority::open(m_folder.path());
        QVERIFY(authority);
        m_authority.emplace(*std::move(authority));
    }

    void bringsTheReply()
    {
        OneReply service(*m_authority, http("200 OK", R"({"token":"t"})"));
        const auto reply = post(service, m_authority->certificate());
        QVERIFY(reply);
        QCOMPARE(reply->value("token"_L1).toString(), u"t"_s);
        const QByteArray request = service.requests.join();
        QVERIFY(request.startsWith("POST /api/test HTTP/1.1\r\n"));
        QVERIFY(request.endsWith(R"({"secret":"s"})"));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("what the service names")
            << http("403 Forbidden", R"({"error":{"code":"token-invalid","subject":"x","reason":"old"}})")
            << ErrorCode::TokenInvalid;
        QTest::newRow("an error that nobody knows")
            << http("500 Internal", R"({"error":{"code":"no-such-code"}})") << ErrorCode::CannotConnect;
        QTest::newRow("no service of ours") << http("404 Not Found", "<html>") << ErrorCode::CannotConnect;
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-Other\r\n\r\n") << ErrorCode::CannotConnect;
        QTest::newRow("nothing") << QByteArray() << ErrorCode::CannotConnect;
        QTest::newRow("too much") << http("200 OK", QByteArray(1024 * 1024, ' ')) << ErrorCode::ProtocolViolation;
    }
    void saysWhyNot()
    {
        QFETCH(QByteArray, reply);
        QFETCH(ErrorCode, code);
        OneReply service(*m_authority, reply);
        const auto result = post(service, m_authority->certificate(), reply.isEmpty() ? 200ms : 10s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
    }

    void saysWhenToTryAgain()
    {
        OneReply service(
            *m_authority, http("429 Too Many Requests", R"({"error":{"code":"rate-limited"}})", "Retry-After: 7\r\n"));
        const auto result = post(service, m_authority->certificate());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::RateLimited);
        QCOMPARE(result.error().facts.value(Fact::RetryAfter).toInteger(), 7);
    }

    void strangersAreToldNothing()
    {
        const QTemporaryDir other;
        const auto stranger = Service::CertificateAuthority::open(other.path());
        QVERIFY(stranger);
        OneReply service(*stranger, http("200 OK", "{}"));
        const auto result = post(service, m_authority->certificate());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::CertificateRefused);
        QVERIFY(service.requests.isEmpty());
    }

    void followsNoRedirect()
    {
        OneReply target(*m_authority, http("200 OK", "{}"));
        OneReply service(*m_authority, redirectTo(target.url()));
        const auto result = post(service, m_authority->certificate());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::CannotConnect);
        QVERIFY(target.requests.isEmpty());
    }

    void theSetUpTokenGoesToNobodyElse()
    {
        OneReply target(*m_authority, http("200 OK", "{}"));
        OneReply service(*m_authority, redirectTo(target.url()));
        const QString passwordFile = m_folder.filePath(u"password"_s);
        QFile password(passwordFile);
        QVERIFY(password.open(QFile::WriteOnly) && password.write("a long password") > 0
            && password.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        password.close();
        QProcess cli;
        cli.start(TestTenant::program(u"sonde-cli"_s),
            {u"--tenant"_s, service.url().toString(), u"--fingerprint"_s, m_authority->fingerprint(), u"--user"_s,
                u"aya"_s, u"--password-file"_s, passwordFile, u"setup"_s});
        cli.write("set-up-token\n");
        cli.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(cli.state(), QProcess::NotRunning, 30s);
        QVERIFY(service.requests.join().contains("set-up-token"));
        QVERIFY2(target.requests.isEmpty(), target.requests.join().constData());
        QCOMPARE(cli.exitCode(), 4);
    }

private:
    Result<QJsonObject> post(
        const OneReply &service, const QSslCertificate &authority, std::chrono::milliseconds patience = 10s)
    {
        JsonPost request(service.url(), clientTls(authority), patience);
        std::optional<Result<QJsonObject>> result;
        connect(&request, &JsonPost::finished, this, [&](const Result<QJsonObject> &reply) { result = reply; });
        request.send(u"/api/test"_s, {{u"secret"_s, u"s"_s}});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30s); }();
        return result.value_or(fail(ErrorCode::Internal));
    }

    QTemporaryDir m_folder;
    std::optional<Service::CertificateAuthority> m_authority;
};

QTEST_GUILESS_MAIN(JsonPostTest)
#include "tst_jsonpost.moc"
