// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/processes/heldprocess.h"

#include <QSet>

namespace Sonde::Agent {

/// All processes at one moment, and how they belong together.
class ProcessView final
{
public:
    [[nodiscard]] static Result<ProcessView> take(const ProcessTable &table);

    [[nodiscard]] const std::vector<ProcessFacts> &all() const { return m_all; }
    [[nodiscard]] const ProcessFacts *find(qint64 pid) const;
    /// `pids` and all that descend from them, but for what may not be touched.
    [[nodiscard]] QSet<qint64> withDescendants(QSet<qint64> pids) const;
    /// Processes with this image, by its path, but for what may not be touched.
    [[nodiscard]] QSet<qint64> withImage(const QByteArray &image) const;

    /// The first process, a kernel's thread, or one that the agent lives by: itself, and those it descends from.
    [[nodiscard]] bool isProtected(qint64 pid) const;

private:
    std::vector<ProcessFacts> m_all; ///< by pid
    QSet<qint64> m_ours;
};

} // namespace Sonde::Agent
