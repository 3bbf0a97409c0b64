// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Sonde::Agent::Linux {

class FileTree;

/// Where a program lies that is named without its folder, as a login's PATH would find it; the name as it is when it is found nowhere.
[[nodiscard]] QByteArray programPath(const FileTree &tree, const QByteArray &name);

} // namespace Sonde::Agent::Linux
