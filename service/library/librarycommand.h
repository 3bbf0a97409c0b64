// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/library/libraryservice.h"
#include "service/sessions/servicecommands.h"

namespace Sonde::Service {

/// `library`: the files of the tenant's library; with a name, the versions of one. `library delete <name>`.
[[nodiscard]] ServiceAnswer answerLibrary(
    LibraryService &library, const Analyst &analyst, const Invocation &invocation);

} // namespace Sonde::Service
