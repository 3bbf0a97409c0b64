// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/verb.h"

namespace Sonde::Client {

// Each in the file of its name.
[[nodiscard]] std::unique_ptr<Verb> devicesVerb();
[[nodiscard]] std::unique_ptr<Verb> downloadsVerb();
[[nodiscard]] std::unique_ptr<Verb> enrolVerb();
[[nodiscard]] std::unique_ptr<Verb> execVerb();
/// `verbs` are those it tells of; it may be one of them.
[[nodiscard]] std::unique_ptr<Verb> helpVerb(const VerbTable &verbs);
[[nodiscard]] std::unique_ptr<Verb> journalVerb();
[[nodiscard]] std::unique_ptr<Verb> libraryVerb();
[[nodiscard]] std::unique_ptr<Verb> releaseCodeVerb();
[[nodiscard]] std::unique_ptr<Verb> sessionVerb();
[[nodiscard]] std::unique_ptr<Verb> sessionsVerb();
[[nodiscard]] std::unique_ptr<Verb> settingsVerb();
[[nodiscard]] std::unique_ptr<Verb> setupVerb();
[[nodiscard]] std::unique_ptr<Verb> usersVerb();

/// Fills `verbs` with what sonde-cli can do.
void addVerbs(VerbTable &verbs);

/// ISO-8601 UTC with milliseconds; null for no time.
[[nodiscard]] QJsonValue jsonTime(const QDateTime &time);

} // namespace Sonde::Client
