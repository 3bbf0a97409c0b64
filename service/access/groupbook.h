// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/devicegroup.h"
#include "service/store/store.h"

namespace Sonde::Service {

/// The tenant's device groups, by rank.
class GroupBook final
{
public:
    explicit GroupBook(Store &store);

    /// Without the ungrouped; ranks and counts of devices are not filled in.
    [[nodiscard]] const std::vector<DeviceGroupRecord> &all() const { return m_groups; }
    [[nodiscard]] bool contains(const QString &name) const;
    /// The first one that takes the device, or the ungrouped.
    [[nodiscard]] QString groupOf(const RuleSubject &device) const;
    /// None: of the ungrouped the tenant's settings say it.
    [[nodiscard]] std::optional<RemediationLevel> levelOf(const QString &group) const;

    /// What a second person has to approve on its devices; of the ungrouped the tenant's settings alone say it.
    [[nodiscard]] QString approvalOf(const QString &group) const;

    /// As it was before a change, and as it is after it; none: it was, or will be, none.
    struct Change {
        QString name;
        std::optional<DeviceGroup> from;
        std::optional<DeviceGroup> to;
        quint32 rank = 0; ///< from then on; 1 is the first
    };
    /// What a request comes to; nothing is changed yet. A rank that nobody can have is the last one. BadValue for what is no name and for a
    /// rule that takes nothing or has too many values (facts: limit); GroupExists; LimitReached.
    [[nodiscard]] Result<Change> toAdd(const DeviceGroup &group, std::optional<quint32> rank) const;
    /// GroupUnknown; NotPermitted for the ungrouped; without a rank it keeps its own.
    [[nodiscard]] Result<Change> toChange(
        const QString &name, const DeviceGroup &group, std::optional<quint32> rank) const;
    [[nodiscard]] Result<Change> toRemove(const QString &name) const;
    void apply(const QString &actor, const Change &change);
    /// Whether a device would be in the changed group after the change.
    [[nodiscard]] bool wouldTake(const Change &change, const RuleSubject &device) const;

private:
    [[nodiscard]] std::optional<size_t> find(const QString &name) const;
    [[nodiscard]] std::optional<Error> whyNotFound(const QString &name) const;
    [[nodiscard]] bool isTaken(const QString &name, const QString &before) const;
    [[nodiscard]] std::vector<DeviceGroupRecord> after(const QString &actor, const Change &change) const;

    Store &m_store;
    std::vector<DeviceGroupRecord> m_groups;
};

} // namespace Sonde::Service
