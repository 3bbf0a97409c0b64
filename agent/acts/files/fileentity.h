// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"

namespace Sonde::Agent {

/// Regular files. A name in the file system is what is taken away; other names of the same file stay, and are named in the plan.
class FileEntity final : public Entity
{
public:
    /// `agentFolder`: the agent's own, which is not touched.
    explicit FileEntity(QByteArray agentFolder)
        : m_agentFolder(std::move(agentFolder))
    {
    }

    [[nodiscard]] EntityType type() const override { return EntityType::File; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &workingDirectory) const override;
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &name) const override;
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;

private:
    const QByteArray m_agentFolder;
};

} // namespace Sonde::Agent
