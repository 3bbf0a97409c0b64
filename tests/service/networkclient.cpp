// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/networkclient.h"

#include "service/store/securefile.h"
#include "service/store/signingkey.h"
#include "transport/tls/tlsclient.h"
#include "transport/websocket/websocketchannel.h"

#include <QDir>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTest>
#include <QWebSocketHandshakeOptions>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

QByteArray contents(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return QByteArray(data, size);
}

HttpAnswer answerFrom(int status, const QByteArray &text)
{
    return {status, QJsonDocument::fromJson(text).object(), text};
}

} // namespace

KeyAndRequest makeRequest()
{
    const PrivateKey key = std::move(makeKey().value());
    const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> request(X509_REQ_new(), &X509_REQ_free);
    X509_REQ_set_pubkey(request.get(), key.get());
    X509_REQ_sign(request.get(), key.get(), EVP_sha256());
    const Memory memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509_REQ(memory.get(), request.get());
    return {toPem(key.get()), contents(memory.get())};
}

QSslCertificate expiredCertificate(const QString &directory, const DeviceId &device, const QByteArray &keyPem)
{
    const auto read = [](const QByteArray &pem) {
        const Memory memory(BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free);
        return PrivateKey(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
    };
    const PrivateKey authority = read(readWholeFile(QDir(directory).filePath(u"ca.key"_s)).value());
    const PrivateKey own = read(keyPem);
    const QByteArray der = QSslCertificate(readWholeFile(QDir(directory).filePath(u"ca.pem"_s)).value()).toDer();
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> issuer(d2i_X509(nullptr, &bytes, long(der.size())), &X509_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 4711);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2L * 24 * 60 * 60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), -24L * 60 * 60);
    const QByteArray name = device.value().toLatin1();
    X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, MBSTRING_UTF8,
        reinterpret_cast<const uchar *>(name.constData()), int(name.size()), -1, 0);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    X509_set_pubkey(certificate.get(), own.get());
    X509_sign(certificate.get(), authority.get(), EVP_sha256());
    const Memory memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(memory.get(), certificate.get());
    return QSslCertificate(contents(memory.get()));
}

QString errorCode(const HttpAnswer &answer)
{
    return answer.body.value("error"_L1).toObject().value("code"_L1).toString();
}

NetworkClient::NetworkClient(const QUrl &service, const QSslCertificate &authority)
    : m_service(service)
    , m_tls(clientTls(authority))
    , m_network(std::make_unique<QNetworkAccessManager>())
{
}

QNetworkRequest NetworkClient::request(const QString &path) const
{
    QUrl url = m_service;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return request;
}

HttpAnswer NetworkClient::finish(QNetworkReply *reply)
{
    const bool finished = QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000);
    m_refusal = reply->errorString();
    reply->deleteLater();
    if (!finished)
        return {};
    return answerFrom(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll());
}

HttpAnswer NetworkClient::get(const QString &path, const QString &token)
{
    QNetworkRequest asked = request(path);
    if (!token.isEmpty())
        asked.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    return finish(m_network->get(asked));
}

HttpAnswer NetworkClient::post(const QString &path, const QJsonObject &body)
{
    return finish(m_network->post(request(path), QJsonDocument(body).toJson()));
}

DeviceIdentity NetworkClient::enrol(const QString &token, const QString &name)
{
    const auto made = makeRequest();
    const auto answer =
        post(u"/api/enrol"_s, {{u"token"_s, token}, {u"name"_s, name}, {u"csr"_s, QString::fromLatin1(made.request)}});
    const QSslCertificate authority(answer.body.value("ca"_L1).toString().toLatin1());
    const QSslCertificate own(answer.body.value("certificate"_L1).toString().toLatin1());
    return {
        DeviceId(answer.body.value("device"_L1).toString()), clientTls(authority, own, QSslKey(made.key, QSsl::Ec))};
}

std::unique_ptr<QWebSocket> NetworkClient::open(
    const QString &path, const QSslConfiguration &tls, const Headers &headers)
{
    QUrl url = m_service;
    url.setScheme(u"wss"_s);
    url.setPath(path);
    QNetworkRequest request(url);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QLatin1StringView(SubProtocol)});
    auto socket = std::make_unique<QWebSocket>();
    socket->setSslConfiguration(tls);
    bool over = false;
    QObject::connect(socket.get(), &QWebSocket::connected, socket.get(), [&over] { over = true; });
    QObject::connect(socket.get(), &QWebSocket::disconnected, socket.get(), [&over] { over = true; });
    QObject::connect(socket.get(), &QWebSocket::errorOccurred, socket.get(), [&over] { over = true; });
    socket->open(request, options);
    const bool answered = QTest::qWaitFor([&over] { return over; }, 20'000);
    m_refusal = socket->errorString();
    socket->disconnect();
    if (!answered || socket->state() != QAbstractSocket::ConnectedState)
        return nullptr;
    return socket;
}

std::unique_ptr<TestPeer> NetworkClient::openAgent(const DeviceIdentity &device, const std::vector<CommandId> &held)
{
    auto socket = open(u"/agent"_s, device.tls);
    if (!socket)
        return nullptr;
    auto peer = std::make_unique<TestPeer>(std::make_unique<WebSocketChannel>(std::move(socket)));
    peer->send(Message::AgentState{linuxFacts(), u"instance"_s, held});
    return peer;
}

std::unique_ptr<TestPeer> NetworkClient::openWorkstation(const QString &token)
{
    auto socket = open(u"/workstation"_s, m_tls, {{"Authorization", "Bearer " + token.toLatin1()}});
    return socket ? std::make_unique<TestPeer>(std::make_unique<WebSocketChannel>(std::move(socket))) : nullptr;
}

std::unique_ptr<QSslSocket> NetworkClient::connectRaw(const QSslConfiguration &tls) const
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(tls);
    socket->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    socket->connectToHostEncrypted(m_service.host(), quint16(m_service.port()), QLatin1StringView(ServiceTlsName));
    if (!QTest::qWaitFor([&] { return socket->isEncrypted(); }, 20'000))
        return nullptr;
    return socket;
}

HttpAnswer NetworkClient::upgrade(const QString &path, const QSslConfiguration &tls, const QByteArray &extraHeaders)
{
    const auto socket = connectRaw(tls);
    if (!socket)
        return {};
    socket->write("GET " + path.toLatin1()
        + " HTTP/1.1\r\nHost: sonde-service\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
          "sonde.1\r\n"
        + extraHeaders + "\r\n");
    QByteArray answer;
    const auto isWhole = [&] {
        answer += socket->readAll();
        return socket->state() != QAbstractSocket::ConnectedState
            || (answer.startsWith("HTTP/1.1 101") && answer.contains("\r\n\r\n"));
    };
    if (!QTest::qWaitFor(isWhole, 20'000))
        return {};
    return answerFrom(answer.split(' ').value(1).toInt(), answer.sliced(answer.indexOf("\r\n\r\n") + 4));
}

} // namespace Sonde::Service
