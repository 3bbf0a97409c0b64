// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/systemd/systemdbus.h"

#include "agent/system/files/filetree.h"
#include "agent/system/systemd/busrefusal.h"
#include "protocol/base/reason.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QUrl>
#include <atomic>
#include <ctime>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr auto Service = "org.freedesktop.systemd1"_L1;
constexpr auto ManagerPath = "/org/freedesktop/systemd1"_L1;
constexpr auto Manager = "org.freedesktop.systemd1.Manager"_L1;
constexpr const char *UnitInterface = "org.freedesktop.systemd1.Unit";
constexpr const char *ServiceInterface = "org.freedesktop.systemd1.Service";
constexpr const char *TimerInterface = "org.freedesktop.systemd1.Timer";
constexpr auto Socket = "/run/dbus/system_bus_socket";
constexpr auto PatienceMs = 5000;
constexpr qint64 NanosecondsPerMicrosecond = 1000;
constexpr qint64 NanosecondsPerSecond = 1'000'000'000;

/// Connections have names in Qt; two commands may ask at the same time.
QString nextName()
{
    static std::atomic<int> number;
    return u"sonde-systemd-%1"_s.arg(++number);
}

/// What a property says, whatever Qt wrapped it into.
QVariant unwrapped(const QDBusMessage &reply)
{
    return reply.arguments().value(0).value<QDBusVariant>().variant();
}

/// a(sasbttttuii), ExecStart: the program, its arguments and eight facts of its last run. The arguments of the first one.
QByteArray firstCommand(const QVariant &value)
{
    const auto array = value.value<QDBusArgument>();
    if (array.currentSignature() != "a(sasbttttuii)"_L1)
        return {};
    array.beginArray();
    QStringList arguments;
    if (!array.atEnd()) {
        QString program;
        array.beginStructure();
        array >> program >> arguments;
    }
    return arguments.join(u' ').toUtf8();
}

qint64 clockNanoseconds(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return time.tv_sec * NanosecondsPerSecond + time.tv_nsec;
}

/// systemd's microseconds: 0 and the largest number mean never.
std::optional<qint64> moment(const QVariant &value, qint64 offset = 0)
{
    bool isNumber = false;
    const quint64 microseconds = value.toULongLong(&isNumber);
    constexpr quint64 most = std::numeric_limits<qint64>::max() / NanosecondsPerMicrosecond;
    if (!isNumber || microseconds == 0 || microseconds >= most)
        return {};
    return qint64(microseconds) * NanosecondsPerMicrosecond + offset;
}

} // namespace

bool LoadedUnit::isActive() const
{
    return activeState != "inactive"_L1 && activeState != "failed"_L1;
}

Result<QString> connectToSystemd(const FileTree &tree)
{
    // As sd_booted(3) sees it.
    if (!tree.isFolder("/run/systemd/system"))
        return fail(ErrorCode::NoSubsystem, u"systemd"_s, Reason::SystemdNotRunning);
    const QByteArray path = QUrl::toPercentEncoding(QString::fromUtf8(tree.outside(Socket)), "/");
    const QString name = nextName();
    const auto connection = QDBusConnection::connectToBus(u"unix:path="_s + QString::fromLatin1(path), name);
    if (connection.isConnected())
        return name;
    QDBusConnection::disconnectFromBus(name);
    return std::unexpected(busRefusal(connection.lastError()));
}

Result<QString> connectToUsersSystemd(const FileTree &tree, qint64 user)
{
    const QByteArray socket = "/run/user/" + QByteArray::number(user) + "/systemd/private";
    struct stat stat;
    if (::stat(tree.outside(socket).constData(), &stat) != 0)
        return fail(ErrorCode::NoSubsystem, u"systemd"_s, Reason::SystemdNotRunning);
    // The bus of a user lets nobody in but the user; systemd itself lets root.
    const QByteArray path = QUrl::toPercentEncoding(QString::fromUtf8(tree.outside(socket)), "/");
    const QString name = nextName();
    const auto connection = QDBusConnection::connectToPeer(u"unix:path="_s + QString::fromLatin1(path), name);
    const auto ping = QDBusMessage::createMethodCall({}, ManagerPath, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
    // What reaches systemd in one piece with the end of the greeting is not read before something more comes: that is the second one.
    constexpr auto GreetingMs = 100;
    std::ignore = connection.call(ping, QDBus::Block, GreetingMs);
    const QDBusMessage pong = connection.call(ping, QDBus::Block, PatienceMs);
    if (pong.type() == QDBusMessage::ReplyMessage)
        return name;
    QDBusConnection::disconnectFromPeer(name);
    return std::unexpected(busRefusal(QDBusError(pong)));
}

Result<std::unique_ptr<SystemdBus>> SystemdBus::connect(const FileTree &tree)
{
    return connectToSystemd(tree).transform(
        [](const QString &name) { return std::unique_ptr<SystemdBus>(new SystemdBus(name)); });
}

SystemdBus::SystemdBus(const QString &name)
    : m_name(name)
{
}

SystemdBus::~SystemdBus()
{
    QDBusConnection::disconnectFromBus(m_name);
}

Result<QDBusMessage> SystemdBus::askManager(const QString &method, const QString &signature) const
{
    const auto call = QDBusMessage::createMethodCall(Service, ManagerPath, Manager, method);
    const QDBusMessage reply = QDBusConnection(m_name).call(call, QDBus::Block, PatienceMs);
    if (reply.type() != QDBusMessage::ReplyMessage)
        return std::unexpected(busRefusal(QDBusError(reply)));
    if (reply.signature() != signature)
        return fail(ErrorCode::CannotConnect, u"systemd"_s, Reason::MalformedFacts);
    return reply;
}

Result<std::vector<LoadedUnit>> SystemdBus::units() const
{
    const auto reply = askManager(u"ListUnits"_s, u"a(ssssssouso)"_s);
    if (!reply)
        return std::unexpected(reply.error());
    std::vector<LoadedUnit> units;
    const auto array = reply->arguments().constFirst().value<QDBusArgument>();
    array.beginArray();
    while (!array.atEnd()) {
        QString name;
        QString description;
        QString loadState;
        LoadedUnit unit;
        QString following;
        QDBusObjectPath object;
        array.beginStructure();
        array >> name >> description >> loadState >> unit.activeState >> unit.subState >> following >> object;
        array.endStructure();
        unit.name = name.toUtf8();
        unit.description = description.toUtf8();
        unit.object = object.path();
        units.push_back(unit);
    }
    array.endArray();
    return units;
}

Result<QHash<QByteArray, QString>> SystemdBus::fileStates() const
{
    const auto reply = askManager(u"ListUnitFiles"_s, u"a(ss)"_s);
    if (!reply)
        return std::unexpected(reply.error());
    QHash<QByteArray, QString> states;
    const auto array = reply->arguments().constFirst().value<QDBusArgument>();
    array.beginArray();
    while (!array.atEnd()) {
        QString path;
        QString state;
        array.beginStructure();
        array >> path >> state;
        array.endStructure();
        states.insert(baseName(path.toUtf8()), state);
    }
    array.endArray();
    return states;
}

std::vector<std::vector<QVariant>> SystemdBus::properties(
    const std::vector<LoadedUnit> &units, const std::vector<Property> &wanted) const
{
    // One after the other would cost a round trip each.
    const QDBusConnection connection(m_name);
    std::vector<std::vector<QDBusPendingCall>> calls;
    for (const LoadedUnit &unit : units) {
        std::vector<QDBusPendingCall> ofUnit;
        for (const Property &property : wanted) {
            auto call =
                QDBusMessage::createMethodCall(Service, unit.object, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
            call << QString::fromLatin1(property.interface) << QString::fromLatin1(property.name);
            ofUnit.push_back(connection.asyncCall(call, PatienceMs));
        }
        calls.push_back(std::move(ofUnit));
    }
    std::vector<std::vector<QVariant>> values;
    for (auto &ofUnit : calls) {
        std::vector<QVariant> answers;
        for (QDBusPendingCall &call : ofUnit) {
            call.waitForFinished();
            answers.push_back(call.isValid() ? unwrapped(call.reply()) : QVariant());
        }
        values.push_back(std::move(answers));
    }
    return values;
}

std::vector<ServiceStatus> SystemdBus::services(const std::vector<LoadedUnit> &units) const
{
    std::vector<ServiceStatus> services;
    for (const auto &values : properties(
             units, {{ServiceInterface, "MainPID"}, {ServiceInterface, "ExecStart"}, {UnitInterface, "FragmentPath"}}))
        services.push_back({values.at(0).toLongLong(), firstCommand(values.at(1)), values.at(2).toString().toUtf8()});
    return services;
}

std::vector<TimerStatus> SystemdBus::timers(const std::vector<LoadedUnit> &units) const
{
    const qint64 boot = clockNanoseconds(CLOCK_REALTIME) - clockNanoseconds(CLOCK_MONOTONIC);
    std::vector<TimerStatus> timers;
    for (const auto &values : properties(units,
             {{TimerInterface, "NextElapseUSecRealtime"}, {TimerInterface, "NextElapseUSecMonotonic"},
                 {TimerInterface, "LastTriggerUSec"}})) {
        TimerStatus timer{moment(values.at(0)), moment(values.at(2))};
        const auto monotonic = moment(values.at(1), boot);
        if (monotonic && (!timer.next || *monotonic < *timer.next))
            timer.next = monotonic;
        timers.push_back(timer);
    }
    return timers;
}

} // namespace Sonde::Agent::Linux
