// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/tenantsettings.h"

#include "protocol/base/reason.h"

namespace Sonde::Service {

Settings::Settings(Store &store)
    : m_store(store)
{
    m_values.assign(store.settings());
}

Result<Settings::Change> Settings::change(const Analyst &analyst, const QString &key, const QString &value)
{
    const SettingSpec *spec = findSetting(key);
    if (const auto allowed = requirePermission(analyst, spec ? spec->permission : Permission::CoreSecuritySettings);
        !allowed)
        return std::unexpected(allowed.error());
    if (!spec)
        return fail(ErrorCode::BadValue, key, Reason::NoSuchSetting);
    if (const auto checked = checkSetting(*spec, value); !checked)
        return std::unexpected(checked.error());
    Change change{text(spec->id), value};
    m_values.set(spec->id, value);
    m_store.saveSetting({key, analyst.name.value(), QDateTime::currentDateTimeUtc(), change.from}, value);
    return change;
}

std::vector<SettingChange> Settings::changes() const
{
    return m_store.settingChanges();
}

} // namespace Sonde::Service
