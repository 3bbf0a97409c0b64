// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

namespace Sonde::Agent::Linux {

/// What a script of SysV init (its LSB header) or OpenRC (its variables) says of itself.
struct InitScript {
    bool openRc = false;
    QByteArray description = {}; ///< or the title, where it has only that
    QByteArray title = {};       ///< OpenRC's name=
    QByteArrayList needs = {};
    QByteArray command = {}; ///< OpenRC: what it starts; SysV: what its DAEMON says
    QByteArray arguments = {};

    bool operator==(const InitScript &) const = default;
};
[[nodiscard]] InitScript parseInitScript(QByteArrayView bytes);

/// A link of an rcN.d folder, "S01ssh".
struct InitLink {
    QByteArray name = {};
    bool starts = false;
    bool isLink = false;
};
[[nodiscard]] InitLink parseInitLink(const QByteArray &fileName);

} // namespace Sonde::Agent::Linux
