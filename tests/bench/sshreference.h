// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace Sonde::Client::Bench {

/// An sshd of its own on loopback with throw-away keys, and a master connection to it as this user. Everything ends and is removed with
/// the object.
class SshReference final
{
    Q_DISABLE_COPY_MOVE(SshReference)

public:
    /// Fails, with the words for it, where there is no ssh, no sshd, or it does not let us in.
    [[nodiscard]] static Result<std::unique_ptr<SshReference>> start();
    ~SshReference();

    /// Seconds that a command takes over the master connection, its output read and dropped.
    [[nodiscard]] Result<double> run(const QStringList &command) const;
    /// Seconds that scp takes for a file or folder, on a connection of its own.
    [[nodiscard]] Result<double> copy(const QString &source, const QString &target) const;

private:
    SshReference() = default;
    [[nodiscard]] Result<void> makeKeys();
    [[nodiscard]] Result<void> startServer();
    [[nodiscard]] Result<void> startMaster();
    [[nodiscard]] QStringList client(const QStringList &arguments) const;
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_server;
    QProcess m_master;
};

} // namespace Sonde::Client::Bench
