// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

/// Why something went wrong: codes, and words for them. People read the words that `ui/words` has for a code; the English ones go along as
/// `Error::reason`, for logs and for workstations that do not know the code.
namespace Sonde {

/// In English.
[[nodiscard]] QString reasonText(Reason reason);
/// The code of what an error says: by its fact Why; else by its words, as earlier versions and the system itself write them.
[[nodiscard]] std::optional<Reason> reasonOf(const Error &error);

/// `return fail(ErrorCode::NotFound, path, Reason::NothingReadable)`.
[[nodiscard]] Failure fail(ErrorCode code, QString subject, Reason reason);
/// The same for what goes on all the same.
[[nodiscard]] Error errorBecause(Reason reason, ErrorCode code, QString subject);

} // namespace Sonde
