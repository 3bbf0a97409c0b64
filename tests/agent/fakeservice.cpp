// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/fakeservice.h"

#include "transport/tls/tlsclient.h"
#include "transport/websocket/websocketchannel.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslKey>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QByteArray httpAnswer(const QByteArray &status, const QJsonObject &body)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

} // namespace

FakeService::FakeService()
    : m_sockets(u"fake"_s, QWebSocketServer::NonSecureMode)
{
    m_sockets.setSupportedSubprotocols({QString::fromLatin1(SubProtocol)});
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
            connect(socket, &QSslSocket::readyRead, this, [this, socket] { look(socket); });
            look(socket);
        }
    });
    connect(&m_sockets, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_sockets.nextPendingConnection()) {
            auto channel = std::make_unique<WebSocketChannel>(std::unique_ptr<QWebSocket>(socket));
            agents.push_back(std::make_unique<ServiceScript>(std::move(channel)));
        }
    });
}

bool FakeService::openssl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

QByteArray FakeService::content(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool FakeService::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool FakeService::prepare()
{
    const QStringList newKey{
        u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-days"_s, u"2"_s};
    // What `openssl ca` wants, which alone can say from when to when.
    const QByteArray rules = "[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                             "default_md=sha256\nunique_subject=no\npolicy=any\n[any]\ncommonName=supplied\n";
    if (!write(u"ca.cnf"_s, rules) || !write(u"index.txt"_s, {}))
        return false;
    const bool made = openssl(QStringList{u"req"_s, u"-x509"_s, u"-subj"_s, u"/CN=Test CA"_s, u"-keyout"_s, u"ca.key"_s,
                                  u"-out"_s, u"ca.pem"_s}
                          + newKey)
        && openssl(
            QStringList{u"req"_s, u"-x509"_s, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s, u"ca.key"_s, u"-subj"_s,
                u"/CN=sonde-service"_s, u"-addext"_s, u"subjectAltName=DNS:sonde-service"_s, u"-addext"_s,
                u"basicConstraints=critical,CA:FALSE"_s, u"-keyout"_s, u"service.key"_s, u"-out"_s, u"service.pem"_s}
            + newKey);
    if (!made)
        return false;
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setLocalCertificateChain(
        {QSslCertificate(content(u"service.pem"_s)), QSslCertificate(content(u"ca.pem"_s))});
    configuration.setPrivateKey(QSslKey(content(u"service.key"_s), QSsl::Ec));
    configuration.setCaCertificates({QSslCertificate(content(u"ca.pem"_s))});
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    m_server.setSslConfiguration(configuration);
    return true;
}

bool FakeService::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void FakeService::stopListening()
{
    m_server.close();
    for (const auto &agent : agents)
        agent->close();
}

QUrl FakeService::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(port()));
}

QString FakeService::fingerprint() const
{
    return Sonde::fingerprint(QSslCertificate(content(u"ca.pem"_s)));
}

void FakeService::look(QSslSocket *socket)
{
    const QByteArray request = socket->peek(socket->bytesAvailable());
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    if (request.startsWith("GET /agent ")) {
        socket->disconnect(this);
        const QSslCertificate shown = socket->peerCertificate();
        if (shown.isNull() || !socket->sslHandshakeErrors().isEmpty())
            return socket->abort();
        devices += shown.subjectInfo(QSslCertificate::CommonName).value(0);
        return m_sockets.handleConnection(socket);
    }
    const qsizetype lengthAt = request.toLower().indexOf("content-length:");
    const qsizetype length =
        request.sliced(lengthAt + 15, request.indexOf("\r\n", lengthAt) - lengthAt - 15).trimmed().toLongLong();
    if (request.startsWith("POST /api/enrol ") && request.size() >= end + 4 + length)
        enrol(socket, request.sliced(end + 4, length));
}

void FakeService::enrol(QSslSocket *socket, const QByteArray &body)
{
    socket->readAll();
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    if (asked.value("token"_L1).toString() != u"good") {
        const QJsonObject error{{u"code"_s, u"token-invalid"_s}, {u"reason"_s, u"not good"_s}};
        socket->write(httpAnswer("403 Forbidden", {{u"error"_s, error}}));
    } else {
        enrolledNames += asked.value("name"_L1).toString();
        const QString device = QUuid::createUuid().toString(QUuid::Id128);
        const QByteArray certificate = certify(asked.value("csr"_L1).toString().toLatin1(), device);
        socket->write(httpAnswer("200 OK",
            {{u"device"_s, device}, {u"certificate"_s, QString::fromLatin1(certificate)},
                {u"ca"_s, QString::fromLatin1(content(u"ca.pem"_s))}}));
    }
    socket->disconnectFromHost();
}

QByteArray FakeService::certify(const QByteArray &request, const QString &device)
{
    const auto inDays = [](int days) {
        return QDateTime::currentDateTimeUtc().addDays(days).toString(u"yyyyMMddHHmmss'Z'"_s);
    };
    const bool made = write(u"agent.csr"_s, request)
        && openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s, u"-cert"_s, u"ca.pem"_s,
            u"-keyfile"_s, u"ca.key"_s, u"-startdate"_s, inDays(certificatesEndSoon ? -13 : -1), u"-enddate"_s,
            inDays(certificatesEndSoon ? 1 : 13), u"-subj"_s, u"/CN="_s + device, u"-in"_s, u"agent.csr"_s, u"-out"_s,
            u"agent.pem"_s});
    return made ? content(u"agent.pem"_s) : QByteArray();
}

} // namespace Sonde::Agent
