// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/syslog/syslogforwarder.h"

#include "service/syslog/syslogmessage.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

Q_LOGGING_CATEGORY(syslogLog, "sonde.syslog")

constexpr quint32 EntriesAtOnce = 100;
constexpr qint64 MostUnwritten = 256 * 1024;
/// What was given to the system so long ago has arrived, if the connection still stands.
constexpr auto SettleInterval = 5s;

quint64 readPosition(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toULongLong() : 0;
}

} // namespace

Result<SyslogTarget> syslogTarget(const QString &address, const QString &authorityFile)
{
    SyslogTarget target;
    const qsizetype colon = address.lastIndexOf(u':');
    const bool hasPort = colon >= 0 && !address.endsWith(u']');
    bool isPort = true;
    if (hasPort)
        target.port = address.sliced(colon + 1).toUShort(&isPort);
    target.host = (hasPort ? address.first(colon) : address);
    target.host.remove(u'[').remove(u']');
    if (target.host.isEmpty() || !isPort || target.port == 0)
        return fail(ErrorCode::BadValue, address, u"expected HOST or HOST:PORT"_s);
    if (authorityFile.isEmpty())
        return target;
    QFile file(authorityFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadFailed, authorityFile, file.errorString());
    target.authorities = QSslCertificate::fromDevice(&file);
    if (target.authorities.isEmpty())
        return fail(ErrorCode::BadValue, authorityFile, u"there is no certificate in it"_s);
    return target;
}

SyslogForwarder::SyslogForwarder(
    Store &store, Turn &turn, const SyslogTarget &target, const QString &positionFile, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_target(target)
    , m_positionFile(positionFile)
    , m_position(readPosition(positionFile))
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(
        m_target.authorities.isEmpty() ? QSslConfiguration::systemCaCertificates() : m_target.authorities);
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_backoff.reset();
        m_sent = m_writtenLately = m_position;
        send();
    });
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &SyslogForwarder::send);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &SyslogForwarder::lost);
    connect(&m_socket, &QSslSocket::disconnected, this, &SyslogForwarder::lost);
    connect(&turn, &Turn::committed, this, &SyslogForwarder::noteCommitted);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SyslogForwarder::connectNow);
    connect(&m_settling, &QTimer::timeout, this, &SyslogForwarder::settle);
    m_settling.start(SettleInterval);
    noteCommitted();
    // A journal of which there is less than was sent is another one, or an older copy.
    if (m_position > m_committed)
        m_position = 0;
    connectNow();
}

SyslogForwarder::~SyslogForwarder()
{
    m_socket.disconnect(this);
    savePosition();
}

void SyslogForwarder::connectNow()
{
    m_socket.abort();
    m_socket.connectToHostEncrypted(m_target.host, m_target.port);
}

void SyslogForwarder::lost()
{
    if (m_retry.isActive())
        return;
    qCWarning(syslogLog).noquote() << "no syslog at" << m_target.host << m_target.port << m_socket.errorString();
    m_retry.start(m_backoff.next());
}

/// Nobody hears what is not committed: the signed head says what is.
void SyslogForwarder::noteCommitted()
{
    const auto head = m_store.signedHead();
    m_committed = head ? head->number : 0;
    send();
}

void SyslogForwarder::send()
{
    while (m_socket.isEncrypted() && m_sent < m_committed
        && m_socket.encryptedBytesToWrite() + m_socket.bytesToWrite() < MostUnwritten) {
        const auto entries = m_store.entries(m_sent, quint32(std::min<quint64>(EntriesAtOnce, m_committed - m_sent)));
        if (entries.empty())
            return;
        for (const JournalEntry &entry : entries)
            m_socket.write(syslogFrame(entry, QSysInfo::machineHostName()));
        m_sent = entries.back().number;
    }
}

void SyslogForwarder::settle()
{
    if (!m_socket.isEncrypted())
        return;
    if (m_writtenLately > m_position) {
        m_position = m_writtenLately;
        savePosition();
    }
    if (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() == 0)
        m_writtenLately = m_sent;
}

void SyslogForwarder::savePosition()
{
    QSaveFile file(m_positionFile);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(m_position) + '\n');
        file.commit();
    }
}

} // namespace Sonde::Service

#include "moc_syslogforwarder.cpp"
