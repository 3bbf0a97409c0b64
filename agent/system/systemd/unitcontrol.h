// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QVariant>
#include <memory>
#include <vector>

namespace Sonde::Agent::Linux {

class FileTree;

/// What systemd says of one unit.
struct UnitState {
    QString load = {};        ///< "loaded", "masked", "not-found"…
    QString active = {};      ///< "active", "inactive", "failed"…
    QByteArray fragment = {}; ///< the path of its file
    QByteArray controlGroup = {};
    QByteArrayList triggeredBy = {};

    [[nodiscard]] bool isActive() const { return !active.isEmpty() && active != u"inactive" && active != u"failed"; }
};

/// Tells the running systemd what to do: org.freedesktop.systemd1(5). For one thread; the calls block.
class UnitControl final
{
    Q_DISABLE_COPY_MOVE(UnitControl)

public:
    /// NoSubsystem where systemd does not run; CannotConnect when its bus does not answer.
    [[nodiscard]] static Result<std::unique_ptr<UnitControl>> connect(const FileTree &tree);
    /// Of a user's own: connectToUsersSystemd().
    [[nodiscard]] static Result<std::unique_ptr<UnitControl>> connectToUser(const FileTree &tree, qint64 user);
    /// Users whose systemd may be running, by their numbers, sorted.
    [[nodiscard]] static std::vector<qint64> users(const FileTree &tree);
    ~UnitControl();

    [[nodiscard]] Result<UnitState> state(const QByteArray &unit) const;
    /// Returns when systemd has taken the order up; state() tells what comes of it.
    [[nodiscard]] Result<void> stop(const QByteArray &unit) const;
    [[nodiscard]] Result<void> start(const QByteArray &unit) const;
    /// systemd reads all its files again.
    [[nodiscard]] Result<void> reload() const;

private:
    UnitControl(const QString &name, const QString &service)
        : m_name(name)
        , m_service(service)
    {
    }
    [[nodiscard]] Result<QVariantList> ask(const QString &method, const QVariantList &arguments) const;
    [[nodiscard]] QVariant property(const QString &object, const char *interface, const char *name) const;

    const QString m_name;    ///< of the connection
    const QString m_service; ///< empty: there is nobody else at the other end
};

} // namespace Sonde::Agent::Linux
