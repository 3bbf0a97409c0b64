// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/administration/taguse.h"

#include <QMap>

namespace Sonde::Client {

std::vector<TagUse> tagUses(const std::vector<DeviceRecord> &devices)
{
    QMap<QString, qsizetype> counts;
    for (const DeviceRecord &device : devices) {
        for (const QString &tag : device.tags)
            ++counts[tag];
    }
    std::vector<TagUse> uses;
    for (const auto &[tag, count] : counts.asKeyValueRange())
        uses.push_back({tag, count});
    return uses;
}

} // namespace Sonde::Client
