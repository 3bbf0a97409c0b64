// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/isolatedworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTest>
#include <sched.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr int CommandPatience = 20'000;

} // namespace

Ran run(const QString &line)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, environment.value(u"PATH"_s) + u":/usr/sbin:/sbin"_s);
    process.setProcessEnvironment(environment);
    process.start(u"/bin/sh"_s, {u"-c"_s, line});
    const bool ended = process.waitForFinished(CommandPatience);
    return {ended && process.exitCode() == 0, line + u": "_s + QString::fromUtf8(process.readAll()).trimmed()};
}

Host::~Host()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished();
}

bool Host::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"unshare"_s, {u"-n"_s, u"sh"_s, u"-c"_s, u"read line; eval \"exec $line\""_s});
    return m_process.waitForStarted();
}

bool Host::startHere()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"sh"_s, {u"-c"_s, u"read line; eval \"exec $line\""_s});
    return m_process.waitForStarted();
}

void Host::begin(const QString &script, const QString &arguments)
{
    say(u"python3 '%1' %2"_s.arg(script, arguments));
}

QJsonValue Host::ask(const QString &command)
{
    say(command);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(CommandPatience))
            return QJsonValue::Undefined;
    }
    return QJsonDocument::fromJson("[" + m_process.readLine().trimmed() + "]").array().at(0);
}

void Host::say(const QString &line)
{
    m_process.write(line.toUtf8() + '\n');
    m_process.waitForBytesWritten();
}

QString IsolatedWorld::setUp(const QString &script)
{
    if (::geteuid() != 0)
        return u"it takes root"_s;
    if (::unshare(CLONE_NEWNET) != 0)
        return u"this machine gives no network namespaces"_s;
    for (const auto &program : {u"nft --version"_s, u"ip -V"_s, u"python3 --version"_s}) {
        if (const Ran ran = run(program); !ran.well)
            return ran.said;
    }
    if (!world.start() || !routed.start() || !macvlan.start() || !own.startHere())
        return u"no hosts"_s;
    const auto in = [](const Host &host, const QString &line) {
        return u"nsenter -t %1 -n sh -ec '%2'"_s.arg(host.process()).arg(line);
    };
    // What `unshare` makes takes a moment; until then the process is in our namespace.
    const QString here = QFile::symLinkTarget(u"/proc/self/ns/net"_s);
    for (const Host *host : {&world, &routed, &macvlan}) {
        const QString path = u"/proc/%1/ns/net"_s.arg(host->process());
        if (!QTest::qWaitFor([&] { return QFile::symLinkTarget(path) != here; }, 5000))
            return u"no namespace of a host"_s;
    }
    const QStringList lines{
        u"ip link set lo up"_s,
        u"ip link add eth0 type veth peer name w0 netns %1"_s.arg(world.process()),
        u"ip link add c0 type veth peer name b0 netns %1"_s.arg(routed.process()),
        u"ip link set eth0 up && ip addr add 10.77.0.1/24 dev eth0 && ip addr add fd77::1/64 dev eth0 nodad"_s,
        u"ip link set c0 address 02:00:00:00:00:c0 up && ip addr add 10.78.0.1/24 dev c0 && ip addr add fd78::1/64 dev c0 nodad"_s,
        u"ip link add link eth0 name m0 type macvlan mode bridge && ip link set m0 netns %1"_s.arg(macvlan.process()),
        u"ip route add default via 10.77.0.2 && ip -6 route add default via fd77::2"_s,
        u"echo 1 > /proc/sys/net/ipv4/ip_forward && echo 1 > /proc/sys/net/ipv6/conf/all/forwarding"_s,
        in(world,
            u"ip link set lo up; ip link set w0 address 02:00:00:00:00:02 up; ip addr add 10.77.0.2/24 dev w0; "
            "ip addr add 10.77.0.3/24 dev w0; ip addr add fd77::2/64 dev w0 nodad; ip addr add fd77::3/64 dev w0 "
            "nodad; "
            "ip route add 10.78.0.0/24 via 10.77.0.1; ip -6 route add fd78::/64 via fd77::1"_s),
        in(routed,
            u"ip link set lo up; ip link set b0 up; ip addr add 10.78.0.2/24 dev b0; ip addr add fd78::2/64 dev b0 "
            u"nodad; "
            "ip route add default via 10.78.0.1; ip -6 route add default via fd78::1"_s),
        in(macvlan,
            u"ip link set lo up; ip link set m0 up; ip addr add 10.77.0.4/24 dev m0; ip addr add fd77::4/64 dev m0 nodad"_s),
    };
    for (const QString &line : lines) {
        if (const Ran ran = run(line); !ran.well)
            return ran.said;
    }
    world.begin(script, u"world w0"_s);
    own.begin(script, u"sender eth0 02:00:00:00:00:02 10.77.0.1 fd77::1"_s);
    routed.begin(script, u"sender b0 02:00:00:00:00:c0 10.78.0.2 fd78::2"_s);
    macvlan.begin(script, u"sender m0 02:00:00:00:00:02 10.77.0.4 fd77::4"_s);
    const auto isReady = [this] { return own.ask(u"session 4"_s).isDouble() && own.ask(u"session 6"_s).isDouble(); };
    return QTest::qWaitFor(isReady, 10'000) ? QString() : u"the world does not answer"_s;
}

QStringList IsolatedWorld::leaks()
{
    QStringList found;
    const QJsonArray seen = world.ask(u"seen"_s).toArray();
    for (const auto &one : seen)
        found += one.toString();
    return found;
}

Host &IsolatedWorld::sender(const QString &name)
{
    return name == u"routed" ? routed : name == u"macvlan" ? macvlan : own;
}

} // namespace Sonde::Agent
