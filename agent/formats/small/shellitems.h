// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace Sonde::Agent {

/// An item list of Windows' shell (ITEMIDLIST): from the desktop down to what it names.
struct ShellItems {
    QStringList names; ///< "My Computer", "C:", "Windows"; one that is not known is said by its type
    QString target;    ///< the path, share or address that they make; empty where they name no such thing
};

/// Without the length before them. What is cut off ends them. Source: the layouts that libfwsi documents.
[[nodiscard]] ShellItems readShellItems(QByteArrayView bytes);

} // namespace Sonde::Agent
