// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/evidence/filehasher.h"
#include "agent/examination/base/verdict.h"
#include "agent/examination/kit.h"

namespace Sonde::Agent {

struct YaraAnswer;

/// A regular file that is open: whoever swaps its name meanwhile changes nothing.
struct Specimen {
    int file = -1; ///< open for reading; not owned
    qint64 size = 0;
    const FileHashes *hashes = nullptr; ///< null: none were made
};

/// One that looks at the content of files. For one thread.
class ContentEngine
{
    Q_DISABLE_COPY_MOVE(ContentEngine)

public:
    ContentEngine() = default;
    virtual ~ContentEngine() = default;

    /// It never fails otherwise than by its report.
    [[nodiscard]] virtual EngineReport examine(const Specimen &specimen, const std::stop_token &stop) = 0;
    /// The same of the memory of a process; none where the engine knows nothing of memory.
    [[nodiscard]] virtual std::optional<EngineReport> examineMemory(qint64, const std::stop_token &) { return {}; }
};

/// All that the kit has something for, also those that can only say that they are missing. The kit has to outlive them.
[[nodiscard]] std::vector<std::unique_ptr<ContentEngine>> makeEngines(const ExaminationKit &kit);

/// What YARA found, as findings: how bad a rule is, it says itself by its score or severity.
[[nodiscard]] std::vector<Finding> findingsOf(const YaraAnswer &answer);

} // namespace Sonde::Agent
