// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/cliverb.h"

namespace Sonde::Client {

// Each in the file of its name.
[[nodiscard]] std::unique_ptr<CliVerb> devicesVerb();
[[nodiscard]] std::unique_ptr<CliVerb> downloadsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> enrolVerb();
[[nodiscard]] std::unique_ptr<CliVerb> execVerb();
/// `verbs` are those it tells of; it may be one of them.
[[nodiscard]] std::unique_ptr<CliVerb> helpVerb(const VerbTable &verbs);
[[nodiscard]] std::unique_ptr<CliVerb> journalVerb();
[[nodiscard]] std::unique_ptr<CliVerb> libraryVerb();
[[nodiscard]] std::unique_ptr<CliVerb> releaseCodeVerb();
[[nodiscard]] std::unique_ptr<CliVerb> groupsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> publishersVerb();
[[nodiscard]] std::unique_ptr<CliVerb> rolesVerb();
[[nodiscard]] std::unique_ptr<CliVerb> tagsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> sessionVerb();
[[nodiscard]] std::unique_ptr<CliVerb> sessionsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> settingsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> setupVerb();
[[nodiscard]] std::unique_ptr<CliVerb> usersVerb();

/// Fills `verbs` with what sonde-cli can do.
void addVerbs(VerbTable &verbs);

} // namespace Sonde::Client
