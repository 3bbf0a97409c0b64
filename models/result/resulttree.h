// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"

namespace Sonde::Client {

/// Whether a command's rows are processes that name the process that started them.
[[nodiscard]] bool hasTree(const CommandSpec &command);

/// For each row that of its parent, -1 when it is not there. A process that began after its child has only the parent's number, used
/// again, and is no parent. Pure; call it on any thread.
[[nodiscard]] std::vector<int> parentRows(const ResultSnapshot &rows);

} // namespace Sonde::Client
