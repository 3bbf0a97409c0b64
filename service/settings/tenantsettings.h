// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/analyst.h"
#include "protocol/settings/settingvalues.h"
#include "service/store/store.h"

namespace Sonde::Service {

/// Keeps the tenant's settings; only what somebody has changed is stored.
class Settings final
{
public:
    explicit Settings(Store &store);

    [[nodiscard]] const SettingValues &values() const { return m_values; }
    [[nodiscard]] QString text(TenantSetting setting) const { return m_values.text(setting); }
    [[nodiscard]] qint64 number(TenantSetting setting) const { return m_values.number(setting); }
    [[nodiscard]] bool isOn(TenantSetting setting) const { return m_values.isOn(setting); }

    struct Change {
        QString from;
        QString to;
    };
    /// BadValue (facts: Least and Most, or Choices) when the key does not exist or the value is not one of it; NotPermitted when this
    /// setting is not for this analyst to change.
    [[nodiscard]] Result<Change> change(const Analyst &analyst, const QString &key, const QString &value);
    /// Of each that was changed, the last time.
    [[nodiscard]] std::vector<SettingChange> changes() const;

private:
    Store &m_store;
    SettingValues m_values;
};

} // namespace Sonde::Service
