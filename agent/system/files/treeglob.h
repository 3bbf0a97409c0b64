// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace Sonde::Agent::Linux {

class FileTree;

/// What is there of an absolute pattern as glob(7) has it, sorted: `*`, `?` and `[…]` in any of its names, none of which stand for a dot at
/// the beginning. A path without them is itself, when it is there. Of more than are looked at the tree remembers that they were not.
[[nodiscard]] std::vector<QByteArray> globPaths(FileTree &tree, const QByteArray &pattern);

} // namespace Sonde::Agent::Linux
