// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/permissionset.h"
#include "protocol/base/result.h"

namespace Sonde {

/// What can be set for a whole tenant. In `ui/words` each has a sentence that says what it is for.
enum class TenantSetting {
    LiveResponse,
    LiveResponseServers,
    TenantSessionLimit,
    UserSessionLimit,
    InactivityMinutes,
    AutomationLevel,
    MinimumAgentVersion,
    FileinfoBytes,
    GetfileBytes,
    LibraryFileBytes,
    AllowUnsignedScripts,
    AllowPythonScripts,
    OutputBytes,
    OutputRows,
    ActReason,
    QuarantineBytes,
    QuarantineDays,
    IsolationPassages,
    LibraryBytes,
    EvidenceBytes,
    ApprovalVerbs,
    ApprovalMinutes,
    OutputDays,
    EvidenceDays,
};
inline constexpr size_t TenantSettingCount = size_t(TenantSetting::EvidenceDays) + 1;

/// Passages: "ADDRESS[/BITS] tcp|udp PORT[-PORT]", separated by commas; or nothing. Verbs: what needs a second person
/// (protocol/command/approvalrule.h); or nothing.
enum class SettingType { Boolean, Integer, Choice, Version, Passages, Verbs };
/// Of an integer.
enum class SettingUnit { None, Sessions, Minutes, Bytes, Rows, Days };

/// All that is to know of one setting, said once.
struct SettingSpec {
    TenantSetting id;
    QLatin1StringView key; ///< as it is typed, sent, stored and journalled
    SettingType type;
    SettingUnit unit;
    QString fallback;                                         ///< its value as long as nobody has changed it
    qint64 least = 0;                                         ///< of an integer
    qint64 most = 0;                                          ///< of an integer
    QStringList choices = {};                                 ///< of a boolean or a choice
    Permission permission = Permission::CoreSecuritySettings; ///< to change it
};

/// One for each TenantSetting, in their order.
[[nodiscard]] const std::vector<SettingSpec> &settingTable();
[[nodiscard]] const SettingSpec &settingSpec(TenantSetting setting);
/// Null when no setting is called so.
[[nodiscard]] const SettingSpec *findSetting(QStringView key);
[[nodiscard]] inline QLatin1StringView settingKey(TenantSetting setting)
{
    return settingSpec(setting).key;
}
/// BadValue (facts: Least and Most, or Choices) when the setting cannot have this value.
[[nodiscard]] Result<void> checkSetting(const SettingSpec &spec, const QString &value);

} // namespace Sonde
