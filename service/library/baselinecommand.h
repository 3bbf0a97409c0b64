// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/library/libraryservice.h"
#include "service/sessions/servicecommands.h"

namespace Sonde::Service {

/// `baseline`: the baselines of the tenant's library, all or those of a name. `baseline save <name>` keeps the rows of this session's latest
/// whole run of each verb that can be compared, as those of `device`: NothingToSave, BadName. `baseline delete <name>`: BaselineUnknown, NotPermitted.
[[nodiscard]] ServiceAnswer answerBaseline(LibraryService &library, const SessionRegister &sessions, Store &store,
    const Analyst &analyst, const Subject &subject, const QString &device, const Invocation &invocation);

} // namespace Sonde::Service
