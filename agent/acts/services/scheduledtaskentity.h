// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/tasks/scheduledtasks.h"

namespace Sonde::Agent {

/// Scheduled tasks. Linux: a line of a table of cron or anacron, byte for byte; the file of an `at` job or of a folder that cron runs; a
/// timer of systemd. Windows: one that the scheduler has, or the file that is left of one. What they start stays: it is remediated as a
/// file, a process or a service.
class ScheduledTaskEntity final : public Entity
{
public:
    explicit ScheduledTaskEntity(QByteArray root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] EntityType type() const override { return EntityType::Scheduledtask; }
    [[nodiscard]] Result<QString> nameOf(const QString &id, const QByteArray &) const override { return id; }
    [[nodiscard]] Result<Look> look(const QString &id, const LookTerms &terms) const override;
    [[nodiscard]] QString lookLine(const QString &name) const override;
    [[nodiscard]] Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const override;

private:
    [[nodiscard]] Result<ScheduledTask> find(const QString &id, const std::stop_token &stop) const;

    const QByteArray m_root;
};

/// What it is remembered by.
[[nodiscard]] QCborMap factsOf(const ScheduledTask &task);

} // namespace Sonde::Agent
