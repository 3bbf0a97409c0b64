// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/services/services.h"
#include "agent/system/systemd/unitfiles.h"

namespace Sonde::Agent {

/// Adds to a plan what ends one service after the other.
class ServicePlan final
{
public:
    ServicePlan(QByteArray root, ActPlan &plan, const PlanTerms &terms);

    /// A unit of systemd with all that starts it. What systemd itself lives by is Protected.
    [[nodiscard]] Result<void> addUnit(const Service &service);
    /// A timer alone: the unit that it starts is named, and stays.
    [[nodiscard]] Result<void> addTimer(const QByteArray &timer);
    /// A script of SysV init or OpenRC.
    [[nodiscard]] Result<void> addInitScript(const Service &service);

private:
    void addTriggers(const QByteArray &unit);
    /// A unit is stopped, loses its links, its file and its drop-ins.
    void addEndOf(const Linux::UnitFile &unit);
    /// After its file has gone.
    void addMask(const QByteArray &unit);
    void addStop(const QByteArray &unit);
    /// Links by which it is started, and other names of it.
    void addLinks(const QByteArray &unit);
    /// What it starts, and who else starts that.
    void addProgram(const Service &service);
    void addFile(const QByteArray &path);
    void addProcesses(const Service &service);
    void addNotes(const Linux::UnitFile &unit);
    [[nodiscard]] QString ownerOf(const QByteArray &path) const;

    const QByteArray m_root;
    ActPlan &m_plan;
    const PlanTerms m_terms;
    Linux::UnitFiles m_units;
    const bool m_systemdRuns;
};

} // namespace Sonde::Agent
