// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/cliverb.h"

/// What `sonde-cli help` says, made from the verbs themselves, in the language of the installed translators.
namespace Sonde::Client {

/// A line for each verb, and the options that go with all of them.
[[nodiscard]] QString verbsOverview(const VerbTable &verbs);
/// All that there is to know of one.
[[nodiscard]] QString verbPage(const VerbSpec &verb);

} // namespace Sonde::Client
