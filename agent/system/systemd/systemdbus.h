// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QDBusMessage>
#include <QHash>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent::Linux {

class FileTree;

/// A unit that systemd has in memory.
struct LoadedUnit {
    QByteArray name = {};
    QByteArray description = {};
    QString activeState = {};
    QString subState = {};
    QString object = {}; ///< its place on the bus

    [[nodiscard]] bool isActive() const;
};

/// What systemd says of a service that is active.
struct ServiceStatus {
    qint64 pid = 0;
    QByteArray command = {}; ///< the first one it was started with, whatever its file says by now
    QByteArray path = {};    ///< of its file
};

/// Nanoseconds since the epoch.
struct TimerStatus {
    std::optional<qint64> next = {};
    std::optional<qint64> last = {};
};

/// The name of a new connection to the running systemd, to be ended by QDBusConnection::disconnectFromBus(). NoSubsystem where systemd does
/// not run; CannotConnect when its bus does not answer.
[[nodiscard]] Result<QString> connectToSystemd(const FileTree &tree);

/// The same to the systemd of one user, by the socket that it has for itself; it is `systemd --user`, which runs while the user is signed in,
/// or always with linger. NoSubsystem where there is none.
[[nodiscard]] Result<QString> connectToUsersSystemd(const FileTree &tree, qint64 user);

/// The running systemd, asked over the system bus: org.freedesktop.systemd1(5). Only reads. For one thread. Qt D-Bus comes with Qt's own
/// packages and is under its licence; the calls block without an event loop.
class SystemdBus final
{
    Q_DISABLE_COPY_MOVE(SystemdBus)

public:
    /// NoSubsystem where systemd does not run; CannotConnect when its bus does not answer.
    [[nodiscard]] static Result<std::unique_ptr<SystemdBus>> connect(const FileTree &tree);
    ~SystemdBus();

    [[nodiscard]] Result<std::vector<LoadedUnit>> units() const;
    /// "enabled", "static"… of all units that have files, by their names.
    [[nodiscard]] Result<QHash<QByteArray, QString>> fileStates() const;
    /// In the order of `units`; a unit that is gone meanwhile has nothing to say.
    [[nodiscard]] std::vector<ServiceStatus> services(const std::vector<LoadedUnit> &units) const;
    [[nodiscard]] std::vector<TimerStatus> timers(const std::vector<LoadedUnit> &units) const;

private:
    struct Property {
        const char *interface;
        const char *name;
    };

    explicit SystemdBus(const QString &name);
    [[nodiscard]] Result<QDBusMessage> askManager(const QString &method, const QString &signature) const;
    /// Of each unit all the properties, asked for at once; null where there is no answer.
    [[nodiscard]] std::vector<std::vector<QVariant>> properties(
        const std::vector<LoadedUnit> &units, const std::vector<Property> &wanted) const;

    QString m_name; ///< of the connection
};

} // namespace Sonde::Agent::Linux
