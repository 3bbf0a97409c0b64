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
    quint32 id = 0;
    QByteArray home = {};
    QByteArray shell = {};

    bool operator==(const PasswdEntry &) const = default;
};
[[nodiscard]] std::vector<PasswdEntry> parsePasswd(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
