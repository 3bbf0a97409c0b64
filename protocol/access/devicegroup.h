// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

namespace Sonde {

/// Which devices a group takes. Each property that has values must be met, by one of them; a value may have `*` for any letters, and its case
/// does not matter. Without any value it takes none.
struct GroupRule {
    QStringList names;   ///< host names
    QStringList domains; ///< DNS domains
    QStringList systems; ///< "Linux", "Windows", "macOS", or the name of the operating system: "Debian*"
    QStringList tags;    ///< of the device, and the one that it was enrolled with

    bool operator==(const GroupRule &) const = default;
};

/// Of one property of a rule.
inline constexpr qsizetype MostRuleValues = 10;

/// Some of the tenant's devices. A device is in the first group, by rank, whose rule takes it.
struct DeviceGroup {
    QString name;
    QString description;
    GroupRule rule;
    RemediationLevel level = RemediationLevel::Full;
    /// What needs a second person on its devices, besides what does so everywhere: as the setting says it. None: nothing.
    std::optional<QString> approval = {};

    bool operator==(const DeviceGroup &) const = default;
};

/// The group of those that no other takes; it has no rule and is always the last. Front ends call it “Ungrouped devices”.
inline const auto UngroupedDevices = QStringLiteral("ungrouped");

/// One that the tenant has.
struct DeviceGroupRecord {
    DeviceGroup group;
    quint32 rank = 0;    ///< 1 is the first; of the ungrouped the last
    quint32 devices = 0; ///< how many are in it
    QString changedBy;   ///< who made or changed it last; empty: nobody has
    QDateTime changed;

    bool operator==(const DeviceGroupRecord &) const = default;
};

/// What a rule is about.
struct RuleSubject {
    QString name;
    QString domain;
    Platform platform = Platform::Linux;
    QString system;
    QStringList tags;
};
[[nodiscard]] bool takes(const GroupRule &rule, const RuleSubject &device);

} // namespace Sonde
