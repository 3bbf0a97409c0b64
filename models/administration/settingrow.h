// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/settings/settingvalues.h"
#include "protocol/wire/messages.h"

namespace Sonde::Client {

/// A setting of the tenant as it is now.
struct SettingRow {
    QString key;
    QString value;
    std::optional<SettingChange> change = {}; ///< the last one; none: nobody has changed it

    /// nullptr: a later version's, of which nothing is known but its value.
    [[nodiscard]] const SettingSpec *spec() const { return findSetting(key); }
    bool operator==(const SettingRow &) const = default;
};

/// Those that are known here first, in the order of their table.
[[nodiscard]] std::vector<SettingRow> settingRows(
    const QMap<QString, QString> &values, const std::vector<SettingChange> &changes);

} // namespace Sonde::Client
