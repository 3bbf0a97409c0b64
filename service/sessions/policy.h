// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/analyst.h"
#include "protocol/base/devicerecord.h"
#include "protocol/settings/settingvalues.h"

namespace Sonde::Service {

/// The tenant's rules about sessions, as its settings say them now.
struct Policy {
    bool liveResponse = false;
    bool servers = false;
    qint64 tenantSessions = 0;
    qint64 userSessions = 0;
    std::chrono::milliseconds inactivity{};
    QString minimumAgent;
};
[[nodiscard]] Policy policyOf(const SettingValues &settings);

/// Everything the conditions for starting a session depend on.
struct EligibilityFacts {
    Analyst analyst;
    DeviceRecord device;
    Policy policy;
    qsizetype tenantSessions = 0; ///< live now
    qsizetype userSessions = 0;   ///< of these, the analyst's
};

/// Every condition for starting a session, in the order in which they are told.
[[nodiscard]] std::vector<Condition> conditionsFor(const EligibilityFacts &facts);
/// The first unmet condition that forbids a session. An offline device does not: the session waits for it. A held one does not when
/// `takeOver` and the analyst may.
[[nodiscard]] Result<void> mayStart(const EligibilityFacts &facts, bool takeOver);

[[nodiscard]] bool isSupportedSystem(const DeviceFacts &facts);

} // namespace Sonde::Service
