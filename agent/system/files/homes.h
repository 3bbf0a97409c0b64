// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace Sonde::Agent::Linux {

class FileTree;

/// A folder in which an account keeps its own configuration.
struct Home {
    QByteArray user = {};
    QByteArray path = {};
};

/// Of all accounts in /etc/passwd, and what else lies in /home: an account that is gone, or one of a directory service, by the name of
/// its folder. Each folder once.
[[nodiscard]] std::vector<Home> listHomes(FileTree &tree);

} // namespace Sonde::Agent::Linux
