// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "projection.h"

#include <QCborArray>
#include <QHash>
#include <deque>

namespace Sonde {

class LibraryModel;

/// What a session has shown so far that can complete a line: kept small, filled by its controller.
class CompletionSources final
{
public:
    struct Process {
        qint64 pid = 0;
        QString name;
    };

    Level level = Level::Advanced;
    Platform platform = Platform::Linux;
    QString workingDirectory;
    const LibraryModel *library = nullptr; ///< the tenant's, when it is known

    /// Takes from a finished command's rows what may be typed again: folders' entries, files found, processes.
    void learn(const CommandRecord &command, const QString &directory, const std::vector<QCborArray> &rows);
    void setCommand(const CommandRecord &command);

    [[nodiscard]] bool knows(const QString &directory) const { return m_entries.contains(directory); }
    /// Paths as they were seen in `directory` (full, with a separator behind folders).
    [[nodiscard]] QStringList entries(const QString &directory) const { return m_entries.value(directory); }
    [[nodiscard]] const std::vector<Process> &processes() const { return m_processes; }
    /// Newest first.
    [[nodiscard]] const QMap<CommandId, CommandRecord> &commands() const { return m_commands; }
    /// `path` made absolute against `directory`, dots resolved; '/' or '\' as the platform has it.
    [[nodiscard]] QString absolute(const QString &path, const QString &directory) const;
    [[nodiscard]] QChar separator() const { return platform == Platform::Windows ? u'\\' : u'/'; }

private:
    void remember(const QString &directory, const QStringList &entries);

    static constexpr size_t MostDirectories = 200;
    QHash<QString, QStringList> m_entries;
    std::deque<QString> m_directories; ///< oldest first
    std::vector<Process> m_processes;
    QMap<CommandId, CommandRecord> m_commands;
};

/// Why `command` is not offered to someone with `level` on `platform`: RoleTooLow or PlatformNotOffered; nullopt: it is.
[[nodiscard]] std::optional<Error> notOffered(const CommandSpec &command, Level level, Platform platform);

} // namespace Sonde
