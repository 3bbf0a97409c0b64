// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"

namespace Sonde::Agent {

/// Values of the registry, and keys with all that is in them: in the system's view and in that for programs of 32 bits.
class RegistryEntity final : public Entity
{
public:
    [[nodiscard]] EntityType type() const override { return EntityType::Registry; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &workingDirectory) const override;
    /// Upper and lower case are the same.
    [[nodiscard]] QString seenAs(const QString &name) const override { return name.toLower(); }
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &name) const override;
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;
};

} // namespace Sonde::Agent
