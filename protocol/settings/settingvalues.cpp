// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/settings/settingvalues.h"

namespace Sonde {

namespace {

/// A value that a later version allows may lie outside the range of this one: it is right all the same.
bool isUsable(const SettingSpec &spec, const QString &value)
{
    bool isNumber = false;
    std::ignore = value.toLongLong(&isNumber);
    return spec.type != SettingType::Integer || isNumber;
}

} // namespace

SettingValues::SettingValues()
{
    assign({});
}

QMap<QString, QString> SettingValues::all() const
{
    QMap<QString, QString> values;
    for (const SettingSpec &spec : settingTable())
        values.insert(spec.key, text(spec.id));
    return values;
}

void SettingValues::set(TenantSetting setting, const QString &value)
{
    const bool isOn = settingSpec(setting).type == SettingType::Boolean && value == u"true";
    m_values.at(size_t(setting)) = {value, isOn ? 1 : value.toLongLong()};
}

void SettingValues::assign(const QMap<QString, QString> &values)
{
    for (const SettingSpec &spec : settingTable()) {
        const QString value = values.value(spec.key, spec.fallback);
        set(spec.id, isUsable(spec, value) ? value : spec.fallback);
    }
}

} // namespace Sonde
