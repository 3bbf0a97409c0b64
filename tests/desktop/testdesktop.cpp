// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/testdesktop.h"

#include <QDBusMessage>
#include <QDBusReply>
#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr int StartMilliseconds = 20'000;
constexpr auto StartPatience = 30s;
constexpr auto Screen = "1280x900x24"_L1;

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(StartMilliseconds))
        process.kill();
    process.waitForFinished();
}

} // namespace

bool soon(const std::function<bool()> &is)
{
    return QTest::qWaitFor(is, QDeadlineTimer(StartPatience));
}

TestDesktop::~TestDesktop()
{
    QDBusConnection::disconnectFromBus(m_readersBus);
    end(m_bus);
    end(m_server);
}

bool TestDesktop::start()
{
    for (const QString &program : {u"Xvfb"_s, u"dbus-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            m_missing = u"this machine has no %1"_s.arg(program);
            return false;
        }
    }
    const QString number = firstLineOf(
        m_server, u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s, u"-screen"_s, u"0"_s, Screen});
    if (number.isEmpty())
        return false;
    m_display = u':' + number;
    m_bus.setProcessEnvironment(environment());
    m_busAddress = firstLineOf(m_bus, u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    return !m_busAddress.isEmpty() && connectReadersBus(m_busAddress);
}

QString TestDesktop::firstLineOf(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(StartMilliseconds)) {
            m_missing = u"%1 does not start: %2"_s.arg(program, QString::fromLocal8Bit(process.readAllStandardError()));
            return {};
        }
    }
    return QString::fromLatin1(process.readLine()).trimmed();
}

bool TestDesktop::connectReadersBus(const QString &sessionBus)
{
    const QString name = u"test-session"_s + m_display;
    QDBusConnection session = QDBusConnection::connectToBus(sessionBus, name);
    const QDBusReply<QString> address = session.call(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    QDBusConnection::disconnectFromBus(name);
    if (!address.isValid()) {
        m_missing = u"this machine has no bus for screen readers: %1"_s.arg(address.error().message());
        return false;
    }
    m_readersBus = u"test-readers"_s + m_display;
    return QDBusConnection::connectToBus(address.value(), m_readersBus).isConnected();
}

QProcessEnvironment TestDesktop::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_busAddress);
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    for (const QString &other : {u"WAYLAND_DISPLAY"_s, u"XDG_SESSION_TYPE"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s,
             u"XDG_CACHE_HOME"_s, u"AT_SPI_BUS_ADDRESS"_s})
        environment.remove(other);
    return environment;
}

void TestDesktop::takePicture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("SONDE_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    QProcess camera;
    camera.setProcessEnvironment(environment());
    camera.start(u"import"_s, {u"-window"_s, u"root"_s, QDir(folder).filePath(name + u".png"_s)});
    camera.waitForFinished(StartMilliseconds);
}

} // namespace Sonde::Client
