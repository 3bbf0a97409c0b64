// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/agents/idleswarm.h"

#include <algorithm>
#include <array>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <unistd.h>

namespace Sonde::Bench {

namespace {

/// First openings at once; those that come back all come as they like.
constexpr int MostUnderWay = 64;
/// Timers that fire in one turn: in between there is time for those who hear something.
constexpr int MostFired = 64;
/// An address has not many more ports to connect from.
constexpr in_addr_t MostOfPlace = 20'000;
constexpr quint64 InputTag = ~0ULL;

SSL_CTX *makeTls(const Population &population)
{
    SSL_CTX *tls = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION);
    SSL_CTX_set_mode(
        tls, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(tls, [](SSL *ssl, SSL_SESSION *session) {
        static_cast<IdleConnection *>(SSL_get_app_data(ssl))->keep(session);
        return 1; // it is ours now
    });
    SSL_CTX_set_options(
        tls, SSL_OP_IGNORE_UNEXPECTED_EOF); // as agents do: a session outlives a service that was killed
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(tls), population.authority.get());
    SSL_CTX_use_PrivateKey(tls, population.key.get());
    return tls;
}

} // namespace

IdleSwarm::IdleSwarm(const Population &population, quint16 port, Way way)
    : m_tls(makeTls(population), &SSL_CTX_free)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    m_service.sin_family = AF_INET;
    m_service.sin_port = htons(port);
    m_service.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (const IdleDevice &device : population.devices) {
        const in_addr_t place = htonl(INADDR_LOOPBACK + in_addr_t(m_connections.size()) / MostOfPlace);
        m_connections.push_back(std::make_unique<IdleConnection>(device, *m_tls, m_service, place, way));
    }
}

IdleSwarm::~IdleSwarm()
{
    close(m_epoll);
}

void IdleSwarm::hold(int count)
{
    m_wanted = std::min(count, int(m_connections.size()));
    m_allThere = m_open >= m_wanted;
    beginGathering();
    startMore();
}

void IdleSwarm::beginGathering()
{
    m_since = Clock::now();
    m_processorBefore = std::clock();
    m_attemptsBefore = attempts();
}

int IdleSwarm::attempts() const
{
    int count = 0;
    for (const auto &connection : m_connections)
        count += connection->attempts();
    return count;
}

Gathering IdleSwarm::gathered()
{
    return {.seconds = std::chrono::duration<double>(Clock::now() - m_since).count(),
        .processor = double(std::clock() - m_processorBefore) / CLOCKS_PER_SEC,
        .losses = std::exchange(m_losses, 0),
        .attempts = attempts() - m_attemptsBefore,
        .resumed = int(std::ranges::count_if(
            m_connections, [](const auto &connection) { return connection->isOpen() && connection->isResumed(); }))};
}

void IdleSwarm::startMore()
{
    while (m_started < m_wanted && m_underWay < MostUnderWay)
        attend(m_started++, [](IdleConnection &connection) { connection.open(); });
}

/// Lets `what` happen to a connection and keeps the books: its socket, its timer, how many are open.
void IdleSwarm::attend(int index, const std::function<void(IdleConnection &)> &what)
{
    IdleConnection &connection = *m_connections[size_t(index)];
    const bool wasOpen = connection.isOpen();
    const bool wasUnderWay = connection.isUnderWay();
    const int oldSocket = connection.descriptor();
    m_timers.erase({connection.dueAt(), index});
    what(connection);
    m_timers.insert({connection.dueAt(), index});
    watch(index, oldSocket);

    m_underWay += int(connection.isUnderWay()) - int(wasUnderWay);
    m_open += int(connection.isOpen()) - int(wasOpen);
    if (wasOpen && !connection.isOpen()) {
        if (std::exchange(m_allThere, false))
            beginGathering();
        ++m_losses;
    }
    if (!m_allThere && m_open >= m_wanted) {
        m_allThere = true;
        onAllThere(gathered());
    }
}

void IdleSwarm::watch(int index, int oldSocket)
{
    const IdleConnection &connection = *m_connections[size_t(index)];
    if (connection.descriptor() < 0)
        return; // closing took it out
    epoll_event event{};
    event.events = connection.wantsToWrite() ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = quint64(index);
    const bool known = connection.descriptor() == oldSocket;
    epoll_ctl(m_epoll, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, connection.descriptor(), &event);
}

void IdleSwarm::fireTimers()
{
    const auto now = Clock::now();
    for (int fired = 0; fired < MostFired && !m_timers.empty() && m_timers.begin()->first <= now; ++fired)
        attend(m_timers.begin()->second, [](IdleConnection &connection) { connection.timePassed(); });
}

int IdleSwarm::untilNext() const
{
    if (m_timers.empty())
        return -1;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_timers.begin()->first - Clock::now());
    return int(std::max<qint64>(0, wait.count()));
}

void IdleSwarm::run(int input, const std::function<bool()> &onInput)
{
    epoll_event inputEvent{};
    inputEvent.events = EPOLLIN;
    inputEvent.data.u64 = InputTag;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, input, &inputEvent);
    std::array<epoll_event, 256> events;
    for (;;) {
        const int count = epoll_wait(m_epoll, events.data(), int(events.size()), untilNext());
        for (int i = 0; i < count; ++i) {
            if (events[size_t(i)].data.u64 != InputTag)
                attend(int(events[size_t(i)].data.u64), [](IdleConnection &connection) { connection.proceed(); });
            else if (!onInput())
                return;
        }
        fireTimers();
        startMore();
    }
}

} // namespace Sonde::Bench
