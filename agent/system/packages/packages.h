// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <stop_token>

namespace Sonde::Agent {

/// What the device's package manager remembers of a file.
struct PackageFile {
    QString package; ///< as the manager prints it: "coreutils", "libc6:amd64"
    QString version;
    QString manager; ///< dpkg, apk, pacman, rpm
    QByteArray
        digest; ///< of the content when it was installed, binary: MD5, SHA-1 or SHA-256 by its length; empty: not recorded
    bool isConfiguration = false; ///< meant to be edited
};

/// The package that owns a regular file; none when nobody does. `path` with all its links followed; `root`: where the device's "/" is.
/// The databases are read themselves; only rpm, whose database belongs to its version, is asked, and left when `stop` asks.
[[nodiscard]] std::optional<PackageFile> packageOf(
    const QByteArray &path, const QByteArray &root = "/", const std::stop_token &stop = {});

} // namespace Sonde::Agent
