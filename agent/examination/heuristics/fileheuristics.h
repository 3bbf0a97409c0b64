// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/base/verdict.h"
#include "agent/system/files/files.h"

namespace Sonde::Agent {

/// What was seen of a file.
struct FileObservation {
    QByteArray path; ///< with all links followed
    FileFacts facts = {};
    QString type = {};                 ///< by its content (filetype.h)
    QCborMap details = {};             ///< of its format (formatreader.h)
    QString capabilities = {};         ///< as getcap writes them
    std::optional<bool> packaged = {}; ///< a package owns it; none: nobody looked
    bool preloaded = false;            ///< /etc/ld.so.preload names it
    bool inOpenFolder = false;         ///< liesInOpenFolder()
    qint64 now = 0;                    ///< nanoseconds since the epoch
};

/// What is odd about it. Names: writable-by-all-place, hidden-program, imitates-system-program, deceptive-name, packed, high-entropy,
/// setuid-without-package, capabilities-without-package, preloaded, times-do-not-fit.
[[nodiscard]] std::vector<Finding> fileHeuristics(const FileObservation &file);

} // namespace Sonde::Agent
