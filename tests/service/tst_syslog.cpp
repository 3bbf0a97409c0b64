// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"
#include "service/syslog/syslogforwarder.h"
#include "service/syslog/syslogmessage.h"
#include "tests/service/tenantfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// The journal on its way to another host.
class TestSyslog final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void messagesAreThoseOfTheStandard();
    void hostileTextStaysInside();
    void longFactsAreCut();
    void everyEntryComesOnceAndInOrder();
    void nothingIsLostWhileNobodyListens();
    void strangersHearNothing();
    void addresses_data();
    void addresses();

private:
    void listen(quint16 port = 0);
    [[nodiscard]] std::unique_ptr<SyslogForwarder> forward(const QList<QSslCertificate> &authorities);
    [[nodiscard]] QStringList messages() const;

    QTemporaryDir m_folder;
    std::unique_ptr<CertificateAuthority> m_authority;
    std::unique_ptr<QSslServer> m_server;
    std::vector<QTcpSocket *> m_sockets;
    QByteArray m_received;
    quint16 m_port = 0;
};

namespace {

JournalEntry entryOf(JournalEvent event)
{
    return {7, QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, QTimeZone::UTC), u"ada"_s, DeviceId(u"d1"_s),
        SessionId(3), CommandId(4), std::move(event), QByteArray(32, 'p'), QByteArray(32, 'h')};
}

/// Without its length, which is right.
QByteArray messageOf(const JournalEntry &entry)
{
    const QByteArray frame = syslogFrame(entry, u"soc.example"_s);
    const qsizetype blank = frame.indexOf(' ');
    return frame.first(blank).toLongLong() == frame.size() - blank - 1 ? frame.sliced(blank + 1) : QByteArray();
}

} // namespace

void TestSyslog::init()
{
    setUp();
    m_authority = std::make_unique<CertificateAuthority>(CertificateAuthority::open(m_folder.path()).value());
    QFile::remove(m_folder.filePath(u"position"_s));
    m_received.clear();
    listen();
}

void TestSyslog::cleanup()
{
    m_server.reset();
    m_sockets.clear();
    tearDown();
}

void TestSyslog::listen(quint16 port)
{
    const auto credentials = m_authority->issueServer({u"localhost"_s}).value();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(credentials.chain);
    tls.setPrivateKey(credentials.key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server = std::make_unique<QSslServer>();
    m_server->setSslConfiguration(tls);
    connect(m_server.get(), &QSslServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket *socket = m_server->nextPendingConnection();
        m_sockets.push_back(socket);
        connect(socket, &QIODevice::readyRead, this, [this, socket] { m_received += socket->readAll(); });
    });
    QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
    m_port = m_server->serverPort();
}

std::unique_ptr<SyslogForwarder> TestSyslog::forward(const QList<QSslCertificate> &authorities)
{
    return std::make_unique<SyslogForwarder>(m_bench->tenant().store, m_bench->tenant().turn,
        SyslogTarget{u"localhost"_s, m_port, authorities}, m_folder.filePath(u"position"_s));
}

QStringList TestSyslog::messages() const
{
    QStringList all;
    for (qsizetype at = 0; at < m_received.size();) {
        const qsizetype blank = m_received.indexOf(' ', at);
        const qsizetype size = blank < 0 ? 0 : m_received.sliced(at, blank - at).toLongLong();
        if (size <= 0 || blank + 1 + size > m_received.size())
            break;
        all += QString::fromUtf8(m_received.sliced(blank + 1, size));
        at = blank + 1 + size;
    }
    return all;
}

void TestSyslog::messagesAreThoseOfTheStandard()
{
    const QByteArray message = messageOf(entryOf(Event::CommandRejected{u"ls"_s, {}}));
    const QByteArray expected = "<108>1 2023-11-14T22:13:20.123Z soc.example sonde-service "
        + QByteArray::number(QCoreApplication::applicationPid()) + " command-rejected [sonde@32473 entry=\"7\" hash=\""
        + QByteArray(32, 'h').toHex() + "\" previous=\"" + QByteArray(32, 'p').toHex()
        + "\" actor=\"ada\" device=\"d1\" session=\"3\" command=\"4\"] \xef\xbb\xbf{";
    QVERIFY2(message.startsWith(expected), message.constData());
    QVERIFY(messageOf(entryOf(Event::ServiceStopped{})).startsWith("<110>1 "));
}

void TestSyslog::hostileTextStaysInside()
{
    JournalEntry entry = entryOf(Event::SignedOut{u"x"_s});
    entry.actor = u"a\"]\\ \n<1>"_s;
    const QByteArray message = messageOf(entry);
    QVERIFY2(message.contains(R"(actor="a\"\]\\ )"), message.constData());
    const QByteArray frame = syslogFrame(entry, u"host name\n"_s);
    QVERIFY(frame.contains(" host_name_ "));
}

void TestSyslog::longFactsAreCut()
{
    const QByteArray message = messageOf(entryOf(Event::CommandRejected{QString(20'000, u'\u8a9e'), {}}));
    QVERIFY(!message.isEmpty() && message.size() < 8192);
    QVERIFY(QString::fromUtf8(message).toUtf8() == message);
}

void TestSyslog::everyEntryComesOnceAndInOrder()
{
    const auto forwarder = forward({m_authority->certificate()});
    for (int i = 0; i < 300; ++i)
        m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignedOut{QString::number(i)});
    m_bench->tenant().turn.finish();
    QTRY_COMPARE(messages().size(), qsizetype(m_bench->tenant().journal.lastNumber()));
    static const QRegularExpression entry(u"entry=\"(\\d+)\""_s);
    for (qsizetype i = 0; i < messages().size(); ++i)
        QCOMPARE(entry.match(messages().at(i)).captured(1).toLongLong(), i + 1);
}

void TestSyslog::nothingIsLostWhileNobodyListens()
{
    auto forwarder = forward({m_authority->certificate()});
    QTRY_COMPARE(messages().size(), qsizetype(m_bench->tenant().journal.lastNumber()));
    m_server.reset();
    m_sockets.clear();
    for (int i = 0; i < 10; ++i)
        m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignedOut{u"late"_s});
    m_bench->tenant().turn.finish();
    m_received.clear();
    listen(m_port);
    QTRY_COMPARE_WITH_TIMEOUT(messages().filter(u"late"_s).size(), 10, 20'000);
    // Another start goes on where it was.
    forwarder.reset();
    m_received.clear();
    forwarder = forward({m_authority->certificate()});
    m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignedOut{u"last"_s});
    m_bench->tenant().turn.finish();
    QTRY_COMPARE(messages().filter(u"last"_s).size(), 1);
}

void TestSyslog::strangersHearNothing()
{
    QTemporaryDir other;
    const auto stranger = CertificateAuthority::open(other.path()).value();
    const auto forwarder = forward({stranger.certificate()});
    m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignedOut{u"secret"_s});
    m_bench->tenant().turn.finish();
    QSignalSpy failed(m_server.get(), &QSslServer::errorOccurred);
    QVERIFY(failed.wait(20'000));
    QVERIFY(m_received.isEmpty());
}

void TestSyslog::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("name") << u"siem.example"_s << u"siem.example"_s << 6514;
    QTest::newRow("name and port") << u"siem.example:7000"_s << u"siem.example"_s << 7000;
    QTest::newRow("IPv6") << u"[2001:db8::1]"_s << u"2001:db8::1"_s << 6514;
    QTest::newRow("IPv6 and port") << u"[2001:db8::1]:7000"_s << u"2001:db8::1"_s << 7000;
    QTest::newRow("no port") << u"siem.example:"_s << QString() << 0;
    QTest::newRow("too large") << u"siem.example:70000"_s << QString() << 0;
    QTest::newRow("nothing") << QString() << QString() << 0;
}

void TestSyslog::addresses()
{
    QFETCH(QString, address);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto target = syslogTarget(address, {});
    QCOMPARE(target.has_value(), port > 0);
    if (target) {
        QCOMPARE(target->host, host);
        QCOMPARE(int(target->port), port);
    }
}

QTEST_GUILESS_MAIN(TestSyslog)
#include "tst_syslog.moc"
