// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Client {

enum class Secret { Password, NewPassword, SetupToken, Code, JournalHead };

/// The first line of `file`, or of stdin when it is empty, without its line end: the way secrets come in. At a terminal it is asked for,
/// a new password twice, and what is typed is not shown. BadValue for a folder, a file that others may read, an empty line and two
/// passwords that differ; NotFound for a file that cannot be read.
[[nodiscard]] Result<QString> readSecret(Secret which, const QString &file = {});

} // namespace Sonde::Client
