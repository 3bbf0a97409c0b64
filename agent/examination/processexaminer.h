// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/fileexaminer.h"

namespace Sonde::Agent {

/// What came of a process: its parts, and what could not be looked at.
struct ProcessExamination {
    std::vector<PartExamination> parts;
    std::vector<Error> errors;
};

/// More files that a process runs code from are not examined.
inline constexpr qsizetype MostMappedFiles = 1000;

/// A process: its image, the files that it runs code from, its memory, and what is odd about it. Mapped files are reached through the process
/// (map_files): what their paths lead to now is never opened. NoSuchProcess, Cancelled.
[[nodiscard]] Result<ProcessExamination> examineProcess(qint64 pid, const ExaminationKit &kit,
    const QString &agentFolder, const std::stop_token &stop,
    const std::function<void(qint64 done, qint64 total)> &progress);

} // namespace Sonde::Agent
