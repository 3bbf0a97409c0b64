// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/services/services.h"

namespace Sonde::Agent {

/// Services. Linux: of systemd, running or only written down, and init scripts. What triggers one is ended first, then the unit, then what
/// makes it start at boot, then its file, and the program when no package owns it; at last it is masked. Windows: those of the service
/// control manager, which are stopped and disabled, and lose their program when no other needs it.
class ServiceEntity final : public Entity
{
public:
    explicit ServiceEntity(QByteArray root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] EntityType type() const override { return EntityType::Service; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &) const override;
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &name) const override;
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;

private:
    const QByteArray m_root;
};

/// What it is remembered by: what it starts, and from which file; not whether it runs.
[[nodiscard]] QCborMap factsOf(const Service &service);

} // namespace Sonde::Agent
