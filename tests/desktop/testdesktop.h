// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>
#include <functional>

namespace Sonde::Client {

/// Whether it comes true within the time a slow machine needs. A look at the whole screen takes its time, so this counts seconds and not
/// looks.
[[nodiscard]] bool soon(const std::function<bool()> &is);

/// A desktop of its own: an X server that nobody sees, a session bus, and the bus screen readers listen on. All of it ends with the object.
class TestDesktop final
{
    Q_DISABLE_COPY_MOVE(TestDesktop)

public:
    TestDesktop() = default;
    ~TestDesktop();

    /// False with `whatIsMissing()` where this machine has not what a desktop is made of.
    [[nodiscard]] bool start();
    [[nodiscard]] const QString &whatIsMissing() const { return m_missing; }

    /// ":77".
    [[nodiscard]] const QString &display() const { return m_display; }
    /// For programs that run on it.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QDBusConnection readersBus() const { return QDBusConnection(m_readersBus); }
    /// Of the whole screen, into the folder that SONDE_TEST_PICTURES names; without it nothing happens.
    void takePicture(const QString &name) const;

private:
    [[nodiscard]] QString firstLineOf(QProcess &process, const QString &program, const QStringList &arguments);
    [[nodiscard]] bool connectReadersBus(const QString &sessionBus);

    QTemporaryDir m_home;
    QProcess m_server;
    QProcess m_bus;
    QString m_display;
    QString m_busAddress;
    QString m_readersBus;
    QString m_missing;
};

} // namespace Sonde::Client
