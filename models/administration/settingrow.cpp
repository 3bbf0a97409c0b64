// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/administration/settingrow.h"

#include <algorithm>

namespace Sonde::Client {

std::vector<SettingRow> settingRows(const QMap<QString, QString> &values, const std::vector<SettingChange> &changes)
{
    std::vector<SettingRow> rows;
    const auto add = [&](const QString &key, const QString &value) {
        const auto change = std::ranges::find(changes, key, &SettingChange::key);
        rows.push_back({key, value, change == changes.end() ? std::nullopt : std::optional(*change)});
    };
    // An earlier service does not have all of them.
    for (const SettingSpec &spec : settingTable()) {
        if (const auto value = values.constFind(spec.key); value != values.constEnd())
            add(spec.key, *value);
    }
    for (const auto &[key, value] : values.asKeyValueRange()) {
        if (!findSetting(key))
            add(key, value);
    }
    return rows;
}

} // namespace Sonde::Client
