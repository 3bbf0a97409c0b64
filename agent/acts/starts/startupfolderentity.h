// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"

namespace Sonde::Agent {

/// Files of the folders that a desktop starts from. What they start stays: it is remediated as a file or a process.
class StartupFolderEntity final : public Entity
{
public:
    explicit StartupFolderEntity(QByteArray root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] EntityType type() const override { return EntityType::Startupfolder; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &workingDirectory) const override;
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &) const override { return QStringLiteral("startupfolders"); }
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;

private:
    const QByteArray m_root;
};

} // namespace Sonde::Agent
