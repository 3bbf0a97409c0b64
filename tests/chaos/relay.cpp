// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/relay.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <cmath>
#include <limits>

using namespace std::chrono_literals;

namespace Sonde::Client::Chaos {

namespace {

constexpr qint64 BufferBytes = 512 * 1024;
constexpr qint64 ShortestLife = 8 * 1024;
constexpr auto Tick = 20ms;
constexpr qint64 Unlimited = std::numeric_limits<qint64>::max();

/// What may pass until the next tick, for all connections together.
struct Allowance {
    qint64 left = Unlimited;
};

/// One connection from one end to the other.
class Link final : public QObject
{
public:
    Link(QTcpSocket *caller, quint16 target, qint64 life, Allowance &allowance, Relay::Shared &shared, QObject *parent)
        : QObject(parent)
        , m_caller(caller)
        , m_life(life)
        , m_allowance(allowance)
        , m_shared(shared)
    {
        caller->setParent(this);
        for (QTcpSocket *socket : {m_caller, &m_callee}) {
            socket->setReadBufferSize(BufferBytes);
            connect(socket, &QIODevice::readyRead, this, &Link::move);
            connect(socket, &QIODevice::bytesWritten, this, &Link::move);
            connect(socket, &QAbstractSocket::disconnected, this, &Link::hangUp);
            connect(socket, &QAbstractSocket::errorOccurred, this, &Link::hangUp);
        }
        m_callee.connectToHost(QHostAddress::LocalHost, target);
    }

    void move()
    {
        if (m_ending)
            return;
        pass(*m_caller, m_callee);
        pass(m_callee, *m_caller);
    }

private:
    void pass(QTcpSocket &from, QTcpSocket &to)
    {
        if (m_ending || to.state() != QAbstractSocket::ConnectedState)
            return;
        const qint64 room = BufferBytes - to.bytesToWrite();
        const qint64 most = std::min({from.bytesAvailable(), room, m_life, m_allowance.left});
        if (most <= 0)
            return;
        to.write(from.read(most));
        m_shared.bytes += most;
        if (m_allowance.left != Unlimited)
            m_allowance.left -= most;
        if (m_life == Unlimited || (m_life -= most) > 0)
            return;
        ++m_shared.cuts;
        m_ending = true;
        QMetaObject::invokeMethod(this, &Link::cut, Qt::QueuedConnection); // not from within a socket's own signal
    }

    void cut()
    {
        m_caller->abort();
        m_callee.abort();
        deleteLater();
    }

    /// One end is gone; the other gets what there is, and goes too.
    void hangUp()
    {
        if (std::exchange(m_ending, true))
            return;
        for (QTcpSocket *from : {m_caller, &m_callee}) {
            QTcpSocket &to = from == m_caller ? m_callee : *m_caller;
            if (to.state() == QAbstractSocket::ConnectedState)
                to.write(from->readAll());
        }
        for (QTcpSocket *socket : {m_caller, &m_callee}) {
            connect(socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
            socket->disconnectFromHost();
        }
        if (m_caller->state() == QAbstractSocket::UnconnectedState
            && m_callee.state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    }

    QTcpSocket *m_caller;
    QTcpSocket m_callee;
    qint64 m_life;
    Allowance &m_allowance;
    Relay::Shared &m_shared;
    bool m_ending = false;
};

} // namespace

class Relay::Switchboard final : public QObject
{
public:
    Switchboard(const Options &options, quint16 target, Shared &shared)
        : m_options(options)
        , m_target(target)
        , m_shared(shared)
        , m_random(options.seed)
        , m_server(this)
        , m_tick(this)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Switchboard::takeCalls);
        connect(&m_tick, &QTimer::timeout, this, &Switchboard::allowMore);
        m_tick.setInterval(Tick);
        m_tick.setTimerType(Qt::PreciseTimer);
    }

    [[nodiscard]] bool listen()
    {
        if (m_options.rate > 0)
            m_tick.start();
        return m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void takeCalls()
    {
        while (QTcpSocket *caller = m_server.nextPendingConnection())
            m_links.append(new Link(caller, m_target, life(), m_allowance, m_shared, this));
    }

    /// As many are cut early as late: in a handshake, at the first bytes of a file, in the midst of it.
    [[nodiscard]] qint64 life()
    {
        const double range = double(m_options.longest) / double(ShortestLife);
        return m_shared.cutting ? qint64(double(ShortestLife) * std::pow(range, m_random.generateDouble())) : Unlimited;
    }

    void allowMore()
    {
        m_allowance.left = m_options.rate * Tick.count() / 1000;
        m_links.removeIf([](const QPointer<Link> &link) { return !link; });
        // A different one goes first each time.
        if (!m_links.isEmpty())
            m_links.append(m_links.takeFirst());
        for (const auto &link : QList(m_links)) {
            if (link)
                link->move();
        }
    }

    Options m_options;
    quint16 m_target;
    Shared &m_shared;
    QRandomGenerator m_random;
    QTcpServer m_server;
    QTimer m_tick;
    Allowance m_allowance;
    QList<QPointer<Link>> m_links;
};

Relay::Relay(const Options &options)
    : m_options(options)
{
    // A port that is free now; who is behind the relay will have it.
    QTcpServer free;
    if (free.listen(QHostAddress::LocalHost))
        m_targetPort = free.serverPort();
    m_switchboard = new Switchboard(m_options, m_targetPort, m_shared);
    m_switchboard->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_switchboard, &QObject::deleteLater);
    m_thread.start();
}

Relay::~Relay()
{
    m_thread.quit();
    m_thread.wait();
}

bool Relay::listen()
{
    bool listens = false;
    QMetaObject::invokeMethod(
        m_switchboard, [&] { listens = m_targetPort != 0 && m_switchboard->listen(); }, Qt::BlockingQueuedConnection);
    m_port = m_switchboard->port();
    return listens;
}

} // namespace Sonde::Client::Chaos
