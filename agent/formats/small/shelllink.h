// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>

namespace Sonde::Agent {

/// A shortcut of Windows (MS-SHLLINK). Times and size are what its target had when it was made.
struct ShellLink {
    QString target;            ///< a path, where it has one and not only a list of shell items
    QString environmentTarget; ///< with variables: "%SystemRoot%\system32\cmd.exe"
    QString description;
    QString relativePath;
    QString workingDirectory;
    QString arguments;
    QString icon;
    QString machine;  ///< where its target was seen last
    quint32 show = 1; ///< 1 normal, 3 maximised, 7 minimised
    bool runsAsAdministrator = false;
    quint32 size = 0;
    QDateTime created;
    QDateTime modified;
    QDateTime accessed;
};

/// None when it is not one. What is cut off is empty.
[[nodiscard]] std::optional<ShellLink> readShellLink(const QByteArray &bytes);

} // namespace Sonde::Agent
