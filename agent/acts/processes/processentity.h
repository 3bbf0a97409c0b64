// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/processes/processes.h"

namespace Sonde::Agent {

/// Processes. What ends one is a kill; the file it runs from goes into quarantine, unless a package owns it: then others need it.
class ProcessEntity final : public Entity
{
public:
    [[nodiscard]] EntityType type() const override { return EntityType::Process; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &workingDirectory) const override;
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &name) const override;
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;
};

/// What tells a process from others, as it is remembered of a list of them.
[[nodiscard]] QCborMap factsOf(const ProcessFacts &facts);

} // namespace Sonde::Agent
