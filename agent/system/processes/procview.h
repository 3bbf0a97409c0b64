// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <vector>

namespace Sonde::Agent::Linux {

/// /proc as the kernel has it, also where somebody mounted something over the folders of processes to hide them.
class ProcView final
{
    Q_DISABLE_COPY_MOVE(ProcView)

public:
    /// `root`: where a saved /proc lies; "/proc": this system's.
    explicit ProcView(const QByteArray &root);
    ~ProcView();

    /// Where the folders of processes are found, without a slash at its end.
    [[nodiscard]] const QByteArray &folder() const { return m_folder; }
    /// The processes over whose folders, or files in them, something is mounted; ascending. folder() shows them all the same where the
    /// kernel lets the agent make a view of its own, for which it has to be root.
    [[nodiscard]] const std::vector<qint64> &covered() const { return m_covered; }

private:
    QByteArray m_folder;
    std::vector<qint64> m_covered;
    int m_own = -1; ///< a procfs that is mounted nowhere
};

/// What /proc/self/mountinfo says is mounted over folders of processes; ascending, each once.
[[nodiscard]] std::vector<qint64> coveredProcesses(QByteArrayView mountInfo);

} // namespace Sonde::Agent::Linux
