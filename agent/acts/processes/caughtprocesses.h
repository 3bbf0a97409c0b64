// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/processes/processset.h"

#include <QByteArrayList>
#include <map>

namespace Sonde::Agent {

/// Processes that are held and stand still, so that none of them can start another: whole control groups frozen where these hold nobody
/// else, the others by SIGSTOP. They stay so after the object has gone.
class CaughtProcesses final
{
    Q_DISABLE_COPY_MOVE(CaughtProcesses)

public:
    CaughtProcesses() = default;

    /// Those that are still who they are said to be. `groups`: ControlGroups::holdingOnly(), looked at again.
    void add(const std::vector<ProcessIdentity> &processes, const QByteArrayList &groups = {});
    /// And what they start, until all of it stands still.
    void addDescendants();
    void waitForStops();
    /// All at once; who has not ended by the end of the patience.
    [[nodiscard]] std::vector<qint64> kill(std::chrono::milliseconds patience);

    [[nodiscard]] const std::map<qint64, HeldProcess> &held() const { return m_held; }
    [[nodiscard]] const QByteArrayList &frozen() const { return m_frozen; }

private:
    bool addOne(const ProcessIdentity &identity);
    bool addNewOnes();
    void freeze(const QByteArrayList &groups);

    const ProcessTable m_table;
    std::map<qint64, HeldProcess> m_held;
    QByteArrayList m_frozen; ///< groups
    QSet<qint64> m_still;    ///< who stands still with its group
};

/// The processes that a step names.
[[nodiscard]] std::vector<ProcessIdentity> processesOf(const ActStep &step);
/// Lets those run on that are alive, with all that they have started; their ids. `groups`: thawed.
[[nodiscard]] QSet<qint64> letRunOn(const std::vector<ProcessIdentity> &processes, const QByteArrayList &groups = {});

} // namespace Sonde::Agent
