// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <vector>

namespace Sonde::Agent::Linux {

/// A line of passwd(5).
struct PasswdEntry {
    QByteArray name = {};
    QByteArray password = {}; ///< the field: "x", when it is in shadow(5)
    quint32 id = 0;
    quint32 group = 0;
    QByteArray home = {};
    QByteArray shell = {}; ///< with the blanks at its end, which a name may have

    bool operator==(const PasswdEntry &) const = default;
};
/// Without comments, and lines that name nobody.
[[nodiscard]] std::vector<PasswdEntry> parsePasswd(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
