// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <optional>

namespace Sonde::Agent {

/// Texts that stand one after the other, each behind its length.
struct LinkTexts {
    QString description;
    QString relativePath;
    QString workingDirectory;
    QString arguments;
    QString icon;
};

/// A shortcut of Windows (MS-SHLLINK). Times and size are what its target had when it was made.
struct ShellLink {
    QString target;            ///< a path, or a share, or an address; what LinkInfo says before what the items say
    QString itemTarget;        ///< what the items say, where that is another one: Windows goes by them
    QStringList items;         ///< of its list, from the desktop on: "My Computer", "C:", "Windows"
    QString environmentTarget; ///< with variables: "%SystemRoot%\system32\cmd.exe"
    LinkTexts texts;           ///< as Windows reads them, which takes no more than 260 characters of the first three
    std::optional<LinkTexts> written; ///< as the lengths say, where Windows reads otherwise
    QString machine;                  ///< where its target was seen last
    quint32 show = 1;                 ///< 1 normal, 3 maximised, 7 minimised
    bool runsAsAdministrator = false;
    quint32 size = 0;
    QDateTime created;
    QDateTime modified;
    QDateTime accessed;
};

/// None when it is not one. What is cut off is empty.
[[nodiscard]] std::optional<ShellLink> readShellLink(const QByteArray &bytes);

} // namespace Sonde::Agent
