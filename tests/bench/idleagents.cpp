// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Few = 1'000;
constexpr int Many = 10'000;
constexpr int RoundTrips = 300;
/// As many as are allowed to be open, and no more than these.
constexpr int Most = 50'000;
constexpr quint64 FilesBeside = 2'000;
constexpr auto Settling = 3s;
constexpr auto Patience = 480s;

constexpr Budget RoundTripBudget{.most = {}, .mostRatio = 1.5};
constexpr Budget MemoryBudget{.most = 40};
constexpr Budget StormBudget{.most = 10};

/// The program that plays the idle agents.
class IdleAgents final
{
public:
    ~IdleAgents()
    {
        m_program.closeWriteChannel();
        if (!m_program.waitForFinished(5'000)) {
            m_program.kill();
            m_program.waitForFinished();
        }
    }

    /// Enrols them; the service is not running. `way`: "direct" or "websocket".
    [[nodiscard]] Result<void> start(const TestTenant &tenant, int count, const QString &way)
    {
        m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_program.start(TestTenant::program(u"sonde-bench-agents"_s),
            {tenant.serviceData(), QString::number(count), QString::number(tenant.credentials().service.port()), way});
        return nextLine().transform([](const QJsonObject &) {});
    }

    /// Seconds until so many are connected.
    [[nodiscard]] Result<double> hold(int count)
    {
        m_program.write("hold " + QByteArray::number(count) + '\n');
        return allThere().transform([](const QJsonObject &how) { return how.value("seconds"_L1).toDouble(); });
    }
    /// How it came about that all are connected, as the program says it.
    [[nodiscard]] Result<QJsonObject> allThere() { return nextLine(); }

private:
    [[nodiscard]] Result<QJsonObject> nextLine()
    {
        const bool came = waitUntil(
            [this] { return m_program.canReadLine() || m_program.state() == QProcess::NotRunning; }, Patience);
        if (!came || !m_program.canReadLine())
            return fail(ErrorCode::TimedOut, m_program.program(),
                came ? u"it ended"_s : u"not all idle agents are connected"_s);
        return QJsonDocument::fromJson(m_program.readLine()).object();
    }

    QProcess m_program;
};

/// A tenant whose service can be filled with idle agents.
struct Crowd {
    TestTenant tenant;
    IdleAgents agents;
    std::unique_ptr<Analyst> analyst;

    [[nodiscard]] Result<void> start(int count, const QString &way)
    {
        if (!tenant.start())
            return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
        tenant.killAgent();
        tenant.stopService();
        if (const auto enrolled = agents.start(tenant, count, way); !enrolled)
            return enrolled;
        if (!tenant.startService() || !tenant.startAgent())
            return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
        auto at = Analyst::at(tenant);
        if (!at)
            return std::unexpected(at.error());
        analyst = *std::move(at);
        return {};
    }
    [[nodiscard]] static qint64 service() { return childOf(QCoreApplication::applicationPid(), "sonde-service"); }
};

/// What the same service is like without them.
struct Baseline {
    double roundTrip = 0;
    double memory = 0;
};

Result<Baseline> measureEmpty(Crowd &crowd)
{
    if (const auto warm = crowd.analyst->medianOf(RoundTrips, u"cd ."_s); !warm)
        return std::unexpected(warm.error());
    return crowd.analyst->medianOf(RoundTrips, u"cd ."_s).transform([](double roundTrip) {
        return Baseline{roundTrip, memoryOf(Crowd::service()).resident};
    });
}

/// KiB of each of so many agents.
double memoryOfEach(int count, const Baseline &none)
{
    return (memoryOf(Crowd::service()).resident - none.memory) * 1024 / count;
}

/// …when they come by WebSockets.
Result<double> memoryByWebSocket()
{
    Crowd crowd;
    if (const auto started = crowd.start(Few, u"websocket"_s); !started)
        return std::unexpected(started.error());
    const auto none = measureEmpty(crowd);
    if (!none)
        return std::unexpected(none.error());
    if (const auto held = crowd.agents.hold(Few); !held)
        return std::unexpected(held.error());
    letPass(Settling);
    return memoryOfEach(Few, *none);
}

/// What a service holding `count` idle agents is like.
Result<void> measureHolding(
    Crowd &crowd, int count, int heldBefore, const Baseline &none, double byWebSocket, Measurements &measurements)
{
    const auto seconds = crowd.agents.hold(count);
    if (!seconds)
        return std::unexpected(seconds.error());
    letPass(Settling);
    const auto roundTrip = crowd.analyst->medianOf(RoundTrips, u"cd ."_s);
    if (!roundTrip)
        return std::unexpected(roundTrip.error());
    const QString name = u"idleagents.%1"_s.arg(count);
    measurements.push_back({name + u".roundtrip.p50"_s, *roundTrip, u"ms"_s, RoundTripBudget,
        u"the same with no idle agents"_s, none.roundTrip});
    measurements.push_back({name + u".memory"_s, memoryOfEach(count, none), u"KiB per connection (TLS)"_s, MemoryBudget,
        u"%1 by WebSockets"_s.arg(Few), byWebSocket});
    measurements.push_back(
        {name + u".connect"_s, *seconds * 1000 / (count - heldBefore), u"ms per connection"_s, {}, {}, {}});
    return {};
}

/// The service is killed; how long from its being there again until all agents are.
Result<void> measureStorm(Crowd &crowd, Measurements &measurements)
{
    crowd.tenant.killService();
    if (!crowd.tenant.startService())
        return fail(ErrorCode::CannotStart, {}, crowd.tenant.whatFailed());
    const Stopwatch watch;
    const auto back = crowd.agents.allThere();
    if (!back)
        return std::unexpected(back.error());
    const QString name = u"idleagents.%1.storm"_s.arg(Many);
    measurements.push_back({name, watch.seconds(), u"s until all are back"_s, StormBudget, {}, {}});
    // Whose time it is.
    measurements.push_back({name + u".service"_s, cpuSeconds(Crowd::service()), u"s of processor, since its start"_s});
    measurements.push_back({name + u".agents"_s, back->value("processor"_L1).toDouble(),
        u"s of processor of the program that plays them"_s});
    measurements.push_back(
        {name + u".attempts"_s, back->value("attempts"_L1).toDouble() / Many, u"attempts of each"_s});
    measurements.push_back({name + u".whole_handshakes"_s, Many - back->value("resumed"_L1).toDouble(),
        u"agents that did not take up their session again"_s});
    return {};
}

} // namespace

Result<Measurements> idleagents()
{
    int most = Most;
    while (most > Many && !allowOpenFiles(quint64(most) + FilesBeside))
        most -= 1'000;
    if (!allowOpenFiles(quint64(most) + FilesBeside))
        return fail(ErrorCode::LimitReached, u"RLIMIT_NOFILE"_s, u"%1 open files are not allowed here"_s.arg(most));
    const auto byWebSocket = memoryByWebSocket();
    if (!byWebSocket)
        return std::unexpected(byWebSocket.error());
    Crowd crowd;
    if (const auto started = crowd.start(most, u"direct"_s); !started)
        return std::unexpected(started.error());
    const auto none = measureEmpty(crowd);
    if (!none)
        return std::unexpected(none.error());
    Measurements measurements;
    const auto hold = [&](int count, int heldBefore) {
        return measureHolding(crowd, count, heldBefore, *none, *byWebSocket, measurements);
    };
    const auto done = hold(Few, 0)
                          .and_then([&] { return hold(Many, Few); })
                          .and_then([&] { return measureStorm(crowd, measurements); })
                          .and_then([&] { return most > Many ? hold(most, Many) : Result<void>(); });
    if (!done)
        return std::unexpected(done.error());
    return measurements;
}

} // namespace Sonde::Client::Bench
