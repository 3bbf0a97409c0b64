// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/agents/idleconnection.h"

#include "transport/framed/framedchannel.h"
#include "transport/tls/tlsclient.h"

#include <QtEndian>
#include <array>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace Sonde::Bench {

namespace {

// As the real agent's connection has them.
constexpr auto HandshakeTime = 15s;
constexpr auto StableTime = 10s;
constexpr auto PingInterval = FramedChannel::SignInterval;

enum Opcode { Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xA };

constexpr auto UpgradeRequest = "GET /agent HTTP/1.1\r\n"
                                "Host: sonde-service\r\n"
                                "Upgrade: websocket\r\n"
                                "Connection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                "Sec-WebSocket-Protocol: sonde.1\r\n"
                                "\r\n";

} // namespace

void SessionFree::operator()(SSL_SESSION *session) const
{
    SSL_SESSION_free(session);
}

IdleConnection::IdleConnection(
    const IdleDevice &device, SSL_CTX &tls, const sockaddr_in &service, in_addr_t place, Way way)
    : m_device(device)
    , m_tls(tls)
    , m_service(service)
    , m_place(place)
    , m_way(way)
{
}

IdleConnection::~IdleConnection()
{
    lose();
}

void IdleConnection::open()
{
    m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(m_socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr = m_place;
    bind(m_socket, reinterpret_cast<const sockaddr *>(&from), sizeof from);
    const bool isConnected = connect(m_socket, reinterpret_cast<const sockaddr *>(&m_service), sizeof m_service) == 0;
    m_state = State::Connecting;
    m_due = Clock::now() + HandshakeTime;
    ++m_attempts;
    // Each real agent is a process of its own, which says hello as soon as it is connected, not when all others are.
    if (isConnected)
        proceed();
    else if (errno != EINPROGRESS)
        lose();
}

void IdleConnection::proceed()
{
    // What another connection failed with is not of this one.
    ERR_clear_error();
    bool well = true;
    if (m_state == State::Connecting)
        well = finishConnecting();
    if (well && m_state == State::Handshaking)
        well = shakeHands();
    if (well && m_state >= State::Upgrading)
        well = sendRest() && readMore() && sendRest();
    if (!well)
        lose();
}

void IdleConnection::timePassed()
{
    if (m_state == State::Away)
        return open();
    if (m_state != State::Open)
        return lose();
    ERR_clear_error();
    if (m_way == Way::Direct)
        m_unsent += frameBytes(FrameKind::SignOfLife, {});
    else
        queueFrame(Ping, {});
    m_due = Clock::now() + PingInterval;
    if (!sendRest())
        lose();
}

bool IdleConnection::finishConnecting()
{
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
        return false;
    m_ssl = SSL_new(&m_tls);
    m_state = State::Handshaking;
    SSL_set_connect_state(m_ssl);
    SSL_set_app_data(m_ssl, this);
    if (m_way == Way::Direct) {
        const QByteArray protocols = char(qstrlen(AgentProtocol)) + QByteArray(AgentProtocol);
        SSL_set_alpn_protos(m_ssl, reinterpret_cast<const uchar *>(protocols.constData()), uint(protocols.size()));
        if (m_session)
            SSL_set_session(m_ssl, m_session.get());
    }
    return SSL_use_certificate(m_ssl, m_device.certificate.get()) == 1 && SSL_set1_host(m_ssl, ServiceTlsName) == 1
        && SSL_set_fd(m_ssl, m_socket) == 1;
}

bool IdleConnection::shakeHands()
{
    const int result = SSL_do_handshake(m_ssl);
    if (result != 1)
        return isBlocked(result);
    m_state = State::Upgrading;
    m_isResumed = SSL_session_reused(m_ssl) == 1;
    if (m_way == Way::Direct)
        greet();
    else
        m_unsent = UpgradeRequest;
    return true;
}

bool IdleConnection::sendRest()
{
    while (!m_unsent.isEmpty()) {
        const int written = SSL_write(m_ssl, m_unsent.constData(), int(m_unsent.size()));
        if (written <= 0)
            return isBlocked(written);
        m_unsent.remove(0, written);
    }
    return true;
}

bool IdleConnection::readMore()
{
    static std::array<char, 16 * 1024> buffer;
    for (;;) {
        const int size = SSL_read(m_ssl, buffer.data(), int(buffer.size()));
        if (size <= 0)
            return isBlocked(size);
        m_unread.append(buffer.data(), size);
        if (m_state == State::Upgrading && !takeUpgrade())
            return false;
        if (m_state >= State::Greeting && !(m_way == Way::Direct ? takeFrames() : takeWebSocketFrames()))
            return false;
        if (m_unread.isEmpty())
            m_unread = {}; // ten thousand empty buffers are still buffers
    }
}

bool IdleConnection::takeUpgrade()
{
    const qsizetype end = m_unread.indexOf("\r\n\r\n");
    if (end < 0)
        return true;
    if (!m_unread.startsWith("HTTP/1.1 101 "))
        return false;
    m_unread.remove(0, end + 4);
    greet();
    return true;
}

void IdleConnection::greet()
{
    m_state = State::Greeting;
    m_openedAt = Clock::now();
    for (const QByteArray &message : greetingOf(m_device.id)) {
        if (m_way == Way::Direct)
            m_unsent += frameBytes(FrameKind::Message, message);
        else
            queueFrame(Binary, message);
    }
}

/// The service's hello: it has taken us.
void IdleConnection::isGreeted()
{
    m_state = State::Open;
    m_due = Clock::now() + PingInterval;
}

bool IdleConnection::takeFrames()
{
    while (m_unread.size() >= FrameReader::HeadBytes) {
        const qsizetype size = FrameReader::HeadBytes + qFromBigEndian<quint32>(m_unread.constData());
        if (m_unread.size() < size)
            return true;
        switch (FrameKind(m_unread[4])) {
        case FrameKind::Message: isGreeted(); break;
        case FrameKind::SignOfLife: break;
        case FrameKind::Farewell: return false;
        }
        m_unread.remove(0, size);
    }
    return true;
}

/// RFC 6455 §5.2; a service does not mask.
bool IdleConnection::takeWebSocketFrames()
{
    while (m_unread.size() >= 2) {
        const auto *bytes = reinterpret_cast<const uchar *>(m_unread.constData());
        qsizetype header = 2;
        quint64 size = bytes[1] & 0x7F;
        if (size == 126) {
            header = 4;
            size = m_unread.size() >= header ? qFromBigEndian<quint16>(bytes + 2) : 0;
        } else if (size == 127) {
            return false; // nothing said to an idle agent is that long
        }
        if (m_unread.size() < header + qsizetype(size))
            return true;
        if (!takeFrame(bytes[0] & 0x0F, QByteArrayView(m_unread).sliced(header, qsizetype(size))))
            return false;
        m_unread.remove(0, header + qsizetype(size));
    }
    return true;
}

bool IdleConnection::takeFrame(int opcode, QByteArrayView payload)
{
    switch (opcode) {
    case Binary: isGreeted(); return true;
    case Ping: queueFrame(Pong, payload); return true;
    case Pong: return true;
    case Close:
    default: return false;
    }
}

bool IdleConnection::isBlocked(int result) const
{
    const int error = SSL_get_error(m_ssl, result);
    return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

/// Masked, as a client must, with a mask of zeros.
void IdleConnection::queueFrame(int opcode, QByteArrayView payload)
{
    m_unsent.append(char(0x80 | opcode));
    if (payload.size() < 126) {
        m_unsent.append(char(0x80 | payload.size()));
    } else {
        m_unsent.append(char(0x80 | 126));
        m_unsent.append(char(payload.size() >> 8));
        m_unsent.append(char(payload.size() & 0xFF));
    }
    m_unsent.append(4, '\0');
    m_unsent.append(payload);
}

void IdleConnection::lose()
{
    if (m_state == State::Open && Clock::now() - m_openedAt > StableTime)
        m_backoff.reset();
    if (m_ssl) // a session is as good after a connection that was cut
        SSL_set_shutdown(m_ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
    SSL_free(m_ssl);
    m_ssl = nullptr;
    if (m_socket >= 0)
        close(m_socket);
    m_socket = -1;
    m_unsent = {};
    m_unread = {};
    m_openedAt = {};
    m_state = State::Away;
    m_due = Clock::now() + m_backoff.next();
}

} // namespace Sonde::Bench
