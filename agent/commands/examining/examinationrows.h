// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"
#include "agent/examination/kit.h"
#include "agent/examination/partexamination.h"

namespace Sonde::Agent {

/// The rows of analyze and scan. A file that has one with its hash was looked at, as by fileinfo. `kind` says what a row is: the verdict on all that was examined; a finding; or an engine that did not look at
/// the whole of it, and why. False when the command has to stop.
[[nodiscard]] bool addVerdictRow(CommandContext &context, const PartExamination &subject, const QCborMap &details);
[[nodiscard]] bool addFindingRows(CommandContext &context, const PartExamination &part);
/// What is missing on the whole device is said once, by errors, and not for each part.
enum class Tell { All, StoppedOnly };
[[nodiscard]] bool addEngineRows(CommandContext &context, const PartExamination &part, Tell tell);

/// The engines that are not there, as errors of the command.
void tellMissing(CommandContext &context, const ExaminationKit &kit);

} // namespace Sonde::Agent
