// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/disk/partialfile.h"

#include <QSet>
#include <functional>
#include <mutex>

namespace Sonde::Agent {

/// Where putfile puts files: a folder that only the agent's account may enter. What is not to be kept is removed after the device was
/// booted again. Thread-safe.
class WorkingFolder final
{
    Q_DISABLE_COPY_MOVE(WorkingFolder)

public:
    /// `folder` is the agent's own; the working folder, its list and what is on its way lie in it.
    explicit WorkingFolder(const QString &folder);

    /// Makes it; `boot` names this boot of the device. StorageFailed.
    [[nodiscard]] Result<void> prepare(const QString &boot);
    [[nodiscard]] QString path() const { return m_path; }
    /// A folder for what a command needs only while it runs; emptied by prepare().
    [[nodiscard]] QString scratch() const { return m_scratch; }

    struct Placing {
        QString name;
        bool overwrite = false;
        bool keep = false; ///< also after the next boot
    };
    /// Writes the file, which is new and open, until it is whole and on disk.
    using Fill = std::function<Result<void>(PartialFile &file)>;
    /// Puts a file there, whole or not at all; its path. BadName, FileExists, IsADirectory, CannotWrite, and what `fill` fails with.
    [[nodiscard]] Result<QString> place(const Placing &placing, const Fill &fill);

private:
    [[nodiscard]] Result<void> checkPlace(const Placing &placing) const;
    [[nodiscard]] Result<void> rename(PartialFile &file, const Placing &placing);
    [[nodiscard]] Result<void> setKept(const QString &name, bool keep);
    void readList();
    [[nodiscard]] Result<void> writeList() const;
    void removeWhatIsNotKept() const;

    const QString m_path;
    const QString m_scratch;
    const QString m_list;
    std::mutex m_mutex; ///< guards all below, and the folder
    QString m_boot;
    QSet<QString> m_kept;
    quint64 m_counter = 0;
};

} // namespace Sonde::Agent
