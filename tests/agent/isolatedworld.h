// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QProcess>

namespace Sonde::Agent {

/// What a program said, and whether it did what it was asked to.
struct Ran {
    bool well = false;
    QString said;
};
[[nodiscard]] Ran run(const QString &line);

/// A host in a network namespace of its own.
class Host final
{
public:
    ~Host();

    /// The namespace is there, and nothing in it; net.py is started by begin(). In a namespace of its own, or in that of this process.
    [[nodiscard]] bool start();
    [[nodiscard]] bool startHere();
    void begin(const QString &script, const QString &arguments);
    [[nodiscard]] qint64 process() const { return m_process.processId(); }

    /// Whatever it answers.
    QJsonValue ask(const QString &command);

private:
    void say(const QString &line);

    QProcess m_process;
};

/// This process becomes a device in a network namespace of its own. Around it are a world with the service and a third host, a container that
/// it routes for, and one with an address of its own in the device's network.
class IsolatedWorld final
{
public:
    /// `script`: net.py. Why there is none; empty: it is ready.
    [[nodiscard]] QString setUp(const QString &script);
    /// "own", "routed" or "macvlan".
    [[nodiscard]] Host &sender(const QString &name);
    /// What reached the third host since it was asked last.
    [[nodiscard]] QStringList leaks();

    Host world;
    Host own;
    Host routed;
    Host macvlan;
};

} // namespace Sonde::Agent
