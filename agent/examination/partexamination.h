// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/base/verdict.h"

namespace Sonde::Agent {

/// What was examined: a file; or of a process its image, a file that it runs code from, and the process itself with its memory.
enum class Part { File, Image, MappedFile, Process };
[[nodiscard]] inline QString partName(Part part)
{
    switch (part) {
    case Part::Image: return QStringLiteral("image");
    case Part::MappedFile: return QStringLiteral("mapped-file");
    case Part::Process: return QStringLiteral("process");
    case Part::File: break;
    }
    return QStringLiteral("file");
}

struct PartExamination {
    Part part = Part::File;
    QByteArray path = {};
    std::optional<qint64> pid = {};
    std::optional<qint64> size = {};
    QByteArray sha256 = {}; ///< binary; empty: not made
    std::vector<EngineReport> reports = {};
    Judgement judgement = {};
};

} // namespace Sonde::Agent
