// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/base/verdict.h"

namespace Sonde::Agent {

/// A part of a process's memory that code can run from, or could.
struct CodeRegion {
    quint64 start = 0;
    quint64 end = 0;
    bool isWritable = false;
    QByteArray path; ///< empty: no file is behind it
    bool isMemfd = false;
    bool isDeleted = false;
};

/// What was seen of a process.
struct ProcessObservation {
    qint64 pid = 0;
    QByteArray name = {};
    QByteArray image = {};    ///< empty: a kernel thread
    bool imageIsGone = false; ///< no name leads to it any more
    bool imageIsMemfd = false;
    bool imageIsReplaced = false;   ///< another file has its name
    bool imageInOpenFolder = false; ///< liesInOpenFolder()
    bool worksInOpenFolder = false;
    std::optional<bool> packaged = {}; ///< a package owns a file of the image's name; none: nobody looked
    QByteArray commandLine = {};
    QByteArray workingDirectory = {};
    QByteArray parentName = {};
    QByteArrayList preloads = {};  ///< of LD_PRELOAD in its environment
    QByteArray standardInput = {}; ///< what its descriptors 0 and 1 are: "socket:[123]"
    QByteArray standardOutput = {};
    QString capabilities = {}; ///< that may do everything, of one that is not root's
    std::vector<CodeRegion> code = {};
};

/// What is odd about it. Names: memfd-image, deleted-image, replaced-image, writable-by-all-place, hidden-program, imitates-kernel-thread,
/// imitates-system-program, deceptive-name, hidden-working-directory, preloaded, shell-on-a-socket, shell-of-a-server,
/// writable-code, anonymous-code, memfd-code, deleted-code, capabilities.
[[nodiscard]] std::vector<Finding> processHeuristics(const ProcessObservation &process);

} // namespace Sonde::Agent
