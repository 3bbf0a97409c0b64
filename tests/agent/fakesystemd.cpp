// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/fakesystemd.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

/// As org.freedesktop.systemd1(5) lists a unit.
struct ListedUnit {
    QString name, description, load, active, sub, following;
    QDBusObjectPath object;
    quint32 job = 0;
    QString jobType;
    QDBusObjectPath jobObject{u"/"_s};
};

struct ListedFile {
    QString path, state;
};

namespace {

constexpr auto ConnectionName = "fake-systemd"_L1;

QString objectOf(const QString &unit)
{
    QString escaped;
    for (const QChar c : unit)
        escaped += c.isLetterOrNumber() ? QString(c) : u"_%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
    return u"/org/freedesktop/systemd1/unit/"_s + escaped;
}

} // namespace

QDBusArgument &operator<<(QDBusArgument &out, const ListedUnit &unit)
{
    out.beginStructure();
    out << unit.name << unit.description << unit.load << unit.active << unit.sub << unit.following << unit.object
        << unit.job << unit.jobType << unit.jobObject;
    out.endStructure();
    return out;
}
const QDBusArgument &operator>>(const QDBusArgument &in, ListedUnit &)
{
    return in;
}

QDBusArgument &operator<<(QDBusArgument &out, const ListedFile &file)
{
    out.beginStructure();
    out << file.path << file.state;
    out.endStructure();
    return out;
}
const QDBusArgument &operator>>(const QDBusArgument &in, ListedFile &)
{
    return in;
}

QDBusArgument &operator<<(QDBusArgument &out, const FakeCommand &command)
{
    out.beginStructure();
    out << command.arguments.value(0) << command.arguments << false << quint64(0) << quint64(0) << quint64(0)
        << quint64(0) << quint32(0) << qint32(0) << qint32(0);
    out.endStructure();
    return out;
}
const QDBusArgument &operator>>(const QDBusArgument &in, FakeCommand &)
{
    return in;
}

FakeManager::FakeManager(QList<FakeUnit> units, QMap<QString, QString> fileStates)
    : m_units(std::move(units))
    , m_fileStates(std::move(fileStates))
{
    qDBusRegisterMetaType<ListedUnit>();
    qDBusRegisterMetaType<QList<ListedUnit>>();
    qDBusRegisterMetaType<ListedFile>();
    qDBusRegisterMetaType<QList<ListedFile>>();
    qDBusRegisterMetaType<FakeCommand>();
    qDBusRegisterMetaType<QList<FakeCommand>>();
}

QString FakeManager::introspect(const QString &) const
{
    return {};
}

bool FakeManager::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    QVariant answer;
    if (message.member() == "ListUnits"_L1)
        answer = listUnits();
    else if (message.member() == "ListUnitFiles"_L1)
        answer = listUnitFiles();
    else if (message.member() == "LoadUnit"_L1)
        answer = QVariant::fromValue(QDBusObjectPath(objectOf(message.arguments().value(0).toString())));
    else if (message.member() == "StopUnit"_L1 || message.member() == "StartUnit"_L1 || message.member() == "Reload"_L1)
        answer = obey(message.member(), message.arguments().value(0).toString());
    else if (message.member() == "Get"_L1)
        answer = property(message.path(), message.arguments().value(1).toString());
    return connection.send(answer.isValid() ? message.createReply(answer)
                                            : message.createErrorReply(QDBusError::UnknownMethod, message.member()));
}

QVariant FakeManager::obey(const QString &order, const QString &unit)
{
    m_orders += unit.isEmpty() ? order : QString(order + u' ' + unit);
    for (FakeUnit &one : m_units) {
        if (one.name == unit)
            one.active = order == "StopUnit"_L1 ? u"inactive"_s : u"active"_s;
    }
    return QVariant::fromValue(QDBusObjectPath(u"/org/freedesktop/systemd1/job/1"_s));
}

QVariant FakeManager::listUnits() const
{
    QList<ListedUnit> listed;
    for (const FakeUnit &unit : m_units)
        listed.append({unit.name, u"described by the bus"_s, u"loaded"_s, unit.active, unit.sub, {},
            QDBusObjectPath(objectOf(unit.name)), 0, {}});
    return QVariant::fromValue(listed);
}

QVariant FakeManager::listUnitFiles() const
{
    QList<ListedFile> listed;
    for (const auto &[path, state] : m_fileStates.asKeyValueRange())
        listed.append({path, state});
    return QVariant::fromValue(listed);
}

QVariant FakeManager::property(const QString &object, const QString &name) const
{
    for (const FakeUnit &unit : m_units) {
        if (objectOf(unit.name) != object)
            continue;
        if (unit.properties.contains(name))
            return QVariant::fromValue(QDBusVariant(unit.properties.value(name)));
        if (name == "ActiveState"_L1)
            return QVariant::fromValue(QDBusVariant(unit.active));
    }
    return {};
}

QString FakeSystemd::start(
    const QString &socket, const QList<FakeUnit> &units, const QMap<QString, QString> &fileStates)
{
    // Everybody may own the name of systemd here.
    const QString configuration = socket + u".conf"_s;
    QFile file(configuration);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.write("<busconfig><type>system</type><listen>unix:path=" + socket.toUtf8()
        + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/><allow "
          "eavesdrop=\"true\"/>"
          "<allow own=\"*\"/><allow user=\"*\"/></policy></busconfig>");
    file.close();
    m_bus.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--nopidfile"_s, u"--config-file="_s + configuration});
    if (!m_bus.waitForStarted())
        return u"dbus-daemon: %1"_s.arg(m_bus.errorString());
    if (!QTest::qWaitFor([&socket] { return QFileInfo::exists(socket); }))
        return QString::fromUtf8(m_bus.readAllStandardError());
    m_manager = std::make_unique<FakeManager>(units, fileStates);
    m_manager->moveToThread(&m_thread);
    m_thread.start();
    QString problem;
    QMetaObject::invokeMethod(
        m_manager.get(),
        [&] {
            auto connection = QDBusConnection::connectToBus(u"unix:path="_s + socket, ConnectionName);
            if (!connection.registerService(u"org.freedesktop.systemd1"_s)
                || !connection.registerVirtualObject(
                    u"/org/freedesktop/systemd1"_s, m_manager.get(), QDBusConnection::SubPath))
                problem = connection.lastError().message();
        },
        Qt::BlockingQueuedConnection);
    return problem;
}

QStringList FakeSystemd::orders() const
{
    QStringList orders;
    QMetaObject::invokeMethod(m_manager.get(), [&] { orders = m_manager->orders(); }, Qt::BlockingQueuedConnection);
    return orders;
}

FakeSystemd::~FakeSystemd()
{
    QDBusConnection::disconnectFromBus(ConnectionName);
    m_thread.quit();
    m_thread.wait();
    m_bus.kill();
    m_bus.waitForFinished();
}

} // namespace Sonde::Agent
