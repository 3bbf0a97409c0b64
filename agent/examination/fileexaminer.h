// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/engines.h"
#include "agent/examination/partexamination.h"

namespace Sonde::Agent {

/// Where a file is: what it is called, and what leads to it (/proc/1/exe).
struct FilePlace {
    QByteArray shown;
    QByteArray path;
};

/// Examines files with the engines of a kit. For one thread; the kit has to outlive it.
class FileExaminer final
{
    Q_DISABLE_COPY_MOVE(FileExaminer)

public:
    using Progress = std::function<void(qint64 done, qint64 size)>; ///< in bytes

    FileExaminer(const ExaminationKit &kit, QString agentFolder);

    /// By its content, as it is done with many. What cannot be opened is not scanned, and says why.
    [[nodiscard]] PartExamination glance(const FilePlace &place, const std::stop_token &stop);
    /// By everything that is known of it: also its hashes, its signature, its package, and what is odd about it.
    [[nodiscard]] PartExamination examine(
        const FilePlace &place, Part part, const std::stop_token &stop, const Progress &progress);
    /// The memory of a process, by the engines that know of memory.
    [[nodiscard]] std::vector<EngineReport> examineMemory(qint64 pid, const std::stop_token &stop);

private:
    struct Content;
    void look(PartExamination &part, const OpenFile &file, const FileHashes *hashes, const std::stop_token &stop);
    [[nodiscard]] std::vector<EngineReport> backgroundOf(
        const FilePlace &place, const FileFacts &facts, const Content &content, const std::stop_token &stop) const;

    const ExaminationKit &m_kit;
    const QString m_agentFolder;
    std::vector<std::unique_ptr<ContentEngine>> m_engines;
    FileSystem m_files;
};

} // namespace Sonde::Agent
