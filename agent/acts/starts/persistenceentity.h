// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/persistence/persistence.h"

namespace Sonde::Agent {

/// Any row of `persistence`. Linux: its file, or one line of it, "/etc/ld.so.preload:2" or "/etc/crontab#1f2e3d4c". Whole files of packages
/// are taken, too, when they are asked for: the plan says whose they are. A unit of a user goes with its links, its program and its processes.
/// Windows: its file, the service or task that it is, or the value of the registry.
class PersistenceEntity final : public Entity
{
public:
    explicit PersistenceEntity(QByteArray root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] EntityType type() const override { return EntityType::Persistence; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &workingDirectory) const override;
    /// Of whatever line: what `persistence` shows is the file.
    [[nodiscard]] QString seenAs(const QString &name) const override;
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &) const override { return QStringLiteral("persistence"); }
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;

private:
    [[nodiscard]] Result<PersistenceEntry> find(const QString &name, const std::stop_token &stop) const;

    const QByteArray m_root;
};

} // namespace Sonde::Agent
